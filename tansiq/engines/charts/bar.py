"""One bar from the baseline to the target, and where the measure stands now. Never mirrored: it is a quantity."""

from dataclasses import dataclass
from decimal import Decimal

from tansiq.engines.charts.marks import RADIUS, Level, Mark, shape
from tansiq.engines.charts.svg import NARROW, WIDE, Words, clipped, length, opened, text, unit
from tansiq.engines.figures.hedges import lean

HEIGHT, LINE, THICK, EDGE = 74.0, 38.0, 10.0, 12.0
OPEN = 2 / 3  # Where now stands on a bar without a target: nothing says how far the way is.
WHISKER, HEAD = 15.0, 3.6


@dataclass(frozen=True)
class Bar:
    """The way from its start to its end, in units."""

    start: float
    end: float
    origin: Decimal
    goal: Decimal

    def x(self, value: Decimal) -> float:
        """The place of a value on the way, which may lead down; before it or beyond it there is a little room."""
        share = float((value - self.origin) / (self.goal - self.origin))
        return self.start + (self.end - self.start) * min(max(share, -0.06), 1.06)


def scale(
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
    rising = bar.goal > bar.origin
    svg = [opened("narrow" if narrow else "wide", (width, HEIGHT), words)]
    if target:
        svg.append(_rect("f0", start, bar.end - start, ' fill="none" stroke="#000"'))
    else:
        ahead = max(here, start)
        svg.append(
            f'<path class="tg" fill="none" stroke="#000" stroke-dasharray="5 4" d="M{unit(ahead)} {unit(LINE)}H{width - 2}"/>'
        )
    first, last = sorted((start, here))
    svg.append(_rect("f1", first, last - first, ""))
    svg.append(f'<path class="ax" fill="none" stroke="#000" d="M{unit(start)} {unit(LINE - 11)}v22"/>')
    if target:
        svg.append(f'<path class="tg" fill="none" stroke="#000" d="M{unit(bar.end)} {unit(LINE - 11)}v22"/>')
    svg.append(_now(now, bar, rising=rising))
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
    return Bar(end, width - side, baseline.value, baseline.value + (way if wanted != "down" else -way))


def _rect(kind: str, x: float, width: float, fallback: str) -> str:
    return f'<rect class="{kind}" x="{unit(x)}" y="{unit(LINE - THICK / 2)}" width="{unit(width)}" height="{unit(THICK)}"{fallback}/>'


def _now(now: Mark, bar: Bar, *, rising: bool) -> str:
    """The mark of now: hollow where it is hedged, with the side that the hedge leaves open; a range with its caps."""
    x = bar.x(now.value)
    if now.ranged and now.high is not None:
        ends = sorted((x, bar.x(now.high)))
        line = f"M{unit(ends[0])} {unit(LINE - 8)}v16m0-8H{unit(ends[1])}m0-8v16"
        return f'<path class="wh c1" fill="none" stroke="#000" d="{line}"/>'
    side = lean(now.qualifier)
    line = ""
    for way, there in ((1, side in ("both", "up" if rising else "down")), (-1, side in ("both", "down" if rising else "up"))):
        if there and side:
            tip = x + way * (RADIUS + 1 + (WHISKER if side != "both" else WHISKER / 2))
            line += f"M{unit(x + way * (RADIUS + 1))} {unit(LINE)}H{unit(tip)}"
            if side != "both":
                line += f"m{unit(-way * HEAD)}-{HEAD}l{unit(way * HEAD)} {HEAD} {unit(-way * HEAD)} {HEAD}"
    mark = shape("circle", x, LINE, RADIUS + 1)
    kind, fill = ("ho", ' fill="#fff" stroke="#000"') if now.hollow else ("so", "")
    drawn = f'<path class="wh c1" fill="none" stroke="#000" d="{line}"/>' if line else ""
    return f'{drawn}<path class="{kind} c1"{fill} d="{mark}"/>'


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
