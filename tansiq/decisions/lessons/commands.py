"""Identifying a lesson, naming the action that cures it, validating it, and saying where it now stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq.advice.models import Advice
from tansiq.decisions.lessons.models import Lesson, LessonStep
from tansiq.decisions.lessons.queries import action_behind, next_kind, owners_behind, steps_among
from tansiq.decisions.models import Action
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.reviews.commands import OPENERS, within

Kind = LessonStep.Kind
MEANWHILE = _("Somebody took this step meanwhile. Look at it; what you wrote is kept below.")
WIDER = _("The advice is not released to all of these readers.")
UNDONE = _("Its action is not done yet. Whether it works is seen after that.")


def may_identify(advice: Advice) -> bool:
    """Whether whoever acts may make a lesson of a piece of advice: an office, or the author that stands beside it."""
    who = acting()
    own = who.member == advice.owner_id and advice.attribution == Advice.Attribution.ATTRIBUTED
    return who.code in OPENERS or own


def is_undone(steps: Sequence[LessonStep]) -> bool:
    """Whether the action that was named last is not done yet, as far as whoever acts reads it."""
    action = action_behind(steps)
    return action is None or action.stands != Action.Status.DONE


def may_step(lesson: Lesson, steps: Sequence[LessonStep]) -> bool:
    """Whether the next step is whoever acts' to take: another validates than those who have a part in it."""
    kind, who = next_kind(steps), acting()
    if kind is None or who.member is None:
        return False
    if kind == Kind.VALIDATED:
        return who.member != lesson.owner_id and who.member not in owners_behind(steps)
    return who.member == lesson.owner_id or who.code in OPENERS


@act("lesson.identified")
def identify_lesson(*, advice: Advice, words: Words, analysis: Words | None) -> Lesson:
    """Make a lesson of a weak point or a piece of advice, before all who read it."""
    if not may_identify(advice):
        raise PermissionDenied
    with within(WIDER):
        made = Lesson.objects.create(advice=advice, words=words, analysis=analysis, **ownership(advice.audience))
    told: dict[str, Any] = {"advice": str(advice.pk), "text": words.as_json()}
    told |= {"analysis": analysis.as_json()} if analysis else {}
    append("lesson.identified", about=made, audience=made.audience, content=told, first=True)
    return made


@dataclass(frozen=True)
class Taken:
    """A step of a lesson: in what words, by which action, whether it works, or where it now stands."""

    words: Words
    action: Action | None = None
    works: bool | None = None
    place: str = ""


@act("lesson.step_taken")
def take_lesson_step(*, lesson: Lesson, taken: Taken, turn: int) -> LessonStep:
    """Take the next step of a lesson: its action; validation by another once that is done; where it now stands.

    Raises:
        Stale: the step was taken meanwhile.
        ValidationError: the action is missing, not done, or not released to all who read the lesson; or it is not
            said whether it works, or where the lesson now stands.
    """
    steps = steps_among([lesson])[lesson.pk]
    kind = next_kind(steps)
    if len(steps) != turn:
        raise Stale(MEANWHILE)
    if kind is None or not may_step(lesson, steps):
        raise PermissionDenied
    given = {"kind": kind, "words": taken.words, **_owed(kind, taken, steps)}
    try:
        with transaction.atomic():
            made = LessonStep.objects.create(lesson=lesson, turn=turn, **given, **ownership(lesson.audience))
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    except ProgrammingError as refusal:
        raise ValidationError(_("This action is not released to all who read the lesson.")) from refusal
    told: dict[str, Any] = {"lesson": str(lesson.pk), "step": str(kind), "text": taken.words.as_json()}
    told |= {"action": str(made.action_id)} if made.action_id else {}
    told |= {"works": made.works} if made.works is not None else {}
    told |= {"place": made.place} if made.place else {}
    append("lesson.step_taken", about=made, audience=made.audience, content=told, first=True)
    return made


def _owed(kind: LessonStep.Kind, taken: Taken, steps: Sequence[LessonStep]) -> dict[str, Any]:
    """What a step of a kind must say beside its words."""
    if kind == Kind.ACTION:
        if taken.action is None:
            raise ValidationError(_("Name the action that cures it."))
        return {"action": taken.action}
    if kind == Kind.VALIDATED:
        if is_undone(steps):
            raise ValidationError(UNDONE)
        if taken.works is None:
            raise ValidationError(_("Say whether it works."))
        return {"action": action_behind(steps), "works": taken.works}
    if not taken.place:
        raise ValidationError(_("Say where it now stands."))
    return {"place": taken.place}
