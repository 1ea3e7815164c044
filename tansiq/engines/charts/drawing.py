"""The figures of a measure over time, as they were said: hedges, ranges, conflicts, bases and doubts in sight."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from tansiq.engines.charts import axes
from tansiq.engines.charts.labels import labelled
from tansiq.engines.charts.legend import legend
from tansiq.engines.charts.marks import Level, Mark, Style, capped, shape, stretched, whisker
from tansiq.engines.charts.placing import Placed, place, runs
from tansiq.engines.charts.plane import Plane, steps, stretch
from tansiq.engines.charts.room import Box, Room
from tansiq.engines.charts.svg import LETTER, MOST, NARROW, WIDE, Words, length, opened, size, text, unit
from tansiq.engines.dates.partial import DAY
from tansiq.engines.digits import grouped

DOUBT = 7.5  # The half of a mark that asks.
HEAD, FOOT, EDGE = 44.0, 40.0, 10.0  # Above the frame: the axis' words and a whisker. Below it: months and years.
HEIGHT = {False: 260.0, True: 220.0}  # Of the frame.
LONGEST = {False: 30, True: 20}  # Letters of a line of words at a mark.


@dataclass(frozen=True)
class Axis:
    """The axis of values: what is counted, how a value is written on it, and what it may begin with."""

    words: str = ""
    write: Callable[[Decimal], str] = field(default=grouped)
    share: bool = False  # A share stands between 0 and 100.
    from_zero: bool = True  # What can be twice as much is drawn from zero.


def figures(  # noqa: PLR0913 -- a measure is drawn with all that it is measured by
    marks: Sequence[Mark],
    words: Words,
    *,
    axis: Axis,
    series: Mapping[str, str] | None = None,
    baseline: Level | None = None,
    target: Level | None = None,
    narrow: bool = False,
) -> str:
    """A measure's figures over time as SVG; `series` names each base in words. No figure is no drawing."""
    if not marks:
        return ""
    levels = [level for level in (baseline, target) if level]
    ticks = steps(marks, levels, share=axis.share, from_zero=axis.from_zero, most=5 if narrow else 6)
    width = NARROW if narrow else WIDE
    gutter = min(width * 0.3, max(24.0, max(length(axis.write(tick)) for tick in ticks) + 10))
    left, right = (EDGE, width - gutter) if words.rtl else (gutter, width - EDGE)
    plane = Plane(left, right, HEAD, HEAD + HEIGHT[narrow], *stretch(marks, levels), tuple(ticks))
    places = place(plane, marks)
    styles = _styles(series or {}, places)
    key = legend([((series or {}).get(name, name), style) for name, style in styles.items()], words, width)
    height = plane.bottom + FOOT + key.height
    room = _taken(plane, places, (width, height))
    svg = [
        opened("narrow" if narrow else "wide", (width, height), words),
        *axes.values(plane, words, axis.write, axis.words, room),
        *axes.times(plane, words),
        *axes.levels(plane, room, baseline, target),
        *_lines(plane, places, styles, baseline, room),
        *_marks(plane, places, styles),
        *key.drawn(plane.bottom + FOOT),
    ]
    tones = {name: f"t{style.tone}" for name, style in styles.items()}
    left_over = MOST - size(svg) - len("</svg>")
    svg += labelled(room, places, tones, most=LETTER * LONGEST[narrow], left=left_over)
    return "".join([*svg, "</svg>"])


def _styles(series: Mapping[str, str], places: Sequence[Placed]) -> dict[str, Style]:
    """A look for each base that has figures, in the caller's order, then in the order of time."""
    used = {found.mark.series for found in places}
    names = [name for name in dict.fromkeys([*series, *(found.mark.series for found in places)]) if name in used]
    return {name: Style(number) for number, name in enumerate(names)}


def _taken(plane: Plane, places: Sequence[Placed], sheet: tuple[float, float]) -> Room:
    """The room that the marks leave; below the frame stand months and years."""
    room = Room(sheet[0], plane.bottom + 4)
    for found in places:
        room.take(found.box)
        if found.mark.precision != DAY:
            room.take(Box(found.span[0], found.y - 4, found.span[1], found.y + 4))
    return room


def _lines(
    plane: Plane, places: Sequence[Placed], styles: Mapping[str, Style], baseline: Level | None, room: Room
) -> Iterator[str]:
    """The lines within each base: whole between figures without a hedge, dotted where one end is hedged."""
    for name, style in styles.items():
        if not style.joined:
            continue
        firm, open_ = "", ""
        for number, run in enumerate(runs([found for found in places if found.mark.series == name])):
            points = [(found.x, found.y, found.mark.hollow) for found in run]
            if baseline and baseline.on and baseline.series == name and number == 0:
                points.insert(0, (plane.x(baseline.on.toordinal()), plane.y(baseline.value), False))
            for start, end in pairwise(points):
                if start[0] > end[0]:
                    continue  # A baseline that is younger than the first figure.
                room.line(start[:2], end[:2])
                step = f"M{unit(start[0])} {unit(start[1])}L{unit(end[0])} {unit(end[1])}"
                firm, open_ = (firm, open_ + step) if start[2] or end[2] else (firm + step, open_)
        if firm:
            yield f'<path class="ln c{style.tone}" fill="none" stroke="#000" d="{firm}"/>'
        if open_:
            yield f'<path class="ln op c{style.tone}" fill="none" stroke="#000" stroke-dasharray="1 4" d="{open_}"/>'


def _marks(plane: Plane, places: Sequence[Placed], styles: Mapping[str, Style]) -> Iterator[str]:
    """The marks of each base: what holds them open first, then the hollow and the solid ones, then the doubtful."""
    for name, style in styles.items():
        own = [found for found in places if found.mark.series == name]
        sound = [found for found in own if not found.mark.doubtful]
        single = [found for found in sound if not found.mark.ranged]
        held = "".join(
            stretched(*found.span, found.y) for found in sound if found.mark.precision != DAY and not found.mark.ranged
        )
        held += "".join(capped(found.x, found.y, found.high) for found in sound if found.mark.ranged)
        held += "".join(whisker(found.mark.qualifier, found.x, found.y) for found in single)
        hollow = "".join(shape(style.shape, found.x, found.y) for found in single if found.mark.hollow)
        solid = "".join(shape(style.shape, found.x, found.y) for found in single if not found.mark.hollow)
        tone = f"c{style.tone}"
        if held:
            yield f'<path class="wh {tone}" fill="none" stroke="#000" stroke-width="1.5" d="{held}"/>'
        if hollow:
            yield f'<path class="ho {tone}" fill="#fff" stroke="#000" stroke-width="1.5" d="{hollow}"/>'
        if solid:
            yield f'<path class="so {tone}" d="{solid}"/>'
        for found in own:
            if found.mark.doubtful:
                yield from _doubt(plane, found, style)


def _doubt(plane: Plane, found: Placed, style: Style) -> Iterator[str]:
    """A doubtful figure: a broken outline that asks; at the edge, two heads show that it lies beyond the scale."""
    outline = shape(style.shape, found.x, found.y, DOUBT)
    way = -plane.beyond(found.mark.value)
    heads = "".join(f"M{unit(found.x - 4)} {unit(found.y + way * off)}l4 {4 * way} 4 {-4 * way}" for off in (11, 15)) if way else ""
    yield (
        f'<path class="ho db c{style.tone}" fill="#fff" stroke="#000" stroke-dasharray="2 2" d="{outline}"/>'
        + (f'<path class="wh c{style.tone}" fill="none" stroke="#000" d="{heads}"/>' if heads else "")
        + text(found.x, found.y + 4, "?", f"t{style.tone}", "middle")
    )
