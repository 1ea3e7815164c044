"""A measure in small: the same marks and the same honesty, beside a figure that stands in words."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from tansiq.engines.charts.marks import Level, Mark, Style, capped, shape, whisker
from tansiq.engines.charts.placing import Placed, place, runs
from tansiq.engines.charts.plane import Plane, steps, stretch
from tansiq.engines.charts.svg import at, hollow, root, solid, stroke, unit

WIDTH, HEIGHT, TOP = 120, 28, 10.0
SMALL, LAST = 1.8, 3.4  # The halves of a mark on the way and of the last one.


def sparkline(  # noqa: PLR0913 -- it is told what the great drawing is told
    marks: Sequence[Mark],
    *,
    baseline: Level | None = None,
    share: bool = False,
    from_zero: bool = True,
    series: Collection[str] = (),
    unjoined: Collection[str] = (),
) -> str:
    """From the baseline to now, hidden from who listens: the figure stands beside it in words.

    The last mark of each base is drawn in its shape, hollow where the figure is hedged; doubtful ones are left out.
    Bases look as they do on the great drawing where both are given the same `series`.
    """
    sound = [mark for mark in marks if not mark.doubtful]
    if not sound:
        return ""
    levels = [baseline] if baseline else []
    ticks = steps(sound, levels, share=share, from_zero=from_zero, most=3)
    plane = Plane(0, WIDTH, TOP, HEIGHT - 4, *stretch(sound, levels), tuple(ticks), inset=8)
    places = place(plane, sound, apart=2 * SMALL)
    used = {found.mark.series for found in places}
    names = [name for name in dict.fromkeys([*series, *(found.mark.series for found in places)]) if name in used]
    svg = [f'{root("spark", (WIDTH, HEIGHT))} aria-hidden="true">']
    svg.append(stroke("g", f"M0 {unit(plane.bottom)}H{WIDTH}", tone="#ccc"))
    for number, name in enumerate(names):
        own = [found for found in places if found.mark.series == name]
        style, start = Style(number), baseline if baseline and baseline.series == name else None
        svg += _base(plane, own, style, start, joined=style.joined and name not in unjoined)
    return "".join([*svg, "</svg>"])


def _base(plane: Plane, own: Sequence[Placed], style: Style, baseline: Level | None, *, joined: bool) -> list[str]:
    line = ""
    for number, run in enumerate(runs(own) if joined else []):
        points = [(found.x, found.y) for found in run]
        if baseline and baseline.on and number == 0:
            points.insert(0, (plane.x(baseline.on.toordinal()), plane.y(baseline.value)))
        steps_ = (f"L{at(x, y)}" for (before, _), (x, y) in pairwise(points) if before <= x)
        if moved := "".join(steps_):
            line += f"M{at(points[0][0], points[0][1])}{moved}"
    last = own[-1]
    dots = "".join(shape(style.shape, found.x, found.y, SMALL) for found in own[:-1] if not found.mark.ranged)
    held = "".join(capped(found.x, found.y, found.high) for found in own if found.mark.ranged)
    held += "" if last.mark.ranged else whisker(last.mark.qualifier, last.x, last.y, LAST, small=True)
    tone = style.tone
    svg = [stroke(f"ln {tone}", line + held), solid(f"so {tone}", dots)]
    if not last.mark.ranged:
        outline = shape(style.shape, last.x, last.y, LAST)
        svg.append(hollow(f"ho {tone}", outline) if last.mark.hollow else solid(f"so {tone}", outline))
    return svg
