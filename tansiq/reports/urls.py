"""Addresses of calls for reports and of what members answer."""

from django.urls import path

from tansiq.reports.views import answering, board, calling

urlpatterns = [
    path("calls/", calling.calls, name="calls"),
    path("calls/ask/", calling.call_make, name="call_make"),
    path("calls/<uuid:key>/", board.call, name="call"),
    path("calls/<uuid:key>/answer/", answering.call_answer, name="call_answer"),
    path("calls/<uuid:key>/draft/", answering.call_draft, name="call_draft"),
    path("reviews/<uuid:key>/call/", calling.review_call, name="review_call"),
]
