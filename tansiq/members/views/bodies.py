"""Releasing a body to more, those who are members today or the public; and in which zone its times are told."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members import offices, queries
from tansiq.members.circle_forms import BodyReleaseForm
from tansiq.members.coalition import change_zone, release_body
from tansiq.members.models import Body
from tansiq.members.time_forms import ZoneForm
from tansiq.record.acts import is_own
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.commands import is_wider
from tansiq.release.doors import Entered, for_office
from tansiq.release.models import PUBLIC, Audience, Releasable
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe


def wider(body: Body) -> dict[str, list[int]]:
    """To whom more a body can be released, each by its way: all who are members today, and the public."""
    of_today = sorted({*everyone(), *body.audience.readers})
    ways = {"members": of_today, "public": [PUBLIC]}
    return {way: readers for way, readers in ways.items() if is_wider(body.audience, Audience(readers=readers))}


@for_office(offices.SECRETARIAT)
def release(request: Entered, key: UUID, along: Sequence[type[Releasable]]) -> HttpResponse:
    """Release a body to more, with what hangs on it alike: whoever reads it now still will."""
    found = get_object_or_404(queries.bodies(), pk=key)
    ways = wider(found)
    if not is_own(found) or not ways:
        raise Http404
    sent, status = sent_to(request), OK
    form = BodyReleaseForm(sent, ways=ways, version=found.version)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            given = form.cleaned_data
            try:
                release_body(body=found, version=given["version"], readers=ways[given["release"]], along=along)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("body", args=[key]))
    given_to_page = {"form": form, "body": found, "to": chip(found.audience), "stripe": own_stripe()}
    return render(request, "members/body_release.html", given_to_page, status=status)


@for_office(offices.SECRETARIAT)
def zone(request: Entered, key: UUID) -> HttpResponse:
    """In which zone a body's due times are told; where somebody was quicker, what that one chose stands beside it."""
    found = get_object_or_404(queries.bodies(), pk=key)
    if not is_own(found):
        raise Http404
    sent, status = sent_to(request), OK
    form = ZoneForm(sent, initial={"zone": found.zone, "version": found.version})
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                change_zone(body=found, **form.cleaned_data)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("body", args=[key]))
    given = {"form": form, "body": found, "stripe": stripe([found.audience])}
    return render(request, "members/body_zone.html", given, status=status)
