"""Addresses of risks: what stands, one by one, over reviews, the rankings, and the forms."""

from django.urls import path

from tansiq.risks import views
from tansiq.risks.ranking import views as ranking
from tansiq.risks.stating import views as stating

urlpatterns = [
    path("risks/", views.risks, name="risks"),
    path("risks/reviews/", views.over, name="risks_over"),
    path("risks/new/", stating.risk_state, name="risk_state"),
    path("risks/scale/", stating.risk_scale, name="risk_scale"),
    path("risks/<uuid:key>/", views.risk, name="risk"),
    path("risks/<uuid:key>/again/", stating.risk_renew, name="risk_renew"),
    path("risks/<uuid:key>/end/", stating.risk_end, name="risk_end"),
    path("reviews/<uuid:key>/rankings/", ranking.rankings, name="rankings"),
    path("reviews/<uuid:key>/rank/", ranking.rank, name="risk_rank"),
]
