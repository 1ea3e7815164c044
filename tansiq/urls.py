"""The addresses of the house: each step brings its own, under the language that the reader reads in."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.generic import RedirectView

from tansiq.advice import urls as advice
from tansiq.assessments import urls as assessments
from tansiq.contributions import urls as contributions
from tansiq.cycle import urls as cycle
from tansiq.decisions import urls as decisions
from tansiq.developments import urls as developments
from tansiq.efforts import urls as efforts
from tansiq.forecasts import urls as forecasts
from tansiq.members import urls as members
from tansiq.members.urls import provider_back, provider_there
from tansiq.press import urls as press
from tansiq.record import urls as record
from tansiq.reports import urls as reports
from tansiq.reviews import urls as reviews
from tansiq.risks import urls as risks


def health(_request: HttpRequest) -> HttpResponse:
    """Whether the house answers; nothing else."""
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [
    path("health", health, name="health"),
    path("", RedirectView.as_view(pattern_name="home"), name="door"),
    *(provider_back if settings.OIDC_URL else []),
    *i18n_patterns(
        *(provider_there if settings.OIDC_URL else []),
        *members.urlpatterns,
        *reviews.urlpatterns,
        *efforts.urlpatterns,
        *reports.urlpatterns,
        *assessments.urlpatterns,
        *developments.urlpatterns,
        *advice.urlpatterns,
        *forecasts.urlpatterns,
        *risks.urlpatterns,
        *decisions.urlpatterns,
        *contributions.urlpatterns,
        *press.urlpatterns,
        *record.urlpatterns,
        *cycle.urlpatterns,
    ),
]
handler400 = "tansiq.cycle.refusing.bad"
handler403 = "tansiq.cycle.refusing.refused"
handler404 = "tansiq.cycle.refusing.absent"
handler500 = "tansiq.cycle.refusing.failed"
