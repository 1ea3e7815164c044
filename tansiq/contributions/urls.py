"""Addresses of contributions."""

from django.urls import path

from tansiq.contributions import views

urlpatterns = [
    path("contributions/", views.contributions, name="contributions"),
    path("contributions/doubtful/", views.doubtful, name="contributions_doubtful"),
    path("contributions/<uuid:key>/", views.contribution, name="contribution"),
]
