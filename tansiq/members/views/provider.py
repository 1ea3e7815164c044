"""Signing in through an identity provider: there and back."""

from collections.abc import Callable

from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import activate, get_language
from requests import RequestException

from tansiq.members.providers import Verified, refusal

OWN = {"same-origin", "none", ""}  # What a browser says of a link that was followed here.
LANGUAGE = "language"  # The provider knows one address in both languages: a session remembers which one was read.
UNREACHED = 502


def begin(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead to the provider; only from a page of this house, so that nobody is signed in unasked."""
    if request.headers.get("Sec-Fetch-Site", "") not in OWN:
        return HttpResponseRedirect(reverse("account_login"))
    answer = _ask(request, OAuth2LoginView.adapter_view(Verified(request, provider_id)))
    request.session[LANGUAGE] = get_language()
    return answer


def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from the provider with what it says."""
    if language := request.session.get(LANGUAGE):
        activate(language)
    return _ask(request, OAuth2CallbackView.adapter_view(Verified(request, provider_id)))


def _ask(request: HttpRequest, view: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Ask the provider; where it is away or says what cannot be read, that is said."""
    try:
        return view(request)
    except SocialApp.DoesNotExist as unknown:
        raise Http404 from unknown
    except (RequestException, OAuth2Error, ValueError, KeyError):
        return refusal(request, UNREACHED)
