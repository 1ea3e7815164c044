"""Addresses of decisions and actions."""

from django.urls import path

from tansiq.decisions import views

urlpatterns = [
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/<uuid:key>/", views.decision, name="decision"),
    path("actions/", views.actions, name="actions"),
]
