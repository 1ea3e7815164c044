"""Addresses of calls for advice, of what is given to them, and of what becomes of it."""

from django.urls import path

from tansiq.advice.views import calls, giving, items

urlpatterns = [
    path("advice/", calls.advice_calls, name="advice_calls"),
    path("advice/call/", calls.advice_call_make, name="advice_call_make"),
    path("advice/calls/<uuid:key>/", calls.advice_call, name="advice_call"),
    path("advice/calls/<uuid:key>/advise/", giving.advise, name="advise"),
    path("advice/calls/<uuid:key>/nothing/", giving.nothing_to_add, name="nothing_to_add"),
    path("advice/calls/<uuid:key>/lay/", giving.advice_lay, name="advice_lay"),
    path("advice/<uuid:key>/", items.advice, name="advice"),
    path("advice/<uuid:key>/correct/", giving.advice_correct, name="advice_correct"),
    path("advice/<uuid:key>/position/", items.position_take, name="advice_position"),
    path("advice/<uuid:key>/cured/", items.weak_point_cure, name="weak_point_cure"),
    path("reviews/<uuid:key>/advice/", calls.review_advice, name="review_advice"),
]
