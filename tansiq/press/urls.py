"""Addresses of statements, forecasts and sources."""

from django.urls import path

from tansiq.press import views

urlpatterns = [
    path("statements/", views.statements, name="statements"),
    path("statements/<uuid:key>/", views.statement, name="statement"),
    path("forecasts/", views.forecasts, name="forecasts"),
    path("sources/", views.listed, name="sources"),
    path("sources/<uuid:key>/", views.source, name="source"),
]
