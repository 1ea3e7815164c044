"""The plane of a drawing: where a day and a value stand. Time runs left to right in every language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tansiq.engines.charts import ticks
from tansiq.engines.charts.marks import Level, Mark, days

INSET = 16.0  # Between the frame and the first and last day, so that marks stand free.
LEAST = 366  # A shorter time is drawn in the midst of so many days.


@dataclass(frozen=True)
class Plane:
    """A frame in units, its first and last day as ordinals, and its ticks from the lowest value to the highest."""

    left: float
    right: float
    top: float
    bottom: float
    first: int
    last: int
    ticks: tuple[Decimal, ...]
    inset: float = INSET

    def x(self, day: float) -> float:
        """The place of a day."""
        start, end = self.left + self.inset, self.right - self.inset
        return start + (end - start) * (day - self.first) / (self.last - self.first)

    def y(self, value: Decimal) -> float:
        """The place of a value; what lies beyond the ticks stands at the edge."""
        low, high = self.ticks[0], self.ticks[-1]
        share = float((min(max(value, low), high) - low) / (high - low))
        return self.bottom - (self.bottom - self.top) * share

    def beyond(self, value: Decimal) -> int:
        """On which side of the frame a value lies: 1 above, -1 below, 0 within."""
        return (value > self.ticks[-1]) - (value < self.ticks[0])


def steps(marks: Sequence[Mark], levels: Sequence[Level], *, share: bool, from_zero: bool, most: int) -> list[Decimal]:
    """The ticks of the values, doubtful ones left out: a doubtful figure must not flatten the others."""
    sound = [mark for mark in marks if not mark.doubtful]
    found = [mark.value for mark in sound] + [mark.high for mark in sound if mark.ranged and mark.high is not None]
    found += [level.value for level in levels]
    if share and all(0 <= value <= ticks.SHARES[-1] for value in found):
        return list(ticks.SHARES)
    low, high = min(found, default=Decimal(0)), max(found, default=Decimal(0))
    if from_zero or share:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    return ticks.values(low, high, most)


def stretch(marks: Sequence[Mark], levels: Sequence[Level]) -> tuple[int, int]:
    """The first and the last day of a drawing, as ordinals."""
    spans = [days(mark.on, mark.precision) for mark in marks]
    spans += [days(level.on, "day") for level in levels if level.on]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    if (lack := LEAST - (last - first)) > 0:
        first, last = first - lack // 2, last + lack // 2
    return max(date.min.toordinal(), first), min(date.max.toordinal(), last)
