"""Addresses of risks."""

from django.urls import path

from tansiq.risks import views

urlpatterns = [path("risks/", views.risks, name="risks")]
