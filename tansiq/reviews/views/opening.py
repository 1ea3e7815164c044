"""Opening a review by hand: whole, or a round in three fields."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members.time_forms import zone_of_reader
from tansiq.members.views.founding import steps
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_office
from tansiq.release.order import in_order
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe
from tansiq.reviews import queries
from tansiq.reviews.commands import OPENERS, open_review
from tansiq.reviews.models import Review
from tansiq.reviews.opening_forms import ReviewForm, RoundForm
from tansiq.reviews.plans import Plan

MINUTES = 30  # Of a round.
Opened = Callable[[Review], None]  # What later steps of the loop have for a review that has just been opened.


@for_office(*OPENERS)
def review_open(request: Entered, opened: Opened) -> HttpResponse:
    """The form to open a review of a body; whoever reads the body reads it, or only who is invited."""
    bodies, known = queries.bodies(), everyone()
    members = in_order(member for member in known.values() if not member.is_office)
    sent = sent_to(request)
    form, status = ReviewForm(sent, bodies=bodies, members=members, series=list(queries.all_series())), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("title", "on", "place", "level", "mode", "plan")}
            body = next(one for one in bodies if one.pk == UUID(form.cleaned_data["body"]))
            chairs = [member for member in members if member.code in form.cleaned_data["chairs"]]
            try:
                review = open_review(body=body, chairs=chairs, **given)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                opened(review)
                messages.success(request, _("The review stands on the record. Members who read it can remark on it."))
                return HttpResponseRedirect(reverse("review", args=[review.pk]))
    released = [(body, chip(body.audience, known)) for body in bodies]
    first = not queries.reviews().exists()
    given = {"form": form, "bodies": released, "steps": steps(3) if first else [], "stripe": own_stripe()}
    return render(request, "reviews/review_open.html", given, status=status)


@for_office(*OPENERS)
def round_open(request: Entered, opened: Opened) -> HttpResponse:
    """A round of half an hour in three fields: its title, when, and which body's members."""
    bodies, known = queries.bodies(), everyone()
    sent = sent_to(request)
    form, status = RoundForm(sent, bodies=bodies), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            body = next(one for one in bodies if str(one.pk) == form.cleaned_data["who"])
            on, starts_at = form.cleaned_data["when"]
            seated = tuple(queries.seated_in(body, on, known.values()))
            plan = Plan(starts_at=starts_at, zone=zone_of_reader(), minutes=MINUTES, invited=seated)
            try:
                review = open_review(
                    body=body,
                    title=form.cleaned_data["title"],
                    on=on,
                    place=None,
                    level=Review.Level.EXPERTS,
                    mode=Review.Mode.VIRTUAL,
                    chairs=[],
                    plan=plan,
                )
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                opened(review)
                messages.success(request, _("The round stands on the record, and its members are invited."))
                return HttpResponseRedirect(reverse("review", args=[review.pk]))
    released = [(body, chip(body.audience, known)) for body in bodies]
    given = {"form": form, "bodies": released, "stripe": own_stripe()}
    return render(request, "reviews/round_open.html", given, status=status)
