"""The stages of a contribution, from pledged to confirmed. A stepper follows reading, so that it is mirrored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tansiq.engines.charts.marks import shape
from tansiq.engines.charts.svg import (
    MOST,
    NARROW,
    WIDE,
    Words,
    at,
    clipped,
    hollow,
    opened,
    size,
    solid,
    stroke,
    text,
    wrapped,
)

RADIUS, TOP, ROW = 9.0, 16.0, 46.0
REACHED, OPEN, STOPPED = "reached", "open", "stopped"


@dataclass(frozen=True)
class Stage:
    """One stage: its name, whether it is reached, open or stopped, and when or why in words."""

    name: str
    state: str = OPEN
    when: str = ""


def stages(steps: Sequence[Stage], words: Words, *, narrow: bool = False) -> str:
    """The stages from where reading begins, or downward for a phone: a tick where reached, hollow where not.

    A line is whole between two stages that are both reached, and broken to and from any other.
    """
    if not steps:
        return ""
    places = _places(len(steps), words, narrow=narrow)
    sheet = (NARROW, ROW * len(steps)) if narrow else (WIDE, 76.0)
    svg = [opened("narrow" if narrow else "wide", sheet, words), *_lines(steps, places)]
    for stage, (x, y) in zip(steps, places, strict=True):
        svg += _mark(stage.state, x, y)
    slot = NARROW - 40 if narrow else WIDE / len(steps) - 8
    for stage, (x, y) in zip(steps, places, strict=True):
        said = list(_beside(stage, x, y, slot, words) if narrow else _under(stage, x, y, slot))
        if size(svg) + size(said) < MOST - 6:
            svg += said
    return "".join([*svg, "</svg>"])


def _places(count: int, words: Words, *, narrow: bool) -> list[tuple[float, float]]:
    if narrow:
        x = NARROW - RADIUS - 3 if words.rtl else RADIUS + 3
        return [(x, ROW * number + TOP) for number in range(count)]
    across = [WIDE / count * (number + 0.5) for number in range(count)]
    return [(WIDE - x if words.rtl else x, TOP) for x in across]


def _lines(steps: Sequence[Stage], places: Sequence[tuple[float, float]]) -> Iterator[str]:
    whole, broken = "", ""
    pairs = zip(pairwise(steps), pairwise(places), strict=True)
    for (one, other), ((x, y), (x2, y2)) in pairs:
        step = f"M{at(x, y)}L{at(x2, y2)}"
        if one.state == other.state == REACHED:
            whole += step
        else:
            broken += step
    yield stroke("ln c1", whole)
    yield stroke("ax", broken, 'stroke-dasharray="4 4"')


def _mark(state: str, x: float, y: float) -> Iterator[str]:
    """A tick on a full circle, a hollow circle, or a cross in a hollow one."""
    circle = shape("circle", x, y, RADIUS)
    if state == REACHED:
        yield solid("so c1", circle)
        yield stroke("iv", f"M{at(x - 4.2, y + 0.6)}l3 3 5.6-6.6", 'stroke-width="2"', tone="#fff")
    else:
        yield hollow("ho ax", circle)
    if state == STOPPED:
        yield stroke("wh ax", f"M{at(x - 3.5, y + 3.5)}l7-7m0 7l-7-7")


def _under(stage: Stage, x: float, y: float, room: float) -> Iterator[str]:
    lines = wrapped(stage.name, room / 1.1)
    for number, line in enumerate(lines):
        yield text(x, y + 27 + 14 * number, line, "h", "middle")
    if stage.when:
        yield text(x, y + 28 + 14 * len(lines), clipped(stage.when, room), "q", "middle")


def _beside(stage: Stage, x: float, y: float, room: float, words: Words) -> Iterator[str]:
    start, anchor = (x - RADIUS - 10, "end") if words.rtl else (x + RADIUS + 10, "start")
    yield text(start, y + 4, clipped(stage.name, room / 1.1), "h", anchor)
    if stage.when:
        yield text(start, y + 19, clipped(stage.when, room), "q", anchor)
