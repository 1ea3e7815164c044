"""Addresses of measures, milestones and figures told apart; lines of effort read across the steps (tansiq/cycle)."""

from django.urls import path

from tansiq.efforts import views
from tansiq.efforts.defining import views as defining
from tansiq.efforts.dividing import views as dividing
from tansiq.efforts.milestones import views as milestones

urlpatterns = [
    path("measures/", views.measures, name="measures"),
    path("measures/new/", defining.measure_define, name="measure_define"),
    path("measures/<uuid:key>/", views.measure, name="measure"),
    path("measures/<uuid:key>/change/", defining.measure_change, name="measure_change"),
    path("measures/<uuid:key>/baseline/", defining.baseline_set, name="baseline_set"),
    path("measures/<uuid:key>/base/", defining.base_add, name="base_add"),
    path("measures/<uuid:key>/target/", defining.target_set, name="target_set"),
    path("measures/<uuid:key>/release/", defining.measure_release, name="measure_release"),
    path("figures/<uuid:key>/parts/", dividing.parts_add, name="parts_add"),
    path("milestones/", milestones.milestones, name="milestones"),
    path("milestones/new/", milestones.milestone_set, name="milestone_set"),
    path("milestones/<uuid:key>/expect/", milestones.milestone_expect, name="milestone_expect"),
    path("milestones/<uuid:key>/attest/", milestones.milestone_attest, name="milestone_attest"),
    path("milestones/<uuid:key>/wait/", milestones.milestone_await, name="milestone_await"),
]
