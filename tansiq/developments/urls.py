"""Addresses of developments and of claims of cause, along a line of effort or on the whole; and of briefings."""

from django.urls import path

from tansiq.developments.briefing import views as briefing
from tansiq.developments.views import changes, claims

urlpatterns = [
    path("lines/<slug:code>/developments/", changes.developments, name="developments"),
    path("lines/<slug:code>/developments/report/", changes.development_report, name="development_report"),
    path("lines/<slug:code>/claim/", claims.claim_make, name="claim_make"),
    path("developments/", changes.developments, name="developments_whole"),
    path("developments/report/", changes.development_report, name="development_report_whole"),
    path("developments/claim/", claims.claim_make, name="claim_make_whole"),
    path("developments/<uuid:key>/", changes.development, name="development"),
    path("developments/<uuid:key>/correct/", changes.development_correct, name="development_correct"),
    path("developments/<uuid:key>/withdraw/", changes.development_withdraw, name="development_withdraw"),
    path("claims/<uuid:key>/", claims.claim, name="claim"),
    path("reviews/<uuid:key>/briefing/", briefing.briefing, name="briefing"),
    path("reviews/<uuid:key>/briefing/write/", briefing.briefing_write, name="briefing_write"),
    path("briefings/<uuid:key>/ask/", briefing.briefing_ask, name="briefing_ask"),
    path("briefings/questions/<uuid:key>/answer/", briefing.briefing_answer, name="briefing_answer"),
    path("briefings/steps/<uuid:key>/take/", briefing.step_take, name="step_take"),
    path("claims/<uuid:key>/answer/", claims.claim_answer, name="claim_answer"),
]
