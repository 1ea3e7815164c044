"""Signing in through an identity provider opens an account that is there already, and never makes one."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tansiq.members.models import Account
from tansiq.release.wording import stripe

ERROR = "socialaccount/authentication_error.html"
FORBIDDEN = 403


def refusal(request: HttpRequest, status: int = FORBIDDEN) -> HttpResponse:
    """One answer, whatever was wrong: it does not tell who has an account."""
    return render(request, ERROR, {"stripe": stripe([])}, status=status)


class KnownOnly(DefaultSocialAccountAdapter):
    """Nobody signs up by a provider; nothing of it is kept but that somebody has signed in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody signs up: members accredit and invite."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Open the account of the address that the provider has verified."""
        told = sociallogin.account.extra_data
        same = told.get("userinfo", {}).get("sub") == told.get("id_token", {}).get("sub")
        email = next((one.email for one in sociallogin.email_addresses if one.verified is True), "")
        account = Account.objects.filter(email__iexact=email).first() if email and same else None
        if account is None:
            raise ImmediateHttpResponse(refusal(request))
        sociallogin.user = account

    def on_authentication_error(self, request: HttpRequest, provider: Any, **_given: Any) -> None:
        """What the provider refuses is answered as everything else."""
        raise ImmediateHttpResponse(refusal(request))


class Verified(OpenIDConnectOAuth2Adapter):
    """allauth's way to a provider; the signature of what it says is always looked at."""

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        self.did_fetch_access_token = False
        decoded: dict[str, Any] = super()._decode_id_token(app, id_token)
        return decoded
