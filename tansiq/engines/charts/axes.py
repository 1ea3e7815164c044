"""The axes: values where reading begins, time below, and the lines of a baseline and of a target."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from tansiq.engines.charts import ticks
from tansiq.engines.charts.labels import Spot
from tansiq.engines.charts.marks import Level
from tansiq.engines.charts.plane import Plane
from tansiq.engines.charts.room import Room
from tansiq.engines.charts.svg import LETTER, Words, clipped, text, unit

YEAR = 46.0  # Room for a year and the space beside it.


def values(
    plane: Plane, words: Words, write: Callable[[Decimal], str], counted: str, room: Room
) -> Iterator[str]:
    """A line for each value, its number where reading begins, and above them what is counted."""
    left, right = unit(plane.left), unit(plane.right)
    grid = "".join(f"M{left} {unit(plane.y(tick))}H{right}" for tick in plane.ticks[1:])
    yield f'<path class="g" fill="none" stroke="#ccc" d="{grid}"/>'
    yield f'<path class="ax" fill="none" stroke="#000" d="M{left} {unit(plane.bottom)}H{right}"/>'
    x, anchor = (plane.right + 8, "start") if words.rtl else (plane.left - 8, "end")
    gutter = room.width - plane.right - 10 if words.rtl else plane.left - 10
    for tick in plane.ticks:
        yield text(x, plane.y(tick) + 4, clipped(write(tick), gutter), "q", anchor)
    if counted:
        spot = Spot(room.width - 2, 14, "end") if words.rtl else Spot(2, 14, "start")
        line = clipped(counted, room.width - 4)
        room.take(spot.box([line]))
        yield text(spot.x, spot.y, line, "q", spot.anchor)


def times(plane: Plane, words: Words) -> Iterator[str]:
    """A tick for each year, or for each month of a shorter time."""
    first, last = date.fromordinal(plane.first), date.fromordinal(plane.last)
    wide = plane.right - plane.left
    names = words.months or [str(number) for number in range(1, 13)]
    if monthly := plane.last - plane.first < ticks.MONTHLY:
        name = LETTER * max(map(len, names)) + 14
        found = list(ticks.months(first, last, max(2, int(wide / name))))
    else:
        found = list(ticks.years(first, last, max(2, int(wide / YEAR))))
    marks = "".join(f"M{unit(plane.x(day.toordinal()))} {unit(plane.bottom)}v5" for day in found)
    yield f'<path class="ax" fill="none" stroke="#000" d="{marks}"/>'
    for place, day in enumerate(found):
        x, year = plane.x(day.toordinal()), words.digits(str(day.year))
        if monthly:
            yield text(x, plane.bottom + 18, names[day.month - 1], "q", "middle")
            if place == 0 or found[place - 1].year != day.year:
                yield text(x, plane.bottom + 33, year, "q", "middle")
        else:
            yield text(x, plane.bottom + 18, year, "q", "middle")


def levels(plane: Plane, room: Room, baseline: Level | None, target: Level | None) -> Iterator[str]:
    """The line of the baseline, and the broken line of the target to its day; each word at its line."""
    for level, kind, dashes in ((baseline, "bl", ""), (target, "tg", ' stroke-dasharray="5 4"')):
        if level is None:
            continue
        y, x = plane.y(level.value), plane.x(level.on.toordinal()) if level.on else None
        start = plane.left if x is None or kind == "tg" else x
        end = plane.right if x is None or kind == "bl" else x
        day = "" if x is None else f"M{unit(x)} {unit(y - 5)}v10"
        yield f'<path class="{kind}" fill="none" stroke="#000"{dashes} d="M{unit(start)} {unit(y)}H{unit(end)}{day}"/>'
        if level.word:
            yield _at_line(plane, room, level.word, (start, end, y), far=kind == "tg")


def _at_line(plane: Plane, room: Room, word: str, line: tuple[float, float, float], *, far: bool) -> str:
    """The word of a line: above or below it, at the end that nothing has taken."""
    start, end, y = line
    words = clipped(word, max(plane.right - plane.left - 12, LETTER))
    places = [Spot(start + 4, y - 6, "start"), Spot(start + 4, y + 14, "start")]
    ends = [Spot(end, y - 6, "end"), Spot(end, y + 14, "end")]
    tried = [*ends, *places] if far else [*places, *ends]
    spot = next((spot for spot in tried if room.free(spot.box([words]))), Spot(plane.left + 4, y - 6, "start"))
    room.take(spot.box([words]))
    return text(spot.x, spot.y, words, "", spot.anchor)
