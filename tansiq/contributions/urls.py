"""Addresses of contributions, of needs and of what moved."""

from django.urls import path

from tansiq.contributions import views
from tansiq.contributions.giving import views as giving
from tansiq.contributions.needs import views as needs
from tansiq.contributions.spent import views as spent

urlpatterns = [
    path("contributions/", views.contributions, name="contributions"),
    path("contributions/doubtful/", views.doubtful, name="contributions_doubtful"),
    path("contributions/state/", giving.contribution_state, name="contribution_state"),
    path("contributions/<uuid:key>/", views.contribution, name="contribution"),
    path("contributions/<uuid:key>/stage/", giving.contribution_stage, name="contribution_stage"),
    path("contributions/<uuid:key>/received/", giving.contribution_received, name="contribution_received"),
    path("contributions/<uuid:key>/correct/", giving.contribution_correct, name="contribution_correct"),
    path("contributions/<uuid:key>/consent/", giving.contribution_consent, name="contribution_consent"),
    path("contributions/<uuid:key>/caveat/", giving.contribution_caveat, name="contribution_caveat"),
    path("stages/<uuid:key>/correct/", giving.step_correct, name="step_correct"),
    path("caveats/<uuid:key>/lift/", giving.caveat_lift, name="caveat_lift"),
    path("needs/", needs.needs, name="needs"),
    path("needs/matrix/", needs.needs_matrix, name="needs_matrix"),
    path("needs/state/", needs.need_state, name="need_state"),
    path("needs/<uuid:key>/", needs.need, name="need"),
    path("needs/<uuid:key>/offer/", needs.need_offer, name="need_offer"),
    path("needs/<uuid:key>/close/", needs.need_close, name="need_close"),
    path("lines/<slug:code>/spent/", spent.spent, name="spent"),
    path("measures/<uuid:key>/moved/", spent.measure_moved, name="measure_moved"),
]
