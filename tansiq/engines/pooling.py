"""What the reports of many make together: each kind of measure in its own way, and never what may not be added (R-A7).

Flows add; of stocks and totals to date the latest of each reporter adds; shares pool their numerators and denominators,
of one base alone; levels and answers of yes or no are counted, never added; words stand by themselves.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

SUM, MEAN, LATEST, SHARE, LEVELS = "sum", "mean", "latest", "share", "levels"
OPEN_ABOVE: Final = frozenset({"more_than", "at_least"})
OPEN_BELOW: Final = frozenset({"less_than", "at_most", "nearly"})
UNHEDGED: Final = frozenset({"none_stated", "exact"})
HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one reporter said: a number or a range with its hedge, a share with both its parts, or a level."""

    reporter: str
    as_of: date
    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "none_stated"
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    base: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How much two reporters agree that both of them counted."""

    one: str
    other: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Pool:
    """What they make together, of how many of them, and how many had nothing that can be pooled."""

    way: str
    counted: int
    left: int = 0
    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "none_stated"
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    base: str = ""
    levels: tuple[tuple[str, int], ...] = ()
    twice: Decimal = Decimal(0)  # What was counted by two and has been taken off once.


def pool(kind: str, way: str, heard: Iterable[Heard], overlaps: Iterable[Counted] = ()) -> Pool | None:
    """What was heard, pooled as its measure says; nothing where it says that each stands alone.

    Args:
        kind: flow, stock, to_date, share, level, yes_no or text.
        way: none, sum, mean or latest, as the measure says; a share is pooled by its parts, a level counted.
        heard: one or more from each reporter.
        overlaps: what two of them agree to have counted both.

    >>> day = date(2015, 1, 22)
    >>> pool("flow", "sum", [Heard("a", day, Decimal(2)), Heard("b", day, Decimal(3)), Heard("c", day)])
    Pool(way='sum', counted=2, left=1, value=Decimal('5'), high=None, qualifier='none_stated', numerator=None, \
denominator=None, base='', levels=(), twice=Decimal('0'))
    >>> parts = [Heard("a", day, None, None, "exact", Decimal(1), Decimal(2), "land"),
    ...     Heard("b", day, None, None, "exact", Decimal(3), Decimal(18), "land")]
    >>> pool("share", "sum", parts).value
    Decimal('20')
    >>> pool("level", "none", [Heard("a", day, level="halted"), Heard("b", day, level="halted")]).levels
    (('halted', 2),)
    >>> pool("text", "sum", parts) is None
    True
    """
    # From one order, whatever order they came in: Decimals that are rounded do not add alike in every one.
    told = sorted(heard, key=lambda one: (one.reporter, one.as_of, str(one.value), str(one.high), one.level))
    if kind in ("stock", "to_date", "share", "level", "yes_no"):
        told = _latest_of_each(told)
    if kind in ("level", "yes_no"):
        return _levels(told)
    if way == "none" or kind == "text" or not told:
        return None
    if kind == "share":
        return _share(told)
    numbers = [one for one in told if one.value is not None]
    left = len(told) - len(numbers)
    if not numbers:
        return Pool(way, 0, left)
    if way == LATEST:
        newest = max(numbers, key=lambda one: (one.as_of, one.reporter))
        return Pool(LATEST, 1, left + len(numbers) - 1, newest.value, newest.high, newest.qualifier)
    return _added(way, numbers, left, overlaps)


def _latest_of_each(told: Sequence[Heard]) -> list[Heard]:
    return [*{one.reporter: one for one in sorted(told, key=lambda one: one.as_of)}.values()]


def _levels(told: Sequence[Heard]) -> Pool:
    counts = Counter(one.level for one in told if one.level)
    return Pool(LEVELS, counts.total(), len(told) - counts.total(), levels=tuple(sorted(counts.items())))


def _share(told: Sequence[Heard]) -> Pool:
    """Pooled from both parts; shares of several denominators are never one line (R-A3)."""
    whole = [one for one in told if one.numerator is not None and one.denominator]
    if not whole or len({one.base for one in whole}) > 1:
        return Pool(SHARE, 0, len(told))
    numerator = sum((one.numerator or Decimal(0) for one in whole), Decimal(0))
    denominator = sum((one.denominator or Decimal(0) for one in whole), Decimal(0))
    return Pool(
        SHARE,
        len(whole),
        len(told) - len(whole),
        value=numerator * HUNDRED / denominator,
        qualifier=_hedge([one.qualifier for one in whole]),
        numerator=numerator,
        denominator=denominator,
        base=whole[0].base,
    )


def _added(way: str, numbers: Sequence[Heard], left: int, overlaps: Iterable[Counted]) -> Pool:
    there = {one.reporter for one in numbers}
    both = (one.value for one in overlaps if {one.one, one.other} <= there)
    twice = sum(both, Decimal(0)) if way == SUM else Decimal(0)
    low = sum((one.value or Decimal(0) for one in numbers), Decimal(0)) - twice
    high = sum(((one.value if one.high is None else one.high) or Decimal(0) for one in numbers), Decimal(0)) - twice
    if way == MEAN:
        low, high = low / len(numbers), high / len(numbers)
    ranged = high != low
    hedge = "range" if ranged else _hedge([one.qualifier for one in numbers])
    return Pool(way, len(numbers), left, low, high if ranged else None, hedge, twice=twice)


def _hedge(qualifiers: Sequence[str]) -> str:
    """The hedge of what is added: of one kind it stays that way, of several it is about."""
    hedged = {one for one in qualifiers if one not in UNHEDGED}
    if not hedged:
        return "none_stated"
    if hedged <= OPEN_ABOVE:
        return "at_least"
    if hedged <= OPEN_BELOW:
        return "at_most"
    return "about"
