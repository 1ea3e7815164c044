"""Addresses of reviews and remarks; one review's own page reads across the steps (tansiq/cycle)."""

from django.urls import path

from tansiq.reviews.calendar import pages
from tansiq.reviews.papers import views as papers
from tansiq.reviews.views import attending, inviting, opening, remarks, series, steering, timeline

urlpatterns = [
    path("reviews/", timeline.timeline, name="reviews"),
    path("reviews/open/", opening.review_open, name="review_open"),
    path("reviews/round/", opening.round_open, name="round_open"),
    path("reviews/<uuid:key>/phase/", steering.phase, name="review_phase"),
    path("reviews/<uuid:key>/plan/", steering.plan, name="review_plan"),
    path("reviews/<uuid:key>/calendar/", inviting.calendar, name="review_calendar"),
    path("reviews/<uuid:key>/documents/", papers.review_documents, name="review_documents"),
    path("reviews/<uuid:key>/documents/file/", papers.document_file, name="document_file"),
    path("documents/<uuid:key>/", papers.document, name="document"),
    path("documents/<uuid:key>/content/", papers.document_content, name="document_content"),
    path("documents/<uuid:key>/replace/", papers.document_replace, name="document_replace"),
    path("reviews/<uuid:key>/attendance/", attending.attendance, name="attendance"),
    path("reviews/<uuid:key>/concern/", attending.concern, name="concern"),
    path("series/make/", series.make, name="series_make"),
    path("series/<uuid:key>/", series.series, name="series"),
    path("series/<uuid:key>/change/", series.change, name="series_change"),
    path("my/calendar/", pages.my_calendar, name="my_calendar"),
    path("calendar/<str:token>/", pages.calendar_feed, name="calendar_feed"),
    path("reviews/<uuid:key>/remark/", remarks.remark_make, name="remark_make"),
    path("remarks/<uuid:key>/", remarks.remark, name="remark"),
    path("remarks/<uuid:key>/correct/", remarks.remark_correct, name="remark_correct"),
    path("remarks/<uuid:key>/release/", remarks.remark_release, name="remark_release"),
]
