"""Addresses of reviews and remarks; one review's own page reads across the steps (tansiq/cycle)."""

from django.urls import path

from tansiq.reviews.views import opening, remarks, timeline

urlpatterns = [
    path("reviews/", timeline.timeline, name="reviews"),
    path("reviews/open/", opening.review_open, name="review_open"),
    path("reviews/<uuid:key>/remark/", remarks.remark_make, name="remark_make"),
    path("remarks/<uuid:key>/", remarks.remark, name="remark"),
    path("remarks/<uuid:key>/correct/", remarks.remark_correct, name="remark_correct"),
    path("remarks/<uuid:key>/release/", remarks.remark_release, name="remark_release"),
]
