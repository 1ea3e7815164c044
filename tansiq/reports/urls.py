"""Addresses of calls for reports and of what members answer."""

from django.urls import path

from tansiq.reports.views import closing

urlpatterns = [
    path("calls/<uuid:key>/closing/", closing.call_closing, name="call_closing"),
]
