"""The pages of one piece of advice: what became of it, who sees it how, what would lift each concern, what cured it."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq import clock
from tansiq.advice import queries, wording
from tansiq.advice.commands import answering, positions
from tansiq.advice.commands.calling import CALLERS
from tansiq.advice.forms import CureForm
from tansiq.advice.models import Advice
from tansiq.advice.position_forms import PositionForm
from tansiq.advice.queries import Stand
from tansiq.developments.views.answering import answered
from tansiq.languages.versions import versions
from tansiq.members import offices
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Audience, Released
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.queries import subjects


@for_members
def advice(request: Entered, key: UUID) -> HttpResponse:
    """One piece of advice, with what became of it and how each member sees it, as released to the reader."""
    found = get_object_or_404(queries.advice_items(), pk=key)
    known, around, stands = everyone(), queries.around(found), queries.positions_on(found)
    own, asked = request.acting.member, queries.asked_by(found.call)
    members = {one.pk: one for one in (*asked.advised, *asked.nothing, *asked.silent)}
    spoken = {one.position.owner_id for one in stands}
    open_now = clock.now() < found.call.settled_at
    corrected = next((one for one in around.corrections if one.earlier_id == key), None)
    shown = [*queries.audiences_of([found]), *around.audiences, *_of(stands)]
    told = {
        "advice": found,
        "around": around,
        "answer": next(iter(around.answers), None),
        "later": corrected,
        "corrects": next((one for one in around.corrections if one.later_id == key), None),
        "stands": stands,
        "counted": wording.counted(stands),
        "conditions": wording.conditions(stands),
        "silent": [one for one in members.values() if one.pk not in spoken],
        "mine": next((one for one in stands if one.position.owner_id == own), None),
        "signs": wording.SIGNS,
        "chips": {one.pk: chip(one, known) for one in _of(stands)},
        "versions": versions,
        "subjects": (about := subjects()),
        "to": chip(found.audience, known),
        "may_take": own in members and open_now,
        "hides": found.call.hidden and open_now,
        "may_correct": own == found.owner_id and found.attribution == "attributed" and _may_correct(found, corrected),
        "may_cure": found.kind == Advice.Kind.WEAK_POINT and (own == found.owner_id or request.acting.code in CALLERS),
        "may_answer": request.acting.code == offices.CHAIR,
        "may_teach": request.acting.code in OPENERS or (own == found.owner_id and found.attribution == "attributed"),
        "stripe": stripe([*shown, *(one.audience for one in about.values())], known),
    }
    return render(request, "advice/advice.html", told)


def _of(stands: list[Stand]) -> list[Audience]:
    reasons = [one.reason.audience for one in stands if one.reason]
    return [*(row.audience for one in stands for row in (one.position, *one.former)), *reasons]


def _may_correct(found: Advice, corrected: object) -> bool:
    return corrected is None and clock.now() < found.call.closes_at


@for_members
def position_take(request: Entered, key: UUID) -> HttpResponse:
    """The form in which a member takes a position on advice, or changes it."""
    found = get_object_or_404(queries.advice_items(), pk=key)
    own = request.acting.member
    given: dict[str, Any] = {"within": found.audience, "kind": positions.KIND, "circle_name": wording.all_who_read()}
    form = PositionForm(
        sent_to(request),
        initial={"stance": request.GET.get("stance", "")},
        turn=queries.said_before(found, own),
        **given,
    )

    def do() -> Released:
        said = form.cleaned_data
        positions.take_position(
            advice=found,
            stance=said["stance"],
            wording=form.wording(),
            reason=form.why(),
            turn=said["turn"],
            readers=said["readers"],
        )
        return found

    beside = {"advice": found, "stripe": stripe(queries.audiences_of([found]))}
    return answered(request, form, do, "advice/position.html", beside, page="advice")


@for_members
def weak_point_cure(request: Entered, key: UUID) -> HttpResponse:
    """Say what cured a weak point, and by what that is known."""
    found = get_object_or_404(queries.advice_items(), pk=key)
    if found.kind != Advice.Kind.WEAK_POINT or not (
        request.acting.member == found.owner_id or request.acting.code in CALLERS
    ):
        raise PermissionDenied
    form = CureForm(sent_to(request))

    def do() -> Released:
        said = form.cleaned_data
        answering.cure_weak_point(advice=found, on=said["on"], words=form.words(), evidence=form.known_by())
        return found

    beside = {"advice": found, "stripe": stripe(queries.audiences_of([found]))}
    return answered(request, form, do, "advice/cure.html", beside, page="advice")
