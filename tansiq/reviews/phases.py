"""The phases of a review: entering the next one or going back, and the number that it bears once it is published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Numbering, Phase, Review
from tansiq.reviews.queries import phases_of

Step = Phase.Step
ORDER = tuple(Step)


@act("review.phase_entered")
def enter_phase(*, review: Review, step: str, until_on: date | None = None) -> Phase:
    """Let a review enter a phase, the next one or an earlier one; once it is published it bears its number.

    Raises:
        ValidationError: it is in this phase already, or it is called off.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    if review.called_off_at:
        raise ValidationError(_("The review is called off."))
    former = phases_of(review.pk).last()
    if former is not None and former.step == step:
        raise ValidationError(_("The review is in this phase already."))
    given = ownership(review.audience)
    turn = former.turn + 1 if former else 1
    phase = Phase.objects.create(review=review, step=step, until_on=until_on, turn=turn, **given)
    number = _number(review) if step == Step.PUBLISHED else None
    append(
        "review.phase_entered",
        about=phase,
        audience=review.audience,
        content={
            "review": str(review.pk),
            "phase": step,
            "before": former.step if former else None,
            "until": until_on.isoformat() if until_on else None,
            "number": number,
        },
        first=True,
    )
    return phase


def _number(review: Review) -> int | None:
    """The number of a review in its series, given once: no number is left out among those who read it."""
    if review.series_id is None:
        return None
    held = Numbering.objects.filter(review=review).first()
    if held is None:
        alike = Numbering.objects.filter(series=review.series_id, audience=review.audience_id)
        last = alike.aggregate(last=Max("number"))["last"] or 0
        given = ownership(review.audience)
        held = Numbering.objects.create(review=review, series_id=review.series_id, number=last + 1, **given)
    return held.number


@dataclass(frozen=True)
class Stage:
    """One phase of a review as its line of steps shows it."""

    step: str
    label: str
    state: str  # "done", "now", or "" for what is to come.
    entered: Phase | None  # The last time it was entered.


@dataclass(frozen=True)
class Course:
    """The way of a review through its phases."""

    stages: tuple[Stage, ...]
    now: Phase
    back_from: Phase | None  # The later phase from which it went back.


def course(phases: Sequence[Phase]) -> Course | None:
    """The way of a review so far, in the order of its turns; None where no phase of it is on record."""
    if not phases:
        return None
    now = phases[-1]
    last = {phase.step: phase for phase in phases}
    here = ORDER.index(Step(now.step))
    stages = tuple(
        Stage(
            step,
            str(step.label),
            "now" if place == here else "done" if place < here and step in last else "",
            last.get(step) if place <= here else None,
        )
        for place, step in enumerate(ORDER)
    )
    former = phases[-2] if len(phases) > 1 else None
    back = former is not None and ORDER.index(Step(former.step)) > here
    return Course(stages, now, former if back else None)
