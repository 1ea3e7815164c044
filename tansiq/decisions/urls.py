"""Addresses of decisions and actions."""

from django.urls import path

from tansiq.decisions import views
from tansiq.decisions.silence import views as silence

urlpatterns = [
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/<uuid:key>/", views.decision, name="decision"),
    path("actions/", views.actions, name="actions"),
    path("silence/", silence.silence_runs, name="silence_runs"),
    path("silence/<uuid:key>/", silence.silence, name="silence"),
    path("silence/<uuid:key>/say/", silence.silence_say, name="silence_say"),
    path("silence/<uuid:key>/break/", silence.silence_break, name="silence_break"),
    path("silence/<uuid:key>/chair/", silence.silence_lead, name="silence_lead"),
    path("silence/<uuid:key>/letter/", silence.silence_letter, name="silence_letter"),
]
