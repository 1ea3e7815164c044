"""How I sign in: my authenticator app, my passkeys, my recovery codes; nobody else is shown them."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members import demands, factors, letters, passkeys
from tansiq.members.fresh import freshly
from tansiq.members.proofs import AppForm, PasskeyForm, PasskeyNameForm
from tansiq.members.qr import drawn_from_chance, path_of, uri_of
from tansiq.members.resetting import reset_of_mine
from tansiq.members.sessions import holder
from tansiq.members.wording import mine
from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members


@for_members
def index(request: Entered) -> HttpResponse:
    """What I have to sign in with, and what I can add."""
    own = factors.factors_of(holder(request).pk)
    kinds = {one.kind for one in own}
    given = {
        "factors": own,
        "has_app": factors.APP in kinds,
        "has_factor": bool(kinds & set(factors.STRONG)),
        "codes": next((one for one in own if one.kind == factors.CODES), None),
        "has_password": holder(request).has_usable_password(),
        "demand": demands.demand_in_force(),
        "held_back": demands.is_held_back(request),
        "reset": reset_of_mine(holder(request)),
        "stripe": mine(),
    }
    return render(request, "mfa/index.html", given)


@for_members
@freshly
def add_app(request: Entered) -> HttpResponse:
    """Add an authenticator app: its secret is shown, and kept when a code shows that it works."""
    account, sent = holder(request), sent_to(request)
    if factors.app_of(account.pk):
        return HttpResponseRedirect(reverse("mfa_index"))
    form, status = AppForm(sent, request=request, secret=drawn_from_chance()), OK
    if sent is not None:
        only_fields(request, form)
        if form.is_valid() and form.step is not None:
            factors.add_app(account, form.plain, form.step)
            _tell(request)
            messages.success(request, _("The app is set up. From now on signing in asks for its code."))
            return _onward(request)
        status = BAD
    path, side = path_of(uri_of(account.email, form.plain))
    given = {"form": form, "secret": form.plain, "qr": path, "side": side, "stripe": mine()}
    return render(request, "mfa/totp/activate_form.html", given, status=status)


@for_members
@freshly
def remove_app(request: Entered) -> HttpResponse:
    """Remove my authenticator app."""
    row = factors.app_of(holder(request).pk)
    if row is None:
        raise Http404
    return _remove(request, row, "mfa/totp/deactivate_form.html")


@for_members
@freshly
def add_passkey(request: Entered) -> HttpResponse:
    """Add a passkey."""
    sent, status = sent_to(request), OK
    form = PasskeyForm(sent, request=request)
    if sent is not None:
        only_fields(request, form)
        if form.is_valid():
            factors.add_passkey(holder(request), form.cleaned_data["name"], form.cleaned_data["credential"])
            _tell(request)
            messages.success(request, _("The passkey is added. It signs you in without your password."))
            return _onward(request)
        status = BAD
    wanted = passkeys.to_add(request, holder(request)) if passkeys.possible(request) else ""
    given = {"form": form, "passkey": wanted, "stripe": mine()}
    return render(request, "mfa/webauthn/add_form.html", given, status=status)


@for_members
@freshly
def name_passkey(request: Entered, key: UUID) -> HttpResponse:
    """Call one of my passkeys by another name."""
    row = factors.passkey_of(holder(request).pk, key)
    if row is None:
        raise Http404
    sent, status = sent_to(request), OK
    form = PasskeyNameForm(sent, initial={"name": row.data["name"]})
    if sent is not None:
        only_fields(request, form)
        if form.is_valid():
            factors.rename(row, form.cleaned_data["name"])
            messages.success(request, _("The passkey has another name now."))
            return HttpResponseRedirect(reverse("mfa_index"))
        status = BAD
    given = {"form": form, "name": row.data["name"], "stripe": mine()}
    return render(request, "mfa/webauthn/edit_form.html", given, status=status)


@for_members
@freshly
def remove_passkey(request: Entered, key: UUID) -> HttpResponse:
    """Remove one of my passkeys."""
    row = factors.passkey_of(holder(request).pk, key)
    if row is None:
        raise Http404
    return _remove(request, row, "mfa/webauthn/authenticator_confirm_delete.html")


@for_members
@freshly
def codes(request: Entered) -> HttpResponse:
    """New recovery codes, shown in this one answer; the former ones no longer hold."""
    if not factors.has_factor(holder(request).pk):
        return HttpResponseRedirect(reverse("mfa_index"))
    if request.method == "POST":
        told = factors.new_codes(holder(request))
        _tell(request)
        return render(request, "mfa/recovery_codes/index.html", {"codes": told, "stripe": mine()})
    held = next((one for one in factors.factors_of(holder(request).pk) if one.kind == factors.CODES), None)
    return render(request, "mfa/recovery_codes/generate.html", {"held": held, "stripe": mine()})


def _remove(request: Entered, row: "factors.Authenticator", template: str) -> HttpResponse:
    """What removing a factor means first, then the act."""
    refusal, status = "", OK
    if request.method == "POST":
        try:
            demands.refuse_to_lose_the_last(holder(request), row.type)
        except ValidationError as refused:
            refusal, status = " ".join(refused.messages), BAD
        else:
            factors.remove(row)
            _tell(request)
            messages.success(request, _("It is removed."))
            return HttpResponseRedirect(reverse("mfa_index"))
    given = {"name": row.data.get("name", ""), "refusal": refusal, "stripe": mine()}
    return render(request, template, given, status=status)


def _tell(request: Entered) -> None:
    """A letter to the holder, in case it was somebody else."""
    letters.post(letters.compose("account/email/factors_changed", holder(request).email, {}))


def _onward(request: Entered) -> HttpResponse:
    """After a first factor come the recovery codes, for the day when it is not at hand."""
    has_codes = factors.CODES in factors.kinds_of(holder(request).pk)
    return HttpResponseRedirect(reverse("mfa_index" if has_codes else "mfa_generate_recovery_codes"))
