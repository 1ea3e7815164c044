"""The pages of actions: one with its steps and how it is judged, and the forms of those whom it concerns."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.decisions import queries as of_decisions
from tansiq.decisions.actions import commands, queries
from tansiq.decisions.actions.forms import MOVE, JudgeForm, LayForm, SettleForm, TellForm
from tansiq.decisions.actions.models import ActionStep, Completion
from tansiq.decisions.answered import answered
from tansiq.decisions.lessons.queries import cured_by
from tansiq.decisions.models import Action, ActionOwner, Decision
from tansiq.efforts.released import circle_of_today
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, Request, for_members, for_office
from tansiq.release.models import Audience, Member
from tansiq.release.order import in_order
from tansiq.release.queries import everyone, members_in
from tansiq.release.wording import chip, stripe
from tansiq.reports.models import Report
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.papers.models import Document
from tansiq.reviews.queries import subjects
from tansiq.reviews.wording import when

CHOOSABLE = 40  # Documents and reports to name as evidence: one's own, the newest.


def action(request: Request, key: UUID) -> HttpResponse:
    """One action: whose it is, by when and by when before, where it stood when, and how far it was carried out."""
    found, owners = _found(key)
    known, about = everyone(), subjects().get(found.line)
    steps, completions, advice = queries.steps_of(found), queries.completions_of(found), queries.advice_behind(found)
    who = request.acting
    member = who.member if who else None
    own = member is not None and member in {one.member_id for one in owners}
    owning = {one.member_id for one in owners}
    is_open = queries.last_told(found) != ActionStep.Kind.DROPPED and found.source_id is None
    lessons = cured_by(key)
    rows = [*steps, *completions, *advice, *lessons]
    shown = [*_audiences(found, owners), *queries.audiences_of(rows), *([about.audience] if about else [])]
    beside = [one for step in steps for one in (step.document, step.report) if one]
    told: dict[str, Any] = {
        "action": found,
        "owners": owners,
        "about": about,
        "days": [one for one in steps if one.kind == ActionStep.Kind.MOVED],
        "steps": [one for one in steps if one.kind != ActionStep.Kind.MOVED][::-1],
        "own_views": [one for one in completions if one.owner_id in owning],
        "judgements": [one for one in completions if one.owner_id not in owning],
        "advice": advice,
        "lessons": lessons,
        "may_tell": own and is_open,
        "may_settle": who is not None and who.code in OPENERS and is_open and found.stands != Action.Status.DONE,
        "may_judge": member is not None and found.source_id is None,
        "own": own,
        "rule": queries.ruled_for(found),
        "chips": {one.audience_id: chip(one.audience, known) for one in completions},
        "date_of": when,
        "to": chip(found.audience, known),
        "stripe": stripe([*shown, *(one.audience for one in beside), *(one.advice.audience for one in advice)], known),
    }
    return render(request, "decisions/action.html", told)


@for_office(*OPENERS)
def action_lay(request: Entered, key: UUID) -> HttpResponse:
    """The form in which an office lays an action under a decision that binds."""
    decision = get_object_or_404(of_decisions.decision(key))
    if not queries.may_lay_under(decision):
        raise PermissionDenied
    known = everyone()
    read = known.values() if decision.audience.is_public else members_in(decision.audience.readers, known)
    form = LayForm(
        sent_to(request),
        paragraphs=queries.binding_paragraphs(decision),
        members=in_order(one for one in read if not one.is_office),
        lines={code: one for code, one in subjects().items() if one.is_line},
        within=decision.audience,
        kind=commands.KIND,
        **_circle(decision, known.values()),
    )

    def do() -> str:
        made = commands.lay_action(decision=decision, task=form.task(), readers=form.cleaned_data["readers"])
        return reverse("action", args=[made.pk])

    beside = {"decision": decision, "stripe": stripe([decision.audience])}
    return answered(request, form, do, "decisions/action_lay.html", beside)


def _circle(decision: Decision, known: Iterable[Member]) -> dict[str, Any]:
    """Who is offered at once: all who read the decision, or of a public one the body of today."""
    if not decision.audience.is_public:
        return {"circle_name": _("All who read the decision")}
    name, circle = circle_of_today(known)
    return {"circle_name": name, "circle": circle}


@for_office(*OPENERS)
def action_settle(request: Entered, key: UUID) -> HttpResponse:
    """The form in which an office moves the day of an action, or drops it, with the reason."""
    found, owners = _laid(key)
    form = SettleForm(sent_to(request), initial={"turn": queries.turn_of(found)})

    def do() -> str:
        given = {"reason": form.words(), "turn": form.cleaned_data["turn"]}
        if form.cleaned_data["way"] == MOVE:
            commands.move_action(action=found, due_on=form.cleaned_data["due_on"], **given)
        else:
            commands.drop_action(action=found, **given)
        return reverse("action", args=[key])

    return answered(request, form, do, "decisions/action_step.html", _beside(found, owners) | {"settles": True})


@for_members
def action_tell(request: Entered, key: UUID) -> HttpResponse:
    """The form in which an owner says where its action stands."""
    found, owners = _laid(key)
    own = request.acting.member
    if own not in {one.member_id for one in owners}:
        raise PermissionDenied
    documents = Document.objects.filter(owner=own).defer("content").order_by("-created_at", "key")[:CHOOSABLE]
    reports = Report.objects.filter(said_by=own).select_related("measure").order_by("-created_at", "key")[:CHOOSABLE]
    turn = queries.turn_of(found)
    form = TellForm(sent_to(request), initial={"turn": turn}, documents=documents, reports=reports)

    def do() -> str:
        commands.tell_action(action=found, progress=form.progress(), turn=form.cleaned_data["turn"])
        return reverse("action", args=[key])

    return answered(request, form, do, "decisions/action_step.html", _beside(found, owners) | {"settles": False})


@for_members
def action_judge(request: Entered, key: UUID) -> HttpResponse:
    """The form in which somebody says how far an action was carried out: an owner its own view, another a judgement."""
    found, owners = _laid(key)
    form = JudgeForm(sent_to(request), initial={"turn": queries.said_before(found)})

    def do() -> str:
        given = form.cleaned_data
        commands.judge_action(action=found, points=given["points"], words=form.grounds(), turn=given["turn"])
        return reverse("action", args=[key])

    own = request.acting.member in {one.member_id for one in owners}
    rule = queries.ruled_for(found)
    beside = _beside(found, owners) | {"own": own, "openly": own or rule is None or rule.judged_openly}
    return answered(request, form, do, "decisions/action_judge.html", beside)


def _found(key: UUID) -> tuple[Action, list[ActionOwner]]:
    found = get_object_or_404(queries.action(key))
    return found, found.held_by


def _laid(key: UUID) -> tuple[Action, list[ActionOwner]]:
    """An action that was laid here: what the record brought stands as its source has it."""
    found, owners = _found(key)
    if found.source_id is not None:
        raise PermissionDenied
    return found, owners


def _audiences(found: Action, owners: list[ActionOwner]) -> list[Audience]:
    named = (found, found.source, found.decision, found.decision and found.decision.review)
    return [one.audience for one in (*(row for row in named if row), *owners)]


def _beside(found: Action, owners: list[ActionOwner]) -> dict[str, Any]:
    steps = queries.steps_of(found)
    held = [*_audiences(found, owners), *queries.audiences_of(steps)]
    completions: list[Completion] = queries.completions_of(found)
    return {
        "action": found,
        "last": [one for one in steps if one.kind != ActionStep.Kind.MOVED][-1:],
        "completions": completions,
        "date_of": when,
        "stripe": stripe([*held, *queries.audiences_of(completions)]),
    }
