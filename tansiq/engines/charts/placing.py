"""Where marks stand: figures of one day side by side, time never turned round, and which marks a line may join."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from tansiq.engines.charts.marks import RADIUS, Mark, days, reach
from tansiq.engines.charts.plane import Plane
from tansiq.engines.charts.room import Box

HEADS = 12.0  # The room of the two heads that show that a figure lies beyond the scale.
APART = 14.0  # Between the middles of two marks of one day.


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
    beyond: int = 0  # Above the scale 1, below it -1.

    @property
    def box(self) -> Box:
        """What the mark covers, its whisker included."""
        up, down = reach(self.mark)
        up, down = up + HEADS * (self.beyond > 0), down + HEADS * (self.beyond < 0)
        return Box(self.x - RADIUS - 2, self.high - up - 1, self.x + RADIUS + 2, self.y + down + 1)


def place(plane: Plane, marks: Sequence[Mark], apart: float = APART) -> list[Placed]:
    """The marks in the order of time, each in its place."""
    ordered = sorted(marks, key=_order)
    groups = [list(group) for _, group in groupby(ordered, key=lambda mark: days(mark.on, mark.precision))]
    steps = [len(group) - 1 if _crowded(plane, group) else 0 for group in groups]
    crowd = sum(step + 2 for step in steps if step)
    apart = min(apart, (plane.right - plane.left - 2 * RADIUS) / max(1, crowd))
    begins = _begins(plane, groups, [apart * step for step in steps], apart)
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
    close = any(after - before < APART for before, after in pairwise(heights))
    return close or len({mark.series for mark in group}) < len(group)


def _begins(plane: Plane, groups: Sequence[Sequence[Mark]], widths: Sequence[float], apart: float) -> Iterator[float]:
    """Where each group begins: as near to its day as the groups beside it allow, within the frame."""
    gaps = [apart if before or after else 0.0 for before, after in pairwise(widths)]
    offsets = list(accumulate((width + gap for width, gap in zip(widths, gaps, strict=False)), initial=0.0))
    middles = [plane.x(sum(days(group[0].on, group[0].precision)) / 2) for group in groups]
    wanted = [middle - width / 2 - off for middle, width, off in zip(middles, widths, offsets, strict=True)]
    first, last = plane.left + RADIUS, plane.right - RADIUS - offsets[-1] - widths[-1]
    for begin, off in zip(rising(wanted), offsets, strict=True):
        yield max(first, min(begin, last)) + off


def rising(wanted: Sequence[float]) -> list[float]:
    """The nearest numbers that never fall: neighbours that would change places meet in their midst.

    >>> rising([1.0, 5.0, 3.0, 6.0])
    [1.0, 4.0, 4.0, 6.0]
    """
    blocks: list[tuple[float, int]] = []
    for number in wanted:
        total, count = number, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before, many = blocks.pop()
            total, count = total + before, count + many
        blocks.append((total, count))
    return [total / count for total, count in blocks for _ in range(count)]


def _side_by_side(plane: Plane, group: Sequence[Mark], begin: float, apart: float) -> Iterator[Placed]:
    start, end = days(group[0].on, group[0].precision)
    span = plane.x(start), plane.x(end)
    for number, mark in enumerate(group):
        aside = (2 * number > len(group) - 1) - (2 * number < len(group) - 1) if apart else 0
        others = [other for other in group if other.series == mark.series and not other.doubtful]
        clash = not mark.doubtful and len({other.said for other in others}) > 1
        y = plane.y(mark.value)
        high = plane.y(mark.high) if mark.ranged and mark.high is not None else y
        yield Placed(mark, begin + apart * number, y, min(y, high), span, aside, clash, plane.beyond(mark.value))
