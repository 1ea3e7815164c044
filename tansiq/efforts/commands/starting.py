"""Giving a measure its start, and another one later: the former stays, and progress is told from the last."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.commands.keeping import own
from tansiq.efforts.kinds import COUNTED
from tansiq.efforts.models import Base, Baseline, Measure, Qualifier
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.commands import remember_choice
from tansiq.release.models import Audience
from tansiq.sources.models import Source

KIND = "baseline"
MEANWHILE = _(
    "Another start was set meanwhile: it stands above. What you typed is below; send it again if it is still to stand."
)


@dataclass(frozen=True, slots=True)
class Start:
    """The start of a measure: a number or a step, the day, and by what it is known; never bare."""

    on: date
    value: Decimal | None = None
    qualifier: str = Qualifier.NONE_STATED
    level: str = ""
    base: Base | None = None
    source: Source | None = None
    basis: Words | None = None

    def columns(self) -> dict[str, Any]:
        """The same as columns of a baseline."""
        hedge = self.qualifier if self.value is not None else Qualifier.NONE_STATED
        held = {"value": self.value, "qualifier": hedge, "level": self.level}
        return {"on": self.on, **held, "base": self.base, "source": self.source, "basis": self.basis}

    def as_json(self) -> dict[str, Any]:
        """The same as the record keeps it."""
        return {
            "on": self.on.isoformat(),
            "value": str(self.value) if self.value is not None else self.level,
            "qualifier": str(self.qualifier),
            "base": str(self.base.pk) if self.base else None,
            "source": str(self.source.pk) if self.source else None,
            "basis": self.basis.as_json() if self.basis else None,
        }


def check_start(kind: str, steps: list[str], start: Start) -> None:
    """Refuse a start that is bare, or not of the measure's kind."""
    if not start.source and not start.basis:
        raise ValidationError(_("A start is never bare: give its source, or say by what it is known."))
    if kind in (*COUNTED, Measure.Kind.SHARE):
        fits = start.value is not None and not start.level
    else:
        fits = start.value is None and start.level in (steps or ["yes", "no"]) and kind != Measure.Kind.TEXT
    if not fits:
        raise ValidationError(_("This start is not of the measure’s kind."))


def lay(measure: Measure, start: Start, audience: Audience) -> Baseline:
    """Put in a start that was checked; PostgreSQL keeps its readers within those of all that it rests on."""
    return Baseline.objects.create(measure=measure, **start.columns(), **ownership(audience))


@act("baseline.set")
def set_baseline(*, measure: Measure, after: UUID | None, start: Start, readers: list[int]) -> Baseline:
    """Set the start of a measure, with its day and by what it is known: progress is told from it, the former stays.

    Args:
        measure: the acting member's own.
        after: the last one that was set when its owner looked; None where none had been.
        start: what it is.
        readers: those who shall read it.

    Raises:
        Stale: another one was set meanwhile.
        ValidationError: it is bare, not of the measure's kind, a share without its denominator, or what stands already.
    """
    own(measure)
    check_start(measure.kind, [one["code"] for one in measure.scale], start)
    if measure.is_share != (start.base is not None):
        raise ValidationError(_("A share says of what it is a share; nothing else has a denominator."))
    last = Baseline.objects.filter(measure=measure).order_by("created_at", "key").last()
    if (last.pk if last else None) != after:
        raise Stale(MEANWHILE)
    if last and {name: getattr(last, name) for name in start.columns()} == start.columns():
        raise ValidationError(_("This is what stands already."))
    audience = audience_for(readers)
    with within_its_release():
        made = lay(measure, start, audience)
    remember_choice(KIND, audience)
    append(
        "baseline.set",
        about=made,
        audience=audience,
        content={"measure": str(measure.pk), **start.as_json()},
        first=True,
    )
    return made
