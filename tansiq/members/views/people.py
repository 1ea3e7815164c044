"""The people of a member: who speaks for it, whom it invites, whose accreditation it ends."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.members import commands, demands, letters, offices, queries
from tansiq.members.forms import AccreditForm, VersionForm
from tansiq.members.fresh import freshly
from tansiq.members.hats import hats_of
from tansiq.members.invitations import token_of
from tansiq.members.models import Accreditation
from tansiq.members.sessions import digest
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members, for_office
from tansiq.release.models import Member
from tansiq.release.pages import page_of
from tansiq.release.wording import own_circle, own_stripe, stripe

FEW = 5  # Sign-ins that one's own page shows.


@for_members
def my_member(request: Entered) -> HttpResponse:
    """My member: its people, its invitations, and my own sign-ins."""
    member = get_object_or_404(Member, pk=request.acting.member)
    page = page_of(request, queries.people_of(member))
    sessions = list(queries.sessions_of(request.acting.account)[: FEW + 1])
    given = {
        "member": member,
        "page": page,
        "today": clock.today(),
        "now": clock.now(),
        "may_end": {one.pk for one in page if one.ended_at is None and commands.may_end(one)},
        "may_accredit": bool(commands.roles_to_give(member)),
        "sessions": sessions[:FEW],
        "more_sessions": len(sessions) > FEW,
        "here": digest(request.session.session_key),
        "may_demand": demands.may_demand(),
        "keeps": request.acting.hat in Accreditation.KEEPERS,
        "hats": len(hats_of(request.acting.account)),
        "stripe": stripe([own_circle(), *(one.audience for one in page)]),
    }
    return render(request, "members/my.html", given)


@for_members
def accredit(request: Entered) -> HttpResponse:
    """Accredit a person of my member, and invite that person."""
    return _accredit(request, get_object_or_404(Member, pk=request.acting.member))


@for_office(offices.SECRETARIAT)
def accredit_for(request: Entered, code: str) -> HttpResponse:
    """Accredit a member's administrator or the officer of an office, and invite that person."""
    return _accredit(request, get_object_or_404(Member, code=code))


def _accredit(request: Entered, member: Member) -> HttpResponse:
    roles = commands.roles_to_give(member)
    if not roles:
        raise PermissionDenied
    sent = sent_to(request)
    form, status = AccreditForm(sent, roles=roles), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            token = token_of(sent.get("once", ""))
            try:
                accreditation = _give(member, form.cleaned_data, token)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                return _invited(request, accreditation, form.cleaned_data["email"], token)
    given = {"form": form, "member": member, "stripe": own_stripe()}
    return render(request, "members/accredit.html", given, status=status)


def _give(member: Member, given: dict[str, Any], token: str) -> Accreditation:
    said = {name: given[name] for name in ("name", "role", "email", "valid_from", "valid_until")}
    return commands.accredit(member=member, token=token, **said)


def _invited(request: Entered, accreditation: Accreditation, email: str, token: str) -> HttpResponse:
    """The link, shown once, to be passed on; the letter with it says nothing of the member."""
    host = f"{request.scheme}://{request.get_host()}"
    if accreditation.created_at == clock.now():  # Else the form was sent twice, and the letter is on its way.
        letters.post(letters.compose("account/email/invitation", email, {"host": host, "token": token}))
    given = {
        "accreditation": accreditation,
        "email": email,
        "link": host + reverse("invitation", args=[token]),
        "stripe": own_stripe(),
    }
    return render(request, "members/invited.html", given)


@for_members
@freshly
def end(request: Entered, key: UUID) -> HttpResponse:
    """End a person's accreditation: what it means first, then the act."""
    rows = Accreditation.objects.select_related("person", "member", "audience").filter(ended_at=None)
    accreditation = get_object_or_404(rows, pk=key)
    if not commands.may_end(accreditation):
        raise PermissionDenied
    sent = sent_to(request)
    form, status = VersionForm(sent, initial={"version": accreditation.version}), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                commands.end_accreditation(accreditation=accreditation, **form.cleaned_data)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("The accreditation has ended, and its sign-ins are closed."))
                return HttpResponseRedirect(_back(request, accreditation.member))
    given = {"form": form, "accreditation": accreditation, "stripe": stripe([accreditation.audience])}
    return render(request, "members/end.html", given, status=status)


def _back(request: Entered, member: Member) -> str:
    """Where whoever ended it saw it."""
    return reverse("my_member") if member.pk == request.acting.member else reverse("member", args=[member.code])
