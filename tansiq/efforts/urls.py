"""Addresses of measures; lines of effort read across the steps (tansiq/cycle)."""

from django.urls import path

from tansiq.efforts import views

urlpatterns = [
    path("measures/", views.measures, name="measures"),
    path("measures/<uuid:key>/", views.measure, name="measure"),
]
