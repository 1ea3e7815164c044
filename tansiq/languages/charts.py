"""Charts in the reader's language: the engines draw, the words and the month names are given here.

Each function gives the drawing for a desk and the one for a phone, for the macro `parts.chart`; a sparkline has one.
`title` is the finding in one sentence, `desc` the values in words for who listens. Labels and words of marks, levels,
nodes and stages come from the page, already in the reader's language and digits.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from tansiq.engines import cadence
from tansiq.engines import charts as engine
from tansiq.engines.dates import DAY, MONTH, months
from tansiq.languages import dates, numbers
from tansiq.languages.ways import language, way

Drawings = tuple[SafeString, SafeString]


def rhythm(
    meetings: Sequence[cadence.Meeting],
    *,
    title: str,
    until: date,
    every_months: int | None = None,
    days: Sequence[date] = (),
) -> Drawings:
    """The agreed against the actual rhythm of a body's meetings."""
    lettering = cadence.Lettering(title, _months(), rtl=language() == "ar", arabic_digits=way().digits == "eastern")
    return _both(
        lambda *, narrow: cadence.draw(
            meetings, lettering, until=until, every_months=every_months, days=days, narrow=narrow
        )
    )


def figures(  # noqa: PLR0913 -- a measure is drawn with all that it is measured by
    marks: Sequence[engine.Mark],
    *,
    title: str,
    desc: str,
    counted: str = "",
    share: bool = False,
    from_zero: bool = True,
    series: Mapping[str, str] | None = None,
    unjoined: Collection[str] = (),
    baseline: engine.Level | None = None,
    target: engine.Level | None = None,
    path: Sequence[engine.Level] = (),
) -> Drawings:
    """A measure's figures over time; `counted` says what the axis counts, `series` names each base."""
    axis = engine.Axis(counted, _percent if share else numbers.short, share=share, from_zero=from_zero)
    words = _words(title, desc)
    return _both(
        lambda *, narrow: engine.figures(
            marks,
            words,
            axis=axis,
            series=series,
            unjoined=unjoined,
            baseline=baseline,
            target=target,
            path=path,
            narrow=narrow,
        )
    )


def sparkline(  # noqa: PLR0913 -- it is told what the great drawing is told
    marks: Sequence[engine.Mark],
    *,
    baseline: engine.Level | None = None,
    share: bool = False,
    from_zero: bool = True,
    series: Collection[str] = (),
    unjoined: Collection[str] = (),
) -> SafeString:
    """A measure in small, beside a figure that stands in words."""
    return _safe(
        engine.sparkline(marks, baseline=baseline, share=share, from_zero=from_zero, series=series, unjoined=unjoined)
    )


def scale(  # noqa: PLR0913 -- a way has two ends, a place on it and the words of a drawing
    now: engine.Mark,
    *,
    title: str,
    desc: str,
    baseline: engine.Level,
    target: engine.Level | None = None,
    wanted: str = "up",
) -> Drawings:
    """The way from a baseline to a target, and where the measure stands."""
    words = _words(title, desc)
    return _both(
        lambda *, narrow: engine.scale(now, words, baseline=baseline, target=target, wanted=wanted, narrow=narrow)
    )


def chain(nodes: Sequence[engine.Node], links: Sequence[tuple[str, str]], *, title: str, desc: str) -> Drawings:
    """What was carried over into what; an item without a date in words is given its month and year."""
    words = _words(title, desc)
    dated = [node if node.when else replace(node, when=_month(node)) for node in nodes]
    return _both(lambda *, narrow: engine.chain(dated, links, words, narrow=narrow))


def stages(steps: Sequence[engine.Stage], *, title: str, desc: str) -> Drawings:
    """The stages of a contribution, from where reading begins."""
    words = _words(title, desc)
    return _both(lambda *, narrow: engine.stages(steps, words, narrow=narrow))


def _months() -> list[str]:
    return [months.name(number, language(), way().months, short=True) for number in range(1, 13)]


def _words(title: str, desc: str) -> engine.Words:
    return engine.Words(title, desc, language() == "ar", way().digits == "eastern", _months())


def _month(node: engine.Node) -> str:
    return dates.written(node.on, MONTH if node.precision == DAY else node.precision, short=True)


def _percent(value: Decimal) -> str:
    return f"{numbers.written(value)}%"


def _both(draw: Callable[..., str]) -> Drawings:
    return _safe(draw(narrow=False)), _safe(draw(narrow=True))


def _safe(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308 -- the engines escape every word that they draw
