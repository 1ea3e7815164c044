"""The pages on which one gives: stating a contribution, its stages at either end, consent and caveats."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.contributions import queries
from tansiq.contributions.giving import commands
from tansiq.contributions.giving.forms import CaveatForm, ConsentForm, CorrectForm, GiftForm, LiftForm, StepForm
from tansiq.contributions.giving.queries import caveats, is_joint_giver, sides_of, steps, to_consent
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.queries import open_to
from tansiq.contributions.wording import amount
from tansiq.efforts.models import Measure
from tansiq.efforts.released import circle_of, circle_of_today
from tansiq.engines import chains
from tansiq.members.circles import circles
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Member
from tansiq.release.queries import everyone
from tansiq.release.wording import own_stripe, stripe
from tansiq.reviews.queries import subjects

CHOOSABLE = 200  # Measures and needs in a list to choose from.


@for_members
def contribution_state(request: Entered) -> HttpResponse:
    """The form in which one states what one gives."""
    if request.acting.kind == Member.Kind.OFFICE:
        raise Http404  # An office gives nothing.
    known, about = everyone(), subjects()
    body, circle = circle_of_today(known.values())
    measures = Measure.objects.order_by("line", "code", "key")[:CHOOSABLE]
    others = (one for one in known.values() if not one.is_office and one.pk != request.acting.member)
    needs = {str(one.pk): one for one in open_to()[:CHOOSABLE]}
    asked = request.GET.get("need", "")
    form = GiftForm(
        sent_to(request),
        lines=[(code, one.name.plain()) for code, one in about.items() if one.is_line],
        measures={str(one.pk): one for one in measures},
        needs=needs,
        members={one.code: one for one in others},
        initial=_for_need(needs.get(asked)),
        kind=commands.KIND,
        circle=circle,
        circle_name=body,
        circles=circles(request.coalition, known.values()),
    )

    def do() -> Contribution:
        given = form.cleaned_data
        return commands.state_contribution(gift=given["gift"], readers=given["readers"], need=form.answers())

    return _answered(request, form, do, "contributions/state.html", {"stripe": own_stripe()})


def _for_need(need: Any) -> dict[str, Any]:
    """What the form opens on, where it is opened to answer a need."""
    if need is None:
        return {}
    units = {f"unit_{code}": words for code, words in need.unit.words.items()} if need.unit else {}
    held = {"need": str(need.pk), "kind": need.kind, "currency": need.currency, **units}
    return {**held, "line": need.line.code if need.line else ""}


@for_members
def contribution_stage(request: Entered, key: UUID) -> HttpResponse:
    """The giver states a stage that its contribution has reached."""
    return _stated(request, key, chains.GIVER)


@for_members
def contribution_received(request: Entered, key: UUID) -> HttpResponse:
    """The recipient states what arrived, confirms it, or disputes it."""
    return _stated(request, key, chains.RECIPIENT)


def _stated(request: Entered, key: UUID, side: str) -> HttpResponse:
    found = _of_side(key, side)
    form = StepForm(sent_to(request), of=found, side=side, **_opened(found))

    def do() -> Contribution:
        given = form.cleaned_data
        commands.state_step(contribution=found, side=side, said=given["stated"], readers=given["readers"])
        return found

    return _answered(request, form, do, "contributions/step.html", {**_beside(found), "side": side})


def _of_side(key: UUID, side: str) -> Contribution:
    found = get_object_or_404(queries.contribution(key))
    if side not in sides_of(found):
        raise PermissionDenied
    return found


@for_members
def contribution_correct(request: Entered, key: UUID) -> HttpResponse:
    """The giver corrects how its contribution was stated at first."""
    found = _of_side(key, chains.GIVER)
    return _corrected(request, found, chains.GIVER, None)


@for_members
def step_correct(request: Entered, key: UUID) -> HttpResponse:
    """Whoever stated a stage corrects it."""
    step = get_object_or_404(steps(), pk=key)
    if request.acting.member != step.owner_id:
        raise PermissionDenied
    found = get_object_or_404(queries.contribution(step.contribution_id))
    return _corrected(request, found, step.side, step)


def _corrected(request: Entered, found: Contribution, side: str, step: Any) -> HttpResponse:
    form = CorrectForm(sent_to(request), of=found, side=side, row=step or found, **_opened(found))

    def do() -> Contribution:
        given = form.cleaned_data
        commands.correct_step(
            contribution=found,
            side=side,
            earlier=step,
            said=given["stated"],
            why=form.owned("why"),
            readers=given["readers"],
        )
        return found

    return _answered(request, form, do, "contributions/step_correct.html", {**_beside(found), "side": side})


@for_members
def contribution_consent(request: Entered, key: UUID) -> HttpResponse:
    """A named giver consents to a joint gift, or does not."""
    found = get_object_or_404(queries.contribution(key))
    giver = to_consent(key)
    if giver is None:
        raise PermissionDenied
    form = ConsentForm(sent_to(request), **_opened(found))

    def do() -> Contribution:
        given = form.cleaned_data
        consents = given["consents"] == "yes"
        commands.give_consent(giver=giver, consents=consents, words=form.own("words"), readers=given["readers"])
        return found

    return _answered(request, form, do, "contributions/consent.html", _beside(found))


@for_members
def contribution_caveat(request: Entered, key: UUID) -> HttpResponse:
    """A giver limits the use of what it gives; to nobody else, unless it chooses so."""
    found = get_object_or_404(queries.contribution(key))
    if chains.GIVER not in sides_of(found) and not is_joint_giver(found):
        raise PermissionDenied
    form = CaveatForm(sent_to(request), kind=commands.CAVEATS)

    def do() -> Contribution:
        commands.set_caveat(contribution=found, limit=form.limit(), readers=form.cleaned_data["readers"])
        return found

    return _answered(request, form, do, "contributions/caveat.html", _beside(found))


@for_members
def caveat_lift(request: Entered, key: UUID) -> HttpResponse:
    """Whoever set a limit lifts it."""
    found = get_object_or_404(caveats(), pk=key)
    if request.acting.member != found.owner_id:
        raise PermissionDenied
    form = LiftForm(sent_to(request), initial={"version": found.version})

    def do() -> Contribution:
        commands.lift_caveat(caveat=found, on=form.cleaned_data["on"], version=form.saw())
        its: Contribution = found.contribution
        return its

    shown = stripe([found.audience, found.contribution.audience])
    beside = {"caveat": found, "contribution": found.contribution, "stripe": shown}
    return _answered(request, form, do, "contributions/caveat_lift.html", beside)


def _opened(found: Contribution) -> dict[str, Any]:
    """To whom what hangs on a contribution is released: the form opens on all who read it."""
    return {
        "kind": commands.KIND,
        "circle": circle_of(found.audience, everyone()),
        "circle_name": _("All who read the contribution"),
    }


def _beside(found: Contribution) -> dict[str, Any]:
    return {"contribution": found, "amount": amount, "stripe": stripe([found.audience])}


def _answered(
    request: Entered, form: Form, do: Callable[[], Contribution], template: str, beside: dict[str, Any]
) -> HttpResponse:
    """A form about a contribution: looked at, refused, or done."""
    status, stale = OK, False
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                made = do()
            except ValidationError as refusal:
                status, stale = refused(form, refusal), isinstance(refusal, Stale)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("contribution", args=[made.pk]))
    return render(request, template, {"form": form, "stale": stale, **beside}, status=status)
