"""Addresses of calls and reports."""

from django.urls import path

from tansiq.reports.views import intake

urlpatterns = [
    path("calls/<uuid:key>/intake/", intake.call_intake, name="call_intake"),
    path("calls/<uuid:key>/workbook/", intake.call_workbook, name="call_workbook"),
]
