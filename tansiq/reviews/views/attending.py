"""Who attends a review: each fact apart, and the forms by which a member registers and the offices record."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Member
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reviews import queries
from tansiq.reviews.attending import name_concern, receive_guest, record_presence, register_for
from tansiq.reviews.attending_forms import ConcernForm, PresenceForm, RegistrationForm
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Participation, Review

SIZE = 40
SAID = ("part", "level", "represented_by")


@for_members
def attendance(request: Entered, key: UUID) -> HttpResponse:
    """Each fact of who attends, the last first, and the form to add one."""
    review = get_object_or_404(queries.in_rooms(), pk=key)
    known = everyone()
    members = {member.code: member for member in known.values() if not member.is_office}
    form, status = _form(request, members), OK
    if form is not None and form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                _do(review, members, form.cleaned_data)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("attendance", args=[key]))
    page = page_of(request, queries.attendance_at(key), SIZE)
    given = {
        "review": review,
        "form": form,
        "may_invite": request.acting.code in OPENERS,
        "page": page,
        "known": {member.pk: member for member in known.values()},
        "stripe": stripe([review.audience, review.body.audience, *(one.audience for one in page)], known),
    }
    return render(request, "reviews/attendance.html", given, status=status)


def _form(request: Entered, members: dict[str, Member]) -> Form | None:
    """The form of whoever looks: the offices record, a member registers itself."""
    sent = sent_to(request)
    if request.acting.code in OPENERS:
        return PresenceForm(sent, members=members.values())
    return RegistrationForm(sent) if request.acting.kind != Member.Kind.OFFICE else None


def _do(review: Review, members: dict[str, Member], given: dict[str, Any]) -> None:
    if "who" in given:
        register_for(review=review, level=given["level"], who=given["who"])
    elif given["part"] == Participation.Part.GUEST:
        receive_guest(review=review, guest=given["guest"], session=given["session"])
    else:
        record_presence(review=review, member=members[given["member"]], **{name: given[name] for name in SAID})


@for_members
def concern(request: Entered, key: UUID) -> HttpResponse:
    """The form to name whom a line of effort concerns most; a member names itself alone."""
    review = get_object_or_404(queries.reviews(), pk=key)
    known = everyone()
    may_name = request.acting.code in OPENERS
    members = [one for one in known.values() if not one.is_office and (may_name or one.pk == request.acting.member)]
    lines = [one for one in queries.subjects().values() if one.is_line]
    sent, status = sent_to(request), OK
    form = ConcernForm(sent, members=members, lines=lines)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            member = next(one for one in members if one.code == form.cleaned_data["member"])
            line = next(one for one in lines if str(one.pk) == form.cleaned_data["line"])
            try:
                name_concern(review=review, member=member, line=line)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("review", args=[key]))
    shown = [review, review.body, *lines]
    given = {"review": review, "form": form, "stripe": stripe([one.audience for one in shown], known)}
    return render(request, "reviews/concern.html", given, status=status)
