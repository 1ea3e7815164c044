"""Addresses of reviews and remarks; one review's own page reads across the steps (tansiq/cycle)."""

from django.urls import path

from tansiq.reviews.agenda import passing
from tansiq.reviews.agenda import views as agenda
from tansiq.reviews.calendar import pages
from tansiq.reviews.guests import views as guests
from tansiq.reviews.minutes import views as minutes
from tansiq.reviews.papers import views as papers
from tansiq.reviews.views import attending, inviting, remarks, series, steering, timeline

urlpatterns = [
    path("reviews/", timeline.timeline, name="reviews"),
    path("reviews/<uuid:key>/phase/", steering.phase, name="review_phase"),
    path("reviews/<uuid:key>/plan/", steering.plan, name="review_plan"),
    path("reviews/<uuid:key>/calendar/", inviting.calendar, name="review_calendar"),
    path("reviews/<uuid:key>/documents/", papers.review_documents, name="review_documents"),
    path("reviews/<uuid:key>/documents/file/", papers.document_file, name="document_file"),
    path("documents/<uuid:key>/", papers.document, name="document"),
    path("documents/<uuid:key>/content/", papers.document_content, name="document_content"),
    path("documents/<uuid:key>/replace/", papers.document_replace, name="document_replace"),
    path("documents/<uuid:key>/release/", papers.document_release, name="document_release"),
    path("reviews/<uuid:key>/attendance/", attending.attendance, name="attendance"),
    path("reviews/<uuid:key>/guests/invite/", guests.guest_invite, name="guest_invite"),
    path("guests/<uuid:key>/", guests.guest, name="guest"),
    path("guests/<uuid:key>/end/", guests.guest_end, name="guest_end"),
    path("visit/", guests.visit, name="visit"),
    path("reviews/<uuid:key>/concern/", attending.concern, name="concern"),
    path("reviews/<uuid:key>/agenda/", agenda.agenda, name="agenda"),
    path("reviews/<uuid:key>/agenda/set/", agenda.agenda_set, name="agenda_set"),
    path("agenda/<uuid:key>/", agenda.agenda_item, name="agenda_item"),
    path("agenda/<uuid:key>/change/", agenda.agenda_change, name="agenda_change"),
    path("agenda/<uuid:key>/move/", agenda.agenda_move, name="agenda_move"),
    path("agenda/<uuid:key>/withdraw/", agenda.agenda_withdraw, name="agenda_withdraw"),
    path("agenda/<uuid:key>/refer/", passing.agenda_refer, name="agenda_refer"),
    path("agenda/waiting/<uuid:key>/set/", passing.agenda_take_up, name="agenda_take_up"),
    path("agenda/<uuid:key>/release/", agenda.agenda_item_release, name="agenda_item_release"),
    path("agenda/<uuid:key>/minutes/", minutes.minutes, name="minutes"),
    path("agenda/<uuid:key>/minutes/draft/", minutes.minutes_draft, name="minutes_draft"),
    path("agenda/<uuid:key>/minutes/circulate/", minutes.minutes_circulate, name="minutes_circulate"),
    path("agenda/<uuid:key>/minutes/correct/", minutes.minutes_correct, name="minutes_correct"),
    path("agenda/<uuid:key>/minutes/adopt/", minutes.minutes_adopt, name="minutes_adopt"),
    path("agenda/<uuid:key>/minutes/seal/", minutes.minutes_seal, name="minutes_seal"),
    path("corrections/<uuid:key>/answer/", minutes.minutes_answer, name="minutes_answer"),
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
