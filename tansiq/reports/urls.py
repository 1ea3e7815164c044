"""Addresses of calls for reports, of what members answer, and of what is done beside an answer."""

from django.urls import path

from tansiq.reports.views import (
    answering,
    beside,
    board,
    calling,
    clearance,
    closing,
    filing,
    intake,
    listing,
    overlaps,
    releasing,
    report,
    restatements,
)

urlpatterns = [
    path("calls/", calling.calls, name="calls"),
    path("calls/<uuid:key>/", board.call, name="call"),
    path("calls/<uuid:key>/answer/", answering.call_answer, name="call_answer"),
    path("calls/<uuid:key>/draft/", answering.call_draft, name="call_draft"),
    path("calls/<uuid:key>/overlaps/", overlaps.overlaps, name="overlaps"),
    path("calls/<uuid:key>/overlaps/state/", overlaps.overlap_state, name="overlap_state"),
    path("calls/<uuid:key>/reports/", listing.call_reports, name="call_reports"),
    path("calls/<uuid:key>/reports/enter/", filing.report_enter, name="report_enter"),
    path("calls/<uuid:key>/reports/release/", releasing.reports_release, name="reports_release"),
    path("calls/ask/", calling.call_make, name="call_make"),
    path("my/clearance/", clearance.clearance, name="clearance"),
    path("reports/<uuid:key>/", report.report, name="report"),
    path("reports/<uuid:key>/ask/", beside.report_ask, name="report_ask"),
    path("reports/<uuid:key>/confirm/", beside.report_confirm, name="report_confirm"),
    path("reports/<uuid:key>/restate/", filing.report_restate, name="report_restate"),
    path("reports/<uuid:key>/rule/", beside.report_rule, name="report_rule"),
    path("reports/queries/<uuid:key>/reply/", beside.report_reply, name="report_reply"),
    path("restatements/", restatements.restatements, name="restatements"),
    path("reviews/<uuid:key>/call/", calling.review_call, name="review_call"),
    path("calls/<uuid:key>/intake/", intake.call_intake, name="call_intake"),
    path("calls/<uuid:key>/workbook/", intake.call_workbook, name="call_workbook"),
    path("calls/<uuid:key>/closing/", closing.call_closing, name="call_closing"),
]
