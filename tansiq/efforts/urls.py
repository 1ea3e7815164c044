"""Addresses of measures; lines of effort read across the steps (tansiq/cycle)."""

from django.urls import path

from tansiq.efforts import views
from tansiq.efforts.defining import views as defining

urlpatterns = [
    path("measures/", views.measures, name="measures"),
    path("measures/new/", defining.measure_define, name="measure_define"),
    path("measures/<uuid:key>/", views.measure, name="measure"),
    path("measures/<uuid:key>/change/", defining.measure_change, name="measure_change"),
    path("measures/<uuid:key>/baseline/", defining.baseline_set, name="baseline_set"),
    path("measures/<uuid:key>/base/", defining.base_add, name="base_add"),
    path("measures/<uuid:key>/target/", defining.target_set, name="target_set"),
]
