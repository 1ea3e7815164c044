"""Addresses of the record."""

from django.urls import path

from tansiq.record import views

urlpatterns = [
    path("record/", views.listed, name="record"),
    path("record/<uuid:key>/", views.entry, name="entry"),
]
