"""One bar from the baseline to the target, and where the measure stands now. Never mirrored: it is a quantity."""

from dataclasses import dataclass
from decimal import Decimal

from tansiq.engines.charts.marks import RADIUS, Level, Mark, shape
from tansiq.engines.charts.svg import (
    NARROW,
    WIDE,
    Words,
    at,
    clipped,
    hollow,
    length,
    opened,
    solid,
    stroke,
    text,
    unit,
)
from tansiq.engines.figures.hedges import lean

HEIGHT, LINE, THICK, EDGE = 74.0, 38.0, 10.0, 24.0
OPEN = 2 / 3  # Where now stands on a bar without a target: nothing says how far the way is.
WHISKER, HEAD = 15.0, 3.6


@dataclass(frozen=True)
class Bar:
    """The way from its start to its end, in units."""

    start: float
    end: float
    origin: Decimal
    goal: Decimal
    over: float = 0.04  # How far a value before the start or beyond the end may stand from it, as a share of the way.

    def x(self, value: Decimal) -> float:
        """The place of a value on the way, which may lead down; before it or beyond it there is a little room."""
        share = float((value - self.origin) / (self.goal - self.origin))
        return self.start + (self.end - self.start) * min(max(share, -self.over), 1 + self.over)


def scale(  # noqa: PLR0913 -- a way has two ends and a place on it
    now: Mark, words: Words, *, baseline: Level, target: Level | None = None, wanted: str = "up", narrow: bool = False
) -> str:
    """The way from the baseline to the target, and the mark of now with the whisker of its hedge.

    Without a target the bar stays open: a broken line leads on from now, for no fade or length may hint at an end
    that nobody set; `wanted` then tells which way now has moved. A doubtful figure is no drawing.
    """
    if now.doubtful or (target and target.value == baseline.value):
        return ""
    width = NARROW if narrow else WIDE
    bar = _bar(now, baseline, target, wanted, width)
    here, start = bar.x(now.value), bar.start
    if now.ranged and now.high is not None:
        here = (here + bar.x(now.high)) / 2
    svg = [opened("narrow" if narrow else "wide", (width, HEIGHT), words)]
    if target:
        svg.append(_rect("f0", start, bar.end))
    else:
        svg.append(stroke("tg", f"M{at(max(here, start), LINE)}H{width - 2}", 'stroke-dasharray="5 4"'))
    sure = min(bar.x(value) for value in (now.value, now.high if now.ranged else None) if value is not None)
    svg.append(_rect("f1", start, sure, full=True) if sure >= start else _rect("f0", sure, start))
    svg.append(stroke("ax", f"M{at(start, LINE - 11)}v22"))
    if target:
        svg.append(stroke("tg", f"M{at(bar.end, LINE - 11)}v22"))
    svg.append(_now(now, bar))
    svg += _words(now, baseline, target, (start, here, bar.end), width)
    return "".join([*svg, "</svg>"])


def _bar(now: Mark, baseline: Level, target: Level | None, wanted: str, width: float) -> Bar:
    """The bar, with a little room before the baseline and beyond the target."""
    side = EDGE + 0.05 * width
    if target:
        return Bar(side, width - side, baseline.value, target.value)
    ahead = now.value - baseline.value
    forward = ahead >= 0 if wanted != "down" else ahead <= 0
    end = side + (width - 2 * side) * OPEN
    if ahead and forward:
        return Bar(side, end, baseline.value, now.value)
    way = abs(ahead) or Decimal(1)
    return Bar(width / 2, width - side, baseline.value, baseline.value + (way if wanted != "down" else -way), over=1)


def _rect(kind: str, start: float, end: float, *, full: bool = False) -> str:
    data = f"M{at(start, LINE - THICK / 2)}H{unit(end)}v{unit(THICK)}H{unit(start)}z"
    return solid(kind, data) if full else hollow(kind, data)


def _now(now: Mark, bar: Bar) -> str:
    """The mark of now: hollow where it is hedged, with the side that the hedge leaves open; a range with its caps."""
    x = bar.x(now.value)
    if now.ranged and now.high is not None:
        first, last = sorted((x, bar.x(now.high)))
        return _held(f"M{at(first, LINE - 8)}v16m0-8H{unit(last)}m0-8v16")
    side, forward = lean(now.qualifier), "up" if bar.goal > bar.origin else "down"
    held = ""
    if side == "both":
        held = f"M{at(x - RADIUS - WHISKER / 2, LINE)}H{unit(x + RADIUS + WHISKER / 2)}"
    elif side:
        way = 1 if side == forward else -1
        head = f"m{unit(-way * HEAD)}-{HEAD}l{unit(way * HEAD)} {HEAD} {unit(-way * HEAD)} {HEAD}"
        held = f"M{at(x, LINE)}H{unit(x + way * (RADIUS + WHISKER))}{head}"
    mark = shape("circle", x, LINE, RADIUS + 1)
    return _held(held) + (hollow("ho c1", mark) if now.hollow else solid("so c1", mark))


def _held(data: str) -> str:
    """A whisker or a range over the bar, with a halo of the ground, so that it is seen where the bar is full."""
    return stroke("hl", data, 'stroke-width="5"', tone="#fff") + stroke("wh c1", data)


def _words(
    now: Mark, baseline: Level, target: Level | None, places: tuple[float, float, float], width: float
) -> list[str]:
    """The word of now above its mark; the words of baseline and target below their ends."""
    start, here, end = places
    said = clipped(now.label, width - 8)
    half = length(said) / 2
    svg = [text(min(max(here, half + 2), width - half - 2), 20, said, "h", "middle")] if said else []
    room = width / 2 - 8
    begin = clipped(baseline.word, room)
    if begin:
        at = min(max(start, length(begin) / 2 + 2), width - length(begin) / 2 - 2)
        svg.append(text(at, 66, begin, "q", "middle"))
    if target and (finish := clipped(target.word, room)):
        svg.append(text(min(end, width - length(finish) / 2 - 2), 66, finish, "q", "middle"))
    return svg
