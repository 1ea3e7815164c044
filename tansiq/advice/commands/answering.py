"""What becomes of advice: the chair's answer to it, and what cured a weak point."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.advice.commands.calling import CALLERS
from tansiq.advice.models import Advice, AdviceAnswer, Cure
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.reviews.models import Review


@dataclass(frozen=True)
class Fate:
    """What becomes of a piece of advice, and by, in, until or why."""

    way: str
    words: Words | None = None
    decision: UUID | None = None
    into: Advice | None = None
    review: Review | None = None
    until_on: date | None = None
    action: UUID | None = None


@act("advice.answered")
def answer_advice(*, advice: Advice, fate: Fate, turn: int) -> AdviceAnswer:
    """The chair says what becomes of it, before all who read it; merging leaves every wording as it is (R-V5, R-V6).

    Raises:
        Stale: it was answered meanwhile.
        ValidationError: what it names is not released to all who read the advice, or nothing is said that must be.
    """
    offices.only(offices.CHAIR)
    _check(advice, fate)
    given: dict[str, Any] = {"decision_id": fate.decision, "action_id": fate.action, "into": fate.into}
    given |= {"review": fate.review, "until_on": fate.until_on}
    own = ownership(advice.audience)
    try:
        with transaction.atomic():
            made = AdviceAnswer.objects.create(advice=advice, way=fate.way, words=fate.words, turn=turn, **given, **own)
    except IntegrityError as twice:
        raise Stale(_("This was answered meanwhile. Look at it again; nothing of yours is lost.")) from twice
    except ProgrammingError as refusal:
        raise ValidationError(_("What you name is not released to all who read this advice.")) from refusal
    append("advice.answered", about=made, audience=made.audience, content=_told(advice, fate), first=True)
    return made


def _check(advice: Advice, fate: Fate) -> None:
    ways = AdviceAnswer.Way
    if fate.way == ways.TAKEN_UP and not (fate.decision or fate.action or fate.words):
        raise ValidationError(_("Name the decision or the action that takes it up, or say how it is taken up."))
    if fate.way == ways.MERGED and (fate.into is None or fate.into.pk == advice.pk):
        raise ValidationError(_("Name the other advice into which it is merged."))
    if fate.way == ways.MERGED and fate.into and _leads_to(fate.into, advice):
        raise ValidationError(_("That one is merged into this one already."))
    if fate.way == ways.DEFERRED and not (fate.review or fate.until_on):
        raise ValidationError(_("Say until when: to which review, or until which day."))
    if fate.until_on and fate.until_on < clock.today():
        raise ValidationError(_("This day is past."))
    if fate.way == ways.NOT_TAKEN_UP and not fate.words:
        raise ValidationError(_("Say why it is not taken up: its author and its supporters are told."))


def _leads_to(start: Advice, end: Advice) -> bool:
    """Whether what one advice is merged into, is merged in the end into the other."""
    seen, here = set(), start.pk
    while here not in seen:
        seen.add(here)
        last = AdviceAnswer.objects.filter(advice=here).order_by("-turn", "-created_at", "key").first()
        if last is None or last.into_id is None:
            return False
        if last.into_id == end.pk:
            return True
        here = last.into_id
    return False


def _told(advice: Advice, fate: Fate) -> dict[str, object]:
    return {
        "advice": str(advice.pk),
        "way": str(fate.way),
        "text": fate.words.as_json() if fate.words else None,
        "decision": str(fate.decision) if fate.decision else None,
        "action": str(fate.action) if fate.action else None,
        "into": str(fate.into.pk) if fate.into else None,
        "review": str(fate.review.pk) if fate.review else None,
        "until": fate.until_on.isoformat() if fate.until_on else None,
    }


@act("weak_point.cured")
def cure_weak_point(*, advice: Advice, on: date, words: Words, evidence: Words) -> Cure:
    """Say what cured a weak point, and by what that is known, before all who read it.

    Raises:
        Stale: it was said already.
        ValidationError: it is no weak point, or the day has not come.
    """
    if acting().member != advice.owner_id and acting().code not in CALLERS:
        raise PermissionDenied
    if advice.kind != Advice.Kind.WEAK_POINT:
        raise ValidationError(_("Only a weak point is cured."))
    if on > clock.today():
        raise ValidationError(_("This day has not come yet."))
    given = {"on": on, "words": words, "evidence": evidence, **ownership(advice.audience)}
    try:
        with transaction.atomic():
            made = Cure.objects.create(advice=advice, **given)
    except IntegrityError as twice:
        raise Stale(_("You have said already what cured it.")) from twice
    told = {"advice": str(advice.pk), "on": on.isoformat(), "text": words.as_json(), "evidence": evidence.as_json()}
    append("weak_point.cured", about=made, audience=made.audience, content=told, first=True)
    return made
