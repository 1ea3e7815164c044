"""Whether the parts of a figure make the whole, as far as the hedges of either leave that open."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tansiq.engines.figures.hedges import ABOUT, AT_LEAST, AT_MOST, LESS_THAN, MORE_THAN, NEARLY, NONE_STATED, RANGE

SLACK: Final = Decimal("0.05")  # How far "about" and "nearly" reach.


@dataclass(frozen=True, slots=True)
class Told:
    """A number as it was told: with its hedge, or as a range."""

    value: Decimal
    qualifier: str = NONE_STATED
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """From where to where a number may lie; an open end is None."""

    low: Decimal | None
    high: Decimal | None

    def __add__(self, other: "Reach") -> "Reach":
        low = None if self.low is None or other.low is None else self.low + other.low
        return Reach(low, None if self.high is None or other.high is None else self.high + other.high)

    def meets(self, other: "Reach") -> bool:
        """Whether both may be the same number."""
        return _below(self.low, other.high) and _below(other.low, self.high)


def reach(told: Told) -> Reach:
    """From where to where a number may lie, by its hedge.

    >>> reach(Told(Decimal(200), "nearly"))
    Reach(low=Decimal('190.00'), high=Decimal('200'))
    >>> reach(Told(Decimal(600), "more_than"))
    Reach(low=Decimal('600'), high=None)
    """
    slack = abs(told.value) * SLACK
    if told.qualifier == RANGE:
        return Reach(told.value, told.high)
    if told.qualifier in (MORE_THAN, AT_LEAST):
        return Reach(told.value, None)
    if told.qualifier in (LESS_THAN, AT_MOST):
        return Reach(None, told.value)
    low = told.value - slack if told.qualifier in (ABOUT, NEARLY) else told.value
    return Reach(low, told.value + slack if told.qualifier == ABOUT else told.value)


def whole_of(parts: Iterable[Told]) -> Reach:
    """From where to where the parts together may lie; an exact sum of exact parts."""
    return sum((reach(one) for one in parts), Reach(Decimal(0), Decimal(0)))


def make_the_whole(whole: Told, parts: Iterable[Told]) -> bool:
    """Whether the parts may make the whole: exactly where nothing is hedged, else within what the hedges leave open.

    >>> make_the_whole(Told(Decimal(10)), [Told(Decimal(6)), Told(Decimal(4))])
    True
    >>> make_the_whole(Told(Decimal(10)), [Told(Decimal(6)), Told(Decimal(3))])
    False
    >>> make_the_whole(Told(Decimal(100), "about"), [Told(Decimal(60)), Told(Decimal(37))])
    True
    >>> make_the_whole(Told(Decimal(100), "more_than"), [Told(Decimal(60)), Told(Decimal(30))])
    False
    """
    return reach(whole).meets(whole_of(parts))


def _below(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high
