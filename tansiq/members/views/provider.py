"""Signing in through an identity provider: there and back."""

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from requests import RequestException

from tansiq.members.providers import Verified, refusal

OWN = {"same-origin", "none", ""}  # What a browser says of a link that was followed here.
UNREACHED = 502


def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the provider; only from a page of this house, so that nobody is signed in unasked."""
    if request.headers.get("Sec-Fetch-Site", "") not in OWN:
        return HttpResponseRedirect(reverse("account_login"))
    try:
        answer: HttpResponse = OAuth2LoginView.adapter_view(Verified(request, provider_id))(request)
    except (RequestException, OAuth2Error, ValueError):
        return refusal(request, UNREACHED)
    return answer


def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the provider with what it says."""
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(Verified(request, provider_id))(request)
    except (RequestException, OAuth2Error, ValueError, KeyError):
        return refusal(request, UNREACHED)
    return answer
