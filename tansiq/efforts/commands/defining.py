"""Defining what is measured: its kind, unit, direction and start, of what shares are shares; and what may change."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.commands.keeping import may_keep, own
from tansiq.efforts.commands.starting import Start, check_start, lay
from tansiq.efforts.kinds import COUNTED, FEWEST_STEPS, MAY_POOL, MOST_STEPS
from tansiq.efforts.models import Base, Measure, Successor
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.units import Unit
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act, edit
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.sources.models import Source

KIND = "measure"  # Under which a member's release habits for measures are kept.
CODE = 48  # Letters of a code that is made of a name.


@dataclass(frozen=True, slots=True)
class Definition:
    """What is measured, as a form gives it."""

    line: str
    name: Words
    kind: str
    role: str
    direction: str
    pools: str
    unit: Unit | None = None
    scale: tuple[dict[str, Any], ...] = ()
    base: Words | None = None
    start: Start | None = None
    note: Words | None = None
    succeeds: Measure | None = None


@act("measure.defined")
def define_measure(*, definition: Definition, readers: list[int]) -> Measure:
    """Define what is measured along a line of effort.

    Raises:
        ValidationError: it is not whole: no unit, no denominator of a share, no scale, a start that is not of its kind.
    """
    if not may_keep(definition.line):
        raise PermissionDenied
    _check(definition)
    audience = audience_for(readers)
    given = ownership(audience)
    with within_its_release():
        measure = Measure.objects.create(
            code=_free_code(definition.name),
            line=definition.line,
            name=definition.name,
            kind=definition.kind,
            role=definition.role,
            unit=definition.unit,
            direction=definition.direction,
            pools=definition.pools,
            scale=list(definition.scale),
            note=definition.note,
            **given,
        )
        whole = definition.base
        base = Base.objects.create(measure=measure, name=whole, stated=True, **given) if whole else None
        if definition.start:
            lay(measure, replace(definition.start, base=base), audience)
        if definition.succeeds:
            both = ownership(common_audience(audience, definition.succeeds.audience))
            Successor.objects.create(earlier=definition.succeeds, later=measure, **both)
    remember_choice(KIND, audience)
    append("measure.defined", about=measure, audience=audience, content=_content(definition), first=True)
    return measure


def _check(given: Definition) -> None:
    """What each kind asks for, and what it has no place for."""
    if given.pools not in MAY_POOL[given.kind]:
        raise ValidationError(_("Figures of this kind do not make that together. Choose another way."))
    if (given.kind in COUNTED) != (given.unit is not None):
        raise ValidationError(_("What is counted has a unit; a share, a level and an answer have none."))
    if (given.kind == Measure.Kind.SHARE) != (given.base is not None):
        raise ValidationError(_("A share says of what it is a share; nothing else has a denominator."))
    steps = [one["code"] for one in given.scale]
    if (given.kind == Measure.Kind.LEVEL) != (FEWEST_STEPS <= len(set(steps)) == len(steps) <= MOST_STEPS):
        raise ValidationError(_("A level has a scale of two to nine different steps; nothing else has one."))
    if given.start:
        check_start(given.kind, steps, given.start)


def _free_code(name: Words) -> str:
    """A code for programs, from the English name; told apart from those of the member's other measures."""
    code = slugify(name.words.get("en", ""))[:CODE].strip("-") or KIND
    taken = {*Measure.objects.filter(owner=acting().member, code__startswith=code).values_list("code", flat=True)}
    numbered = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    return code if code not in taken else next(one for one in numbered if one not in taken)


def _content(given: Definition) -> dict[str, Any]:
    words = {"unit": given.unit, "base": given.base, "note": given.note}
    return {
        "line": given.line,
        "name": given.name.as_json(),
        "kind": str(given.kind),
        "role": str(given.role),
        "direction": str(given.direction),
        "pools": str(given.pools),
        "scale": list(given.scale),
        "start": given.start.as_json() if given.start else None,
        "succeeds": str(given.succeeds.pk) if given.succeeds else None,
        **{name: one.as_json() if one else None for name, one in words.items()},
    }


@act("measure.changed")
def change_measure(*, measure: Measure, version: int, name: Words, note: Words | None, direction: str) -> Measure:
    """Change what a measure is called, the remark on it, or what is better; its kind and its unit never change."""
    own(measure)
    if measure.version == version and (measure.name, measure.note, measure.direction) == (name, note, direction):
        raise ValidationError(_("This is what stands already."))
    edit(measure, version=version, name=name, note=note, direction=direction)
    append(
        "measure.changed",
        about=measure,
        audience=measure.audience,
        content={
            "name": name.as_json(),
            "note": note.as_json() if note else None,
            "direction": str(direction),
            "version": measure.version,
        },
    )
    return measure


@act("base.added")
def add_base(
    *,
    measure: Measure,
    name: Words,
    value: Decimal | None = None,
    unit: Unit | None = None,
    source: Source | None = None,
) -> Base:
    """Add a denominator to a measure of shares: shares of two of them are never one line (R-A3)."""
    own(measure)
    if not measure.is_share:
        raise ValidationError(_("A share says of what it is a share; nothing else has a denominator."))
    bases = Base.objects.filter(measure=measure)
    if any(one.name == name for one in bases):
        raise ValidationError(_("The measure has this denominator already."))
    last = bases.aggregate(last=Max("place"))["last"]
    with within_its_release():
        base = Base.objects.create(
            measure=measure,
            name=name,
            stated=True,
            value=value,
            unit=unit,
            source=source,
            place=0 if last is None else last + 1,
            **ownership(measure.audience),
        )
    append(
        "base.added",
        about=base,
        audience=measure.audience,
        content={
            "measure": str(measure.pk),
            "name": name.as_json(),
            "value": str(value) if value is not None else None,
            "unit": unit.as_json() if unit else None,
            "source": str(source.pk) if source else None,
        },
        first=True,
    )
    return base
