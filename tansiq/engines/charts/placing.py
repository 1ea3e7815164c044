"""Where marks stand: figures of one day side by side, time never turned round, and which marks a line may join."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tansiq.engines.charts.marks import RADIUS, Mark, days, reach
from tansiq.engines.charts.plane import Plane
from tansiq.engines.charts.room import Box

APART = 18.0  # Between the middles of two marks of one day.


@dataclass(frozen=True)
class Placed:
    """A mark in its place; aside tells on which side of its day it stands, clash that another contradicts it."""

    mark: Mark
    x: float
    y: float
    high: float  # The height of a range's upper end; of the value itself where there is none.
    span: tuple[float, float]  # From the first to the last day on which it may stand.
    aside: int = 0
    clash: bool = False

    @property
    def box(self) -> Box:
        """What the mark covers, its whisker included."""
        up, down = reach(self.mark)
        return Box(self.x - RADIUS - 2, self.high - up - 1, self.x + RADIUS + 2, self.y + down + 1)


def place(plane: Plane, marks: Sequence[Mark]) -> list[Placed]:
    """The marks in the order of time, each in its place."""
    ordered = sorted(marks, key=_order)
    groups = [list(group) for _, group in groupby(ordered, key=lambda mark: days(mark.on, mark.precision))]
    steps = [len(group) - 1 if _crowded(plane, group) else 0 for group in groups]
    apart = min(APART, (plane.right - plane.left) / max(1, sum(steps)))
    begins = _begins(plane, groups, [apart * step for step in steps])
    return [
        found
        for group, begin, step in zip(groups, begins, steps, strict=True)
        for found in _side_by_side(plane, group, begin, apart if step else 0.0)
    ]


def runs(places: Sequence[Placed]) -> Iterator[list[Placed]]:
    """The marks of one series that a line may join, run by run.

    A line stops where figures of one day contradict one another, and goes on from the one that the body adopted.
    What is doubtful is left out. A range ends a line, for it has no one value.
    """
    run: list[Placed] = []
    for place_ in places:
        if place_.mark.doubtful:
            continue
        if place_.mark.ranged or (place_.clash and not place_.mark.adopted):
            if place_.mark.ranged or not _adopted_beside(place_, places):
                yield run
                run = []
            continue
        run.append(place_)
    yield run


def _adopted_beside(one: Placed, places: Sequence[Placed]) -> bool:
    return any(other.mark.adopted and other.span == one.span for other in places)


def _order(mark: Mark) -> tuple[float, int, str, bool, object, str]:
    start, end = days(mark.on, mark.precision)
    return (start + end) / 2, start, mark.series, mark.doubtful, mark.value, mark.label


def _crowded(plane: Plane, group: Sequence[Mark]) -> bool:
    """Whether figures of one day must stand side by side: they share a base, or they would cover one another."""
    heights = sorted(plane.y(mark.value) for mark in group)
    close = any(after - before < APART for before, after in zip(heights, heights[1:], strict=False))
    return close or len({mark.series for mark in group}) < len(group)


def _begins(plane: Plane, groups: Sequence[Sequence[Mark]], widths: Sequence[float]) -> list[float]:
    """Where each group begins: about its day, after the group before it, within the frame."""
    begins: list[float] = []
    taken = plane.left + RADIUS
    for group, width in zip(groups, widths, strict=True):
        begins.append(max(plane.x(sum(days(group[0].on, group[0].precision)) / 2) - width / 2, taken))
        taken = begins[-1] + width
    limit = plane.right - RADIUS
    for number in reversed(range(len(groups))):
        begins[number] = max(plane.left, min(begins[number], limit - widths[number]))
        limit = begins[number]
    return begins


def _side_by_side(plane: Plane, group: Sequence[Mark], begin: float, apart: float) -> Iterator[Placed]:
    start, end = days(group[0].on, group[0].precision)
    span = plane.x(start), plane.x(end)
    for number, mark in enumerate(group):
        aside = (2 * number > len(group) - 1) - (2 * number < len(group) - 1) if apart else 0
        others = [other for other in group if other.series == mark.series and not other.doubtful]
        clash = not mark.doubtful and len({other.said for other in others}) > 1
        y = plane.y(mark.value)
        high = plane.y(mark.high) if mark.ranged and mark.high is not None else y
        yield Placed(mark, begin + apart * number, y, min(y, high), span, aside, clash)
