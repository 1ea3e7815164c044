"""The figures of a measure over time, as they were said: hedges, ranges, conflicts, bases and doubts in sight."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from tansiq.engines.charts import axes
from tansiq.engines.charts.labels import labelled
from tansiq.engines.charts.legend import legend
from tansiq.engines.charts.marks import DOUBT, Level, Mark, Style, capped, shape, stretched, whisker
from tansiq.engines.charts.placing import Placed, place, runs
from tansiq.engines.charts.plane import Plane, steps, stretch
from tansiq.engines.charts.room import Box, Room
from tansiq.engines.charts.svg import (
    DESC,
    LETTER,
    MOST,
    NARROW,
    WIDE,
    Words,
    at,
    hollow,
    length,
    opened,
    size,
    solid,
    stroke,
    text,
)
from tansiq.engines.dates.partial import DAY
from tansiq.engines.digits import grouped

ROOT, SAID = 700, 0.6  # Bytes of the root and the finding; of those left, the share of the values in words.
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
    path: Sequence[Level] = (),
    unjoined: Collection[str] = (),
    narrow: bool = False,
) -> str:
    """A measure's figures over time as SVG; no figure is no drawing.

    `path` leads over the days by which the measure shall be somewhere. `series` names each base in words; `unjoined`
    are those that no line joins, such as bases that no source states.
    """
    if not marks:
        return ""
    levels = [level for level in (baseline, target, *path) if level]
    ticks = steps(marks, levels, share=axis.share, from_zero=axis.from_zero, most=6)
    width = NARROW if narrow else WIDE
    gutter = min(width * 0.3, max(24.0, max(length(axis.write(tick)) for tick in ticks) + 10))
    left, right = (EDGE, width - gutter) if words.rtl else (gutter, width - EDGE)
    plane = Plane(left, right, HEAD, HEAD + HEIGHT[narrow], *stretch(marks, levels), tuple(ticks))
    places = place(plane, marks)
    styles = _styles(series or {}, places)
    below = max(0.0, *(found.box.bottom - plane.bottom - 4 for found in places))
    foot = plane.bottom + FOOT + below
    key = legend([((series or {}).get(name, name), style) for name, style in styles.items()], words, width)
    joined = {name: style for name, style in styles.items() if style.joined and name not in unjoined}
    height = foot + key.height
    room = _taken(plane, places, width)
    lines = list(_lines(plane, places, joined, baseline, room))
    svg = [
        *axes.values(plane, words, axis.write, axis.words, room),
        *axes.times(plane, words, below),
        *axes.path(plane, room, baseline, path),  # First, so that the words of the levels keep off its lines.
        *axes.levels(plane, room, baseline, target),
        *lines,
        *_marks(places, styles),
        *key.drawn(foot),
    ]
    tones = {name: style.letters for name, style in styles.items()}
    spare = MOST - size(svg) - ROOT
    start = opened("narrow" if narrow else "wide", (width, height), words, min(DESC, int(spare * SAID)))
    left_over = MOST - size([start, *svg]) - len("</svg>")
    svg += labelled(room, places, tones, most=LETTER * LONGEST[narrow], left=left_over)
    return "".join([start, *svg, "</svg>"])


def _styles(series: Mapping[str, str], places: Sequence[Placed]) -> dict[str, Style]:
    """A look for each base that has figures, in the caller's order, then in the order of time."""
    used = {found.mark.series for found in places}
    names = [name for name in dict.fromkeys([*series, *(found.mark.series for found in places)]) if name in used]
    return {name: Style(number) for number, name in enumerate(names)}


def _taken(plane: Plane, places: Sequence[Placed], width: float) -> Room:
    """The room that the marks leave; below the frame stand months and years."""
    room = Room(width, plane.bottom + 4)
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
        firm, open_ = "", ""
        for number, run in enumerate(runs([found for found in places if found.mark.series == name])):
            points = [(found.x, found.y, found.mark.hollow) for found in run]
            if baseline and baseline.on and baseline.series == name and number == 0:
                points.insert(0, (plane.x(baseline.on.toordinal()), plane.y(baseline.value), False))
            for start, end in pairwise(points):
                if start[0] > end[0]:
                    continue  # A baseline that is younger than the first figure.
                room.line(start[:2], end[:2])
                step = f"M{at(start[0], start[1])}L{at(end[0], end[1])}"
                firm, open_ = (firm, open_ + step) if start[2] or end[2] else (firm + step, open_)
        yield stroke(f"ln {style.tone}", firm)
        yield stroke(f"ln op {style.tone}", open_, 'stroke-dasharray="1 4"')


def _marks(places: Sequence[Placed], styles: Mapping[str, Style]) -> Iterator[str]:
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
        open_ = "".join(shape(style.shape, found.x, found.y) for found in single if found.mark.hollow)
        firm = "".join(shape(style.shape, found.x, found.y) for found in single if not found.mark.hollow)
        tone = style.tone
        yield stroke(f"wh {tone}", held, 'stroke-width="1.5"')
        yield hollow(f"ho {tone}", open_, 'stroke-width="1.5"')
        yield solid(f"so {tone}", firm)
        yield from _doubts([found for found in own if found.mark.doubtful], style)


def _doubts(doubtful: Sequence[Placed], style: Style) -> Iterator[str]:
    """Doubtful figures: a broken outline that asks; at the edge, two heads show that one lies beyond the scale."""
    outlines = "".join(shape(style.shape, found.x, found.y, DOUBT) for found in doubtful)
    heads = "".join(
        f"M{at(found.x - 4, found.y - found.beyond * off)}l4 {-4 * found.beyond} 4 {4 * found.beyond}"
        for found in doubtful
        if found.beyond
        for off in (11, 15)
    )
    yield hollow(f"ho db {style.tone}", outlines, 'stroke-dasharray="2 2"')
    yield stroke(f"wh {style.tone}", heads)
    if doubtful:
        asked = "".join(text(found.x, found.y + 4, "?") for found in doubtful)
        yield f'<g class="{style.letters}" text-anchor="middle">{asked}</g>'
