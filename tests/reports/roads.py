"""Addresses for tests of what leads to the pages of calls and reports."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from tansiq.urls import handler400, handler403, handler404, handler500, health
from tansiq.urls import urlpatterns as ours

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
urlpatterns = [
    *ours,
    *i18n_patterns(
        path("calls/<uuid:key>/", health, name="call"),
        path("calls/<uuid:key>/answer/", health, name="call_answer"),
        path("reports/<uuid:key>/", health, name="report"),
    ),
]
