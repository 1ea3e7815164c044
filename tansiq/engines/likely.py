"""Is this answer likely, beside the last one, the whole, its kind and its period? A doubt, never a ban (R-A13)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

# Million for thousand makes a number a thousand times too large. Halfway, as multiples go, between the right number and
# its thousandfold lies the root of a thousand, about thirty.
MANY_TIMES = 30
WHOLE = Decimal(100)
ADDED = ("flow", "stock", "to_date")  # Kinds that count something: there is never less than none of it.


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it is typed: its kind, its number or range, of a share both parts, its day, and its parts."""

    kind: str
    value: Decimal | None = None
    high: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    as_of: date | None = None
    parts: Sequence[Decimal] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What it stands beside: the last value of the same reporter, the period that is asked for, today."""

    last: Decimal | None = None
    start: date | None = None
    end: date | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to ask about: why, what was given, and what it stands beside."""

    code: str
    given: Decimal | date | None = None
    beside: Decimal | date | None = None


NOTHING = Beside()


def doubts(given: Given, beside: Beside) -> list[Doubt]:
    """What a person should look at again before it is filed.

    Codes: far_more, far_less (many times the last value, or a fraction of it), falls (a total to date goes down),
    below_zero, over_whole, future, early, late (the day lies outside the period), parts (they do not make the whole).

    >>> [one.code for one in doubts(Given("flow", Decimal(12000)), Beside(last=Decimal(12)))]
    ['far_more']
    >>> [one.code for one in doubts(Given("to_date", Decimal(90)), Beside(last=Decimal(100)))]
    ['falls']
    >>> doubts(Given("share", Decimal(120), numerator=Decimal(6), denominator=Decimal(5)), Beside())
    [Doubt(code='over_whole', given=Decimal('6'), beside=Decimal('5'))]
    >>> doubts(Given("stock", Decimal(100)), Beside(last=Decimal(90)))
    []
    """
    if given.kind in ADDED and given.value is not None and given.value >= 0 and not given.parts and beside == NOTHING:
        return []  # Most of what is told: there is nothing to hold it against.
    return [*_beside_the_last(given, beside), *_impossible(given), *_in_time(given, beside), *_of_parts(given)]


def _beside_the_last(given: Given, beside: Beside) -> Iterator[Doubt]:
    """Order of magnitude and direction, against what the reporter gave last."""
    value, last = given.value, beside.last
    if given.kind not in ADDED or value is None or last is None:
        return
    if last > 0 and value >= MANY_TIMES * last:
        yield Doubt("far_more", value, last)
    elif last > 0 and 0 < value * MANY_TIMES <= last:
        yield Doubt("far_less", value, last)
    elif given.kind == "to_date" and max(value, given.high or value) < last:
        yield Doubt("falls", value, last)


def _impossible(given: Given) -> Iterator[Doubt]:
    """Less than none, or more than the whole."""
    held = (given.value, given.numerator) if given.kind == "share" else (given.value,) if given.kind in ADDED else ()
    for value in held:
        if value is not None and value < 0:
            yield Doubt("below_zero", value)
            break
    if given.kind != "share":
        return
    if given.numerator is not None and given.denominator is not None:
        if given.numerator > given.denominator:
            yield Doubt("over_whole", given.numerator, given.denominator)
    elif given.value is not None and max(given.value, given.high or given.value) > WHOLE:
        yield Doubt("over_whole", max(given.value, given.high or given.value), WHOLE)


def _in_time(given: Given, beside: Beside) -> Iterator[Doubt]:
    """The day that it describes lies in the period that is asked for, and not ahead."""
    if given.as_of is None:
        return
    if beside.today and given.as_of > beside.today:
        yield Doubt("future", given.as_of, beside.today)
    elif beside.start and given.as_of < beside.start:
        yield Doubt("early", given.as_of, beside.start)
    elif beside.end and given.as_of > beside.end:
        yield Doubt("late", given.as_of, beside.end)


def _of_parts(given: Given) -> Iterator[Doubt]:
    """Parts make the whole."""
    if given.parts and given.value is not None and (made := sum(given.parts, Decimal(0))) != given.value:
        yield Doubt("parts", made, given.value)
