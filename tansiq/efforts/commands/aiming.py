"""Aiming: by which day a measure shall be where, and who says so."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.commands.keeping import own
from tansiq.efforts.models import Measure, Qualifier, Target
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.efforts.starting import start
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.commands import remember_choice
from tansiq.sources.models import Source

KIND = "target"


@dataclass(frozen=True, slots=True)
class Aim:
    """A point of the path, as a form gives it."""

    on: date
    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = Qualifier.NONE_STATED
    level: str = ""
    source: Source | None = None
    basis: Words | None = None


@act("target.set")
def set_target(*, measure: Measure, aim: Aim, readers: list[int]) -> Target:
    """Set where a measure shall be by a day; a later target for the same day stands in place of the former one.

    Raises:
        ValidationError: it is bare, not of the measure's kind, before the start, or worse than the start.
    """
    own(measure)
    _check(measure, aim)
    audience = audience_for(readers)
    with within_its_release():
        target = Target.objects.create(
            measure=measure,
            on=aim.on,
            value=aim.value,
            high=aim.high,
            qualifier=aim.qualifier,
            level=aim.level,
            source=aim.source,
            basis=aim.basis,
            **ownership(audience),
        )
    remember_choice(KIND, audience)
    append(
        "target.set",
        about=target,
        audience=audience,
        content={
            "measure": str(measure.pk),
            "on": aim.on.isoformat(),
            "value": str(aim.value) if aim.value is not None else aim.level,
            "high": str(aim.high) if aim.high is not None else None,
            "qualifier": str(aim.qualifier),
            "source": str(aim.source.pk) if aim.source else None,
            "basis": aim.basis.as_json() if aim.basis else None,
        },
        first=True,
    )
    return target


def _check(measure: Measure, aim: Aim) -> None:
    if not aim.source and not aim.basis:
        raise ValidationError(_("A target is never bare: give its source, or say by which decision it is one."))
    steps = [one["code"] for one in measure.scale] or ["yes", "no"]
    if measure.kind == Measure.Kind.TEXT:
        raise ValidationError(_("What is told in words has no target. Set a milestone."))
    if measure.is_counted != (aim.value is not None) or measure.is_counted == (aim.level in steps):
        raise ValidationError(_("This target is not of the measure’s kind."))
    if aim.high is not None and aim.value is not None and aim.high <= aim.value:
        raise ValidationError(_("A range goes from the smaller number to the larger one."))
    begun = start(measure)
    if begun and begun.last and aim.on <= begun.last:
        raise ValidationError(_("A target lies after the start."))
    if begun and _is_worse(measure.direction, begun.value, aim.value):
        raise ValidationError(_("This is worse than the start. Check the number, or what is better for this measure."))


def _is_worse(wanted: str, begun: Decimal | None, aimed: Decimal | None) -> bool:
    if begun is None or aimed is None:
        return False
    return (wanted == "up" and aimed < begun) or (wanted == "down" and aimed > begun)
