"""Signing in: the first step by password, passkey or provider, and the second one by code or passkey."""

from typing import Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.views import LoginView
from allauth.core import ratelimit
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from tansiq.members import factors, passkeys
from tansiq.members.adapter import local
from tansiq.members.proofs import WRONG_PASSKEY, CredentialField, SecondStepForm
from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.wording import stripe


def ways_in(request: HttpRequest) -> dict[str, Any]:
    """What the form to sign in offers beside a password."""
    language = (get_language() or "ar").split("-")[0]
    return {
        "passkey": passkeys.to_show(request) if passkeys.possible(request) else "",
        "provider": settings.OIDC_URL and (settings.OIDC_NAMES.get(language) or settings.OIDC_URL),
    }


class _SignIn(LoginView):
    """allauth's page, with the other ways in beside the password."""

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        return {**super().get_context_data(**given), **ways_in(self.request)}


sign_in = _SignIn.as_view()


def by_passkey(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey alone: it is something that one has, and it has asked for a finger, a face or a code."""
    onward = local(request.POST.get("next", ""))
    if request.method == "POST" and not request.user.is_authenticated:
        if limited := ratelimit.consume_or_429(request, action="login"):
            return limited
        row = passkeys.shown(request, _credential(request))
        if row is not None:
            record_authentication(request, row.user, "mfa", type=factors.PASSKEY, passwordless=True)
            return perform_login(request, Login(user=row.user, redirect_url=onward or None))
        messages.error(request, WRONG_PASSKEY)
    return HttpResponseRedirect(reverse("account_login") + (f"?{urlencode({'next': onward})}" if onward else ""))


def _credential(request: HttpRequest) -> Any:
    field = CredentialField(required=False)
    try:
        return field.clean(request.POST.get("credential", ""))
    except ValidationError:
        return None


@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
def second_step(request: HttpRequest) -> HttpResponse:
    """The second step: the password was right, and the account has a second factor."""
    stage = request._login_stage  # type: ignore[attr-defined]  # noqa: SLF001 -- allauth's decorator puts it there
    account, sent = stage.login.user, sent_to(request)
    form, status = SecondStepForm(sent, request=request, account=account), OK
    if sent is not None:
        only_fields(request, form)
        if form.is_valid():
            return stage.exit()
        status = BAD
    held = factors.kinds_of(account.pk)
    given = {
        "form": form,
        "by_code": bool(held & {factors.APP, factors.CODES}),
        "passkey": passkeys.to_show(request, account.pk)
        if factors.PASSKEY in held and passkeys.possible(request)
        else "",
        "stripe": stripe([]),
    }
    return render(request, "mfa/authenticate.html", given, status=status)
