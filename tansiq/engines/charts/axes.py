"""The axes: values where reading begins, time below, and the lines of a baseline and of a target."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tansiq.engines.charts import ticks
from tansiq.engines.charts.labels import Spot
from tansiq.engines.charts.marks import Level, shape
from tansiq.engines.charts.plane import Plane
from tansiq.engines.charts.room import Box, Room
from tansiq.engines.charts.svg import LETTER, Words, at, clipped, hollow, length, stroke, text, unit

STRIDE = 24.0  # From one place along a line to the next where its word may stand.
TARGET = 4.0  # The half of the mark of a target.
YEAR = 46.0  # Room for a year and the space beside it.


def values(plane: Plane, words: Words, write: Callable[[Decimal], str], counted: str, room: Room) -> Iterator[str]:
    """A line for each value, its number where reading begins, and above them what is counted."""
    left, right = unit(plane.left), unit(plane.right)
    grid = "".join(f"M{left} {unit(plane.y(tick))}H{right}" for tick in plane.ticks[1:])
    yield stroke("g", grid, tone="#ccc")
    yield stroke("ax", f"M{left} {unit(plane.bottom)}H{right}")
    x, anchor = (plane.right + 8, "start") if words.rtl else (plane.left - 8, "end")
    gutter = room.width - plane.right - 10 if words.rtl else plane.left - 10
    for tick in plane.ticks:
        spot, said = Spot(x, plane.y(tick) + 4, anchor), clipped(write(tick), gutter)
        room.take(spot.box([said]))
        yield text(spot.x, spot.y, said, "q", anchor)
    if counted:
        spot = Spot(room.width - 2, 14, "end") if words.rtl else Spot(2, 14, "start")
        line = clipped(counted, room.width - 4)
        room.take(spot.box([line]))
        yield text(spot.x, spot.y, line, "q", spot.anchor)


def times(plane: Plane, words: Words, below: float) -> Iterator[str]:
    """A tick for each year, or for each month of a shorter time; the words below what reaches under the axis."""
    foot = plane.bottom + below
    first, last = date.fromordinal(plane.first), date.fromordinal(plane.last)
    wide = plane.right - plane.left
    names = words.months or [str(number) for number in range(1, 13)]
    if monthly := plane.last - plane.first < ticks.MONTHLY:
        name = LETTER * max(map(len, names)) + 14
        found = list(ticks.months(first, last, max(2, int(wide / name))))
    else:
        found = list(ticks.years(first, last, max(2, int(wide / YEAR))))
    marks = "".join(f"M{at(plane.x(day.toordinal()), plane.bottom)}v5" for day in found)
    yield stroke("ax", marks)
    for place, day in enumerate(found):
        x, year = plane.x(day.toordinal()), words.digits(str(day.year))
        if monthly:
            yield text(x, foot + 18, names[day.month - 1], "q", "middle")
            if place == 0 or found[place - 1].year != day.year:
                yield text(x, foot + 33, year, "q", "middle")
        else:
            yield text(x, foot + 18, year, "q", "middle")


def levels(plane: Plane, room: Room, baseline: Level | None, target: Level | None) -> Iterator[str]:
    """The line of the baseline, and the broken line of the target to its day; each word at its line."""
    for level, kind, dashes in ((baseline, "bl", ""), (target, "tg", 'stroke-dasharray="5 4"')):
        if level is None:
            continue
        y, x = plane.y(level.value), plane.x(level.on.toordinal()) if level.on else None
        start = plane.left if x is None or kind == "tg" else x
        end = plane.right if x is None or kind == "bl" else x
        day = "" if x is None else f"M{at(x, y - 5)}v10"
        yield stroke(kind, f"M{at(start, y)}H{unit(end)}{day}", dashes)
        if level.word:
            yield _at_line(plane, room, level.word, (start, end, y), far=kind == "tg")


def _at_line(plane: Plane, room: Room, word: str, line: tuple[float, float, float], *, far: bool) -> str:
    """The word of a line: above or below it, at the end that nothing has taken."""
    start, end, y = line
    words = clipped(word, max(plane.right - plane.left - 12, LETTER))
    wide = length(words)
    places = [start + 4 + step * STRIDE for step in range(max(1, int((end - start - wide - 4) / STRIDE) + 1))]
    tried = [
        Spot(max(2.0, min(x, end - wide)), height, "start")
        for x in (reversed(places) if far else places)
        for height in (y - 6, y + 14)
    ]
    spot = next((spot for spot in tried if room.free(spot.box([words]))), tried[0])
    room.take(spot.box([words]))
    room.line((start, y), (end, y))
    return text(spot.x, spot.y, words, "", spot.anchor)


def path(plane: Plane, room: Room, start: Level | None, points: Sequence[Level]) -> Iterator[str]:
    """The way to where a measure shall be: a broken line from its start over each day, with hollow marks.

    A line sets out from the start only where its base is known; the word stands at the last point.
    """
    ordered = sorted((level for level in points if level.on), key=lambda level: (level.on or date.min, level.value))
    begin = [start] if start and start.on and start.series is not None else []
    places = [(plane.x(one.on.toordinal()), plane.y(one.value)) for one in (*begin, *ordered) if one.on]
    line = "".join(f"{'L' if number else 'M'}{at(*place)}" for number, place in enumerate(places))
    if len(places) > 1:
        yield stroke("tg", line, 'stroke-dasharray="5 4"')
    for begin_at, end_at in pairwise(places):
        room.line(begin_at, end_at)
    goals = places[len(begin) :]
    yield hollow("ho", "".join(shape("diamond", x, y, TARGET) for x, y in goals))
    for x, y in goals:
        room.take(Box(x - TARGET - 2, y - TARGET - 3, x + TARGET + 2, y + TARGET + 3))
    if goals and (word := ordered[-1].word):
        yield _at_line(plane, room, word, (max(plane.left, goals[-1][0] - plane.right / 3), *goals[-1]), far=True)
