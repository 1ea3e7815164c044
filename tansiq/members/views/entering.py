"""Coming in by invitation: the one way to an account."""

from uuid import UUID

from django.contrib import auth, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members import commands, queries
from tansiq.members.models import Account, Accreditation
from tansiq.members.passwords import PasswordForm
from tansiq.members.queries import Invited
from tansiq.members.sessions import note_device, wear
from tansiq.record.answers import BAD, OK, sent_to, status_of
from tansiq.release.acting import acting_as, now_acting, token_for
from tansiq.release.asking import only_fields
from tansiq.release.doors import Request
from tansiq.release.wording import Stripe, stripe

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
GONE = 404

# The form's own address is told to the house (against forgery), the secret in it to nobody.
REFERRER = "strict-origin"


def invitation(request: Request, token: str) -> HttpResponse:
    """For whom and as what somebody is invited, and accepting it; looking at it changes nothing."""
    response = _answer(request, token)
    response["Referrer-Policy"] = REFERRER
    return response


def _answer(request: Request, token: str) -> HttpResponse:
    asked, sent = queries.invited(token), sent_to(request)
    if asked is None and sent is not None and queries.has_accepted(token, request.acting.account):
        return HttpResponseRedirect(reverse("home"))  # The form was sent twice.
    if asked is None:
        return render(request, "members/no_invitation.html", {"stripe": stripe([])}, status=GONE)
    form = PasswordForm(sent if request.user.is_anonymous else None, email=asked.email)
    status, refusals = OK, []
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if request.user.is_authenticated or form.is_valid():
            try:
                return _accept(request, asked, token, sent.get("password", ""))
            except ValidationError as refusal:
                status, refusals = status_of(refusal), refusal.messages
    release = Stripe(_("For the invited person alone"), (asked.email,), public=False)
    given = {"invited": asked, "form": form, "refusals": refusals, "stripe": release}
    return render(request, "members/invitation.html", given, status=status)


def _accept(request: Request, asked: Invited, token: str, password: str) -> HttpResponse:
    """Bind the invitation and enter on the record that it is accepted: both or neither."""
    with transaction.atomic():
        account = request.user if request.user.is_authenticated else _open(asked, password)
        bound = commands.bind(token, account)
        if bound is None:
            raise Http404
        if asked.member is not None:  # A guest acts in nothing, so that no entry can be its own.
            _record(account.pk, bound)
    if request.user.is_anonymous:
        auth.login(request, account, backend=BACKEND)
        note_device(request)
    wear(request, bound)
    messages.success(request, _("Welcome. You wear your new hat now."))
    return HttpResponseRedirect(reverse("home"))


def _open(asked: Invited, password: str) -> Account:
    return commands.open_account(email=asked.email, password=password)


def _record(account: UUID, accreditation: UUID) -> None:
    """The entry is the accepting person's own act, under the new hat."""
    with acting_as(token_for(account, accreditation)):
        if now_acting() is None:
            raise ValidationError(_("This accreditation is not valid today. Ask whoever invited you from when it is."))
        commands.accept(accreditation=Accreditation.objects.get(pk=accreditation))
