"""The pages of guests: inviting one, what is shown to it, the end of its visit, and the one page that it reads."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.members import letters
from tansiq.members.invitations import token_of
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_guests, for_members, for_office
from tansiq.release.models import Audience, Guest
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone, itself
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews import queries as reviews
from tansiq.reviews.agenda.forms import zone_of
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.guests import commands, queries
from tansiq.reviews.guests.forms import KINDS, EndForm, InviteForm, ShowForm, opened_at
from tansiq.reviews.papers.wording import size
from tansiq.reviews.wording import in_minutes

SIZE = 50


@for_office(*OPENERS)
def guest_invite(request: Entered, key: UUID) -> HttpResponse:
    """The form to invite a guest to one session of a review."""
    review = get_object_or_404(reviews.reviews(), pk=key)
    sent, status = sent_to(request), OK
    form = InviteForm(sent, review=review)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            token, given = token_of(sent.get("once", "")), form.cleaned_data
            try:
                named = {name: given[name] for name in ("said", "email", "until_at")}
                guest = commands.invite_guest(review=review, token=token, **named)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                return _invited(request, guest, given["email"], token)
    shown = {"review": review, "form": form, "stripe": stripe([review.audience, review.body.audience])}
    return render(request, "reviews/guest_invite.html", shown, status=status)


def _invited(request: Entered, guest: Guest, email: str, token: str) -> HttpResponse:
    """The link, shown once, to be passed on; the letter with it says nothing of the session."""
    host = f"{request.scheme}://{request.get_host()}"
    if guest.created_at == clock.now():  # Else the form was sent twice, and the letter is on its way.
        letters.post(letters.compose("account/email/invitation", email, {"host": host, "token": token}))
    link = host + reverse("invitation", args=[token])
    given = {"guest": guest, "email": email, "link": link, "stripe": own_stripe()}
    return render(request, "reviews/guest_invited.html", given)


@for_members
def guest(request: Entered, key: UUID) -> HttpResponse:
    """One guest: who it is, until when it reads, what is shown to it, and the form to show it more of one's own."""
    found, known = get_object_or_404(queries.guests(), pk=key), everyone()
    here = found.until_at > clock.now()
    sent, status = sent_to(request), OK
    form = ShowForm(sent, offered=queries.to_show(found) if here or sent is not None else [])
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                commands.show_to(guest=found, shown=form.shown())
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is shown to the guest now."))
                return HttpResponseRedirect(reverse("guest", args=[key]))
    shown = queries.shown_to(found)
    page = page_of(request, shown, SIZE)
    given = {
        "guest": found,
        "here": here,
        "kinds": KINDS,
        "page": page,
        "rows": [(one, chip(one.row.audience, known)) for one in page],
        "known": {member.pk: member for member in known.values()},
        "form": form if here and (form.offered or form.is_bound) else None,
        "may_end": commands.may_end(found),
        "stripe": stripe(queries.audiences_of(found, [*page, *form.offered.values()]), known),
    }
    return render(request, "reviews/guest.html", given, status=status)


@for_office(*OPENERS)
def guest_end(request: Entered, key: UUID) -> HttpResponse:
    """The form to end a guest's visit at once, or to let it end at another time."""
    found = get_object_or_404(queries.guests(), pk=key)
    if not commands.may_end(found):
        raise PermissionDenied
    review = get_object_or_404(reviews.reviews(), pk=found.review_id)
    sent, status, zone = sent_to(request), OK, zone_of(review)
    form = EndForm(sent, zone=zone, initial={"version": found.version, **opened_at(found.until_at, zone)})
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            said = {name: form.cleaned_data[name] for name in ("until_at", "version")}
            try:
                commands.end_visit(guest=found, **said)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("guest", args=[key]))
    given = {"guest": found, "form": form, "stripe": stripe([found.audience, review.audience, review.body.audience])}
    return render(request, "reviews/guest_end.html", given, status=status)


@for_guests
def visit(request: Request) -> HttpResponse:
    """The one page that a guest reads: to which session it comes, until when, and what is shown to it."""
    found = itself()
    assert found is not None  # noqa: S101 -- whoever acts as a guest reads of itself
    known, page = everyone(), page_of(request, queries.shown_to(found), SIZE)
    given = {
        "guest": found,
        "page": page,
        "rows": [(one, chip(one.row.audience, known)) for one in page],
        "kinds": KINDS,
        "size": size,
        "in_minutes": in_minutes,
        "known": {member.pk: member for member in known.values()},
        "stripe": stripe([Audience(readers=[found.reader])], known),
    }
    return render(request, "reviews/visit.html", given)
