"""Laying an action, moving its day, dropping it, saying where it stands, and judging how far it was carried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.decisions.actions.models import ActionStep, Completion
from tansiq.decisions.actions.queries import BINDING_KINDS, last_told, owners_of, ruled_for, turn_of
from tansiq.decisions.models import Action, ActionOwner, Decision
from tansiq.decisions.texts.models import Paragraph
from tansiq.engines.verbs import binds
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.models import Precision
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader, remember_choice
from tansiq.release.models import PUBLIC, Audience, Member
from tansiq.release.queries import everyone
from tansiq.release.within import is_within
from tansiq.reports.models import Report
from tansiq.reviews.agenda.commands import audience_for
from tansiq.reviews.commands import OPENERS, within
from tansiq.reviews.papers.models import Document

KIND = "action"  # Under which an office's release habits for actions are kept.
WIDER = _("The decision is not released to all of these readers.")
UNSEEN = _(
    "What you name as evidence is not released to all who read this action: release it first, or say it in words."
)
MEANWHILE = _("Somebody took a step on this action meanwhile. Look at it; what you wrote is kept below.")
OF_OWNERS = (
    ActionStep.Kind.NOT_STARTED,
    ActionStep.Kind.IN_PROGRESS,
    ActionStep.Kind.DONE,
    ActionStep.Kind.DROP_ASKED,
)
CLOSED_BY_DONE = (ActionStep.Kind.DONE, ActionStep.Kind.MOVED, ActionStep.Kind.DROPPED, ActionStep.Kind.DROP_ASKED)


@dataclass(frozen=True)
class Task:
    """What is to be done, by whom in the lead and by whom besides, until when, along which line, by which paragraph."""

    text: Words
    lead: Member
    due_on: date
    others: Sequence[Member] = ()
    line: str = ""
    paragraph: Paragraph | None = None


@act("action.laid")
def lay_action(*, decision: Decision, task: Task, readers: Sequence[int]) -> Action:
    """Lay an action under a decision that binds, on one member in the lead and on any others; all of them read it.

    Raises:
        ValidationError: the decision binds nobody, the day is past, or an owner does not read the decision.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    _binding(decision, task.paragraph)
    if task.due_on < clock.today():
        raise ValidationError(_("This day is past."))
    others = [one for one in dict.fromkeys(task.others) if one.pk != task.lead.pk]
    if any(one.is_office for one in (task.lead, *others)):
        raise ValidationError(_("An action falls to members, not to offices."))
    audience = _read_by_owners(decision, readers, [task.lead, *others])
    given = ownership(audience)
    with within(WIDER):
        made = Action.objects.create(
            decision=decision,
            paragraph=task.paragraph,
            line=task.line,
            text=task.text,
            due_until=task.due_on,
            due_precision=Precision.DAY,
            status=Action.Status.NOT_STARTED,
            **given,
        )
        for place, member in enumerate((task.lead, *others)):
            ActionOwner.objects.create(action=made, member=member, lead=not place, place=place, **given)
    remember_choice(KIND, audience)
    told: dict[str, Any] = {"decision": str(decision.pk), "text": task.text.as_json(), "line": task.line}
    told |= {"lead": task.lead.code, "others": [one.code for one in others], "due": task.due_on.isoformat()}
    told |= {"paragraph": str(task.paragraph.pk)} if task.paragraph else {}
    append("action.laid", about=made, audience=audience, content=told, first=True)
    return made


def _binding(decision: Decision, paragraph: Paragraph | None) -> None:
    """Only what decides, agrees, requests or endorses has actions (R-D2)."""
    if decision.text_version_id is None:
        if paragraph is not None or decision.kind not in BINDING_KINDS:
            raise ValidationError(_("This binds nobody yet: no action follows from it."))
    elif paragraph is None or paragraph.text_version_id != decision.text_version_id or not binds(paragraph.verb):
        raise ValidationError(
            _("Name the paragraph from which it follows: one that decides, agrees, requests or endorses.")
        )


def _read_by_owners(decision: Decision, readers: Sequence[int], owners: Sequence[Member]) -> Audience:
    """Those who were chosen, the two offices, and the owners, who read the decision themselves."""
    return audience_for(decision.audience, [*readers, *(one.reader for one in owners)])


@act("action.moved")
def move_action(*, action: Action, due_on: date, reason: Words, turn: int) -> ActionStep:
    """Move the day by which an action is due, with the reason; every former day is kept.

    Raises:
        Stale: a step was taken meanwhile.
        ValidationError: the action is over, or the day is past or the same.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    _unchanged(action, turn)
    if due_on < clock.today():
        raise ValidationError(_("This day is past."))
    if due_on == action.due_now:
        raise ValidationError(_("It is due on this day already."))
    return _step("action.moved", action, turn, kind=ActionStep.Kind.MOVED, due_on=due_on, words=reason)


@act("action.dropped")
def drop_action(*, action: Action, reason: Words, turn: int) -> ActionStep:
    """Drop an action, with the reason: on its owner's wish or without; it stays on the record.

    Raises:
        Stale: a step was taken meanwhile.
        ValidationError: the action is over.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    return _step("action.dropped", action, turn, kind=ActionStep.Kind.DROPPED, words=reason)


@dataclass(frozen=True)
class Progress:
    """Where an action stands in the words of an owner, and by what that is seen."""

    kind: str
    words: Words | None = None
    document: Document | None = None
    report: Report | None = None


@act("action.told")
def tell_action(*, action: Action, progress: Progress, turn: int) -> ActionStep:
    """An owner says where its action stands: not started, in progress, done with evidence, or to be dropped.

    Raises:
        Stale: a step was taken meanwhile.
        ValidationError: the action was dropped, or the evidence is missing or not released to all who read the action.
    """
    if progress.kind not in OF_OWNERS or acting().member not in {one.member_id for one in owners_of(action)}:
        raise PermissionDenied
    proof = progress.words or progress.document or progress.report
    if progress.kind == ActionStep.Kind.DONE and not proof:
        raise ValidationError(_("Say by what one sees that it is done: in words, or by a document or a report."))
    if progress.kind == ActionStep.Kind.DROP_ASKED and not progress.words:
        raise ValidationError(_("Say why it should be dropped."))
    given = {"kind": progress.kind, "words": progress.words, "document": progress.document, "report": progress.report}
    return _step("action.told", action, turn, **given)


def _unchanged(action: Action, turn: int) -> None:
    if turn_of(action) != turn:
        raise Stale(MEANWHILE)


def _step(entry: str, action: Action, turn: int, **given: Any) -> ActionStep:
    if action.source_id is not None:
        raise ValidationError(_("This action is of the record: it stands as its source has it."))
    _unchanged(action, turn)
    last = last_told(action)
    if last == ActionStep.Kind.DROPPED or (last == ActionStep.Kind.DONE and given["kind"] in CLOSED_BY_DONE):
        raise ValidationError(_("This action is over."))
    try:
        with transaction.atomic():
            made = ActionStep.objects.create(action=action, turn=turn, **given, **ownership(action.audience))
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    except ProgrammingError as refusal:
        raise ValidationError(UNSEEN) from refusal
    told = {"action": str(action.pk), "step": str(given["kind"])}
    told |= {name: str(given[name].pk) for name in ("document", "report") if given.get(name)}
    told |= {"due": given["due_on"].isoformat()} if given.get("due_on") else {}
    content: dict[str, Any] = told | ({"text": given["words"].as_json()} if given.get("words") else {})
    append(entry, about=made, audience=made.audience, content=content, first=True)
    return made


@act("action.judged")
def judge_action(*, action: Action, points: str, words: Words, turn: int) -> Completion:
    """Say how far an action was carried out: an owner its own view, anybody else who reads it a judgement (R-D3).

    Who reads a judgement, the body of the decision rules; an owner's own view all read who read the action.

    Raises:
        Stale: one's member said another thing meanwhile.
        ValidationError: the action is of the record.
    """
    own = acting().member
    if action.source_id is not None:
        raise ValidationError(_("This action is of the record: it stands as its source has it."))
    if Completion.objects.filter(action=action, owner=own).count() != turn:
        raise Stale(_("Your member said so meanwhile. Look at it; what you wrote is kept below."))
    owners = [one.member for one in owners_of(action)]
    audience = action.audience if own in {one.pk for one in owners} else _read_by_rule(action, owners)
    try:
        with within(WIDER):
            made = Completion.objects.create(
                action=action, points=points, words=words, turn=turn, **ownership(audience)
            )
    except IntegrityError as twice:
        raise Stale(_("Your member said so meanwhile. Look at it; what you wrote is kept below.")) from twice
    told = {"action": str(action.pk), "carried_out": str(points), "text": words.as_json()}
    append("action.judged", about=made, audience=audience, content=told, first=True)
    return made


def _read_by_rule(action: Action, owners: Sequence[Member]) -> Audience:
    """All who read the action; or its owners, whoever judges and the two offices, where the body so rules."""
    rule = ruled_for(action)
    if rule is None or rule.judged_openly:
        return action.audience
    offices = [one.reader for one in everyone().values() if one.is_office and one.code in OPENERS]
    few = [*offices, *(one.reader for one in owners)]
    if PUBLIC not in action.audience.readers:
        few = [one for one in few if is_within([one], action.audience)]
    return audience_of({*few, own_reader()})
