"""Definitions of measures of every kind, as a form gives them, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from unittest.mock import patch
from uuid import UUID

from tansiq import clock
from tansiq.efforts.commands.aiming import Aim, set_target
from tansiq.efforts.commands.defining import Definition, define_measure
from tansiq.efforts.commands.starting import Start, set_baseline
from tansiq.efforts.kinds import USUAL_SCALE
from tansiq.efforts.models import Baseline, Measure, Target
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC
from tests.efforts.measured import PERSONS
from tests.secretariat import en, readers
from tests.world import INSTANT, token

START, YEAR_AFTER = date(2014, 9, 1), date(2015, 9, 1)
NAME = Words.of("en", en="Persons trained", ar="الأشخاص المدربون")


def definition(kind: str = "to_date", **given: Any) -> Definition:
    """A whole definition of a kind."""
    of_kind: dict[str, dict[str, Any]] = {
        "share": {"base": en("of the territory that was held")},
        "level": {"scale": USUAL_SCALE},
        **{one: {"unit": PERSONS} for one in ("flow", "stock", "to_date")},
    }
    held = {"line": "military", "name": NAME, "role": "effectiveness", "direction": "up", "pools": "none"}
    return Definition(**{"kind": kind, **held, **of_kind.get(kind, {}), **given})


def start(value: str | None = "0", **given: Any) -> Start:
    """A start by definition, in September 2014."""
    number = Decimal(value) if value is not None else None
    return Start(**{"on": START, "value": number, "basis": en("by definition"), **given})


def defined(kind: str = "to_date", *codes: str, by: str = "officer", **given: Any) -> Measure:
    """A measure that somebody defined, for the public or for some."""
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return define_measure(definition=definition(kind, **given), readers=to)


TICKS = count(1)


@contextmanager
def ticked() -> Iterator[None]:
    """What is done here is done later than what was done before."""
    instant = datetime.fromisoformat(INSTANT) + timedelta(microseconds=next(TICKS))
    with patch.object(clock, "now", lambda: instant):
        yield


def set_last(measure: Measure) -> UUID | None:
    """The start that was set last, as the actor sees it."""
    return Baseline.objects.filter(measure=measure).order_by("created_at").values_list("pk", flat=True).last()


def begun(measure: Measure, value: str | None, *codes: str, by: str = "officer", **given: Any) -> Baseline:
    """Another start of a measure."""
    with acting_as(token(by)), ticked():
        to = readers(*codes) if codes else [PUBLIC]
        after = given.pop("after", set_last(measure))
        return set_baseline(measure=measure, after=after, start=start(value, **given), readers=to)


def aimed(measure: Measure, value: str | None, *codes: str, by: str = "officer", **given: Any) -> Target:
    """A target of a measure."""
    with acting_as(token(by)):
        number = Decimal(value) if value is not None else None
        aim = Aim(**{"on": YEAR_AFTER, "value": number, "basis": en("by the ministers"), **given})
        return set_target(measure=measure, aim=aim, readers=readers(*codes) if codes else [PUBLIC])
