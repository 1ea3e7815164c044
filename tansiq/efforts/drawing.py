"""Measures drawn: each figure as it was said, with its hedge, its doubt and the conflict in which it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.efforts.models import Base, Figure, Measure
from tansiq.efforts.reaching import Path, listened
from tansiq.efforts.starting import start
from tansiq.efforts.wording import said_plainly, speaker_of, value_plainly
from tansiq.engines.charts import Level, Mark
from tansiq.languages import charts
from tansiq.languages.dates import written as written_day
from tansiq.languages.words import plain
from tansiq.members.models import Precision


@dataclass(frozen=True)
class Drawing:
    """A measure’s figures over time, for a desk and for a phone; empty where there is nothing to draw."""

    wide: SafeString
    narrow: SafeString
    undrawn: int  # Figures in words alone, or of no stated date.


def figures_over_time(
    measure: Measure, figures: Sequence[Figure], bases: Iterable[Base], finding: str, path: Path
) -> Drawing:
    """The figures of a measure and its path; a line joins only those of one denominator that somebody has stated."""
    drawn = [one for one in figures if _drawable(one)]
    used = {one.base_id for one in drawn}
    named = [base for base in bases if base.pk in used]
    told = (
        (written_day(one.as_of_until or one.stated_until, _precision(one)), said_plainly(one), plain(speaker_of(one)))
        for one in reversed(drawn)
    )
    aims = listened(path, measure)
    desc = "; ".join((*aims, *(f"{when}: {figure} ({who})" for when, figure, who in told)))
    wide, narrow = charts.figures(
        [_mark(one) for one in drawn],
        title=finding,
        desc=desc,
        counted=_counted(measure, named),
        share=measure.is_share,
        series={str(base.pk): base.name.plain() for base in named},
        unjoined=_unjoined(drawn),
        baseline=_baseline(measure),
        path=[Level(one.value, _("target"), one.on) for one in path.standing if one.value is not None],
    )
    return Drawing(wide, narrow, len(figures) - len(drawn))


def sparkline(measure: Measure, figures: Sequence[Figure]) -> SafeString:
    """A measure in small, beside its figures in words."""
    drawn = [one for one in figures if _drawable(one)]
    marks = [_mark(one, named=False) for one in drawn]
    return charts.sparkline(marks, baseline=_baseline(measure), share=measure.is_share, unjoined=_unjoined(drawn))


def _unjoined(figures: Iterable[Figure]) -> set[str]:
    """Denominators that nobody has stated: no line joins what may be shares of different things."""
    return {str(one.base_id) for one in figures if one.base and not one.base.stated}


def _drawable(figure: Figure) -> bool:
    """Whether a figure has a number and a time; a corrected one is left to the table."""
    corrected = figure.corrected  # type: ignore[attr-defined] # queries.figures
    return figure.value is not None and _precision(figure) != Precision.NOT_STATED and not corrected


def _precision(figure: Figure) -> str:
    """How exactly the time is known of which a figure tells; where nobody says it, the day on which it was stated."""
    if figure.as_of_until:
        return figure.as_of_precision
    return figure.stated_precision if figure.stated_until else Precision.NOT_STATED


def _mark(figure: Figure, *, named: bool = True) -> Mark:
    value, on = figure.value or Decimal(0), figure.as_of_until or figure.stated_until
    if on is None:
        raise ValueError(figure.pk)
    label = f"{value_plainly(figure)}\n{plain(speaker_of(figure))}" if named else ""
    return Mark(
        on,
        value,
        precision=_precision(figure),
        high=figure.high,
        qualifier=figure.qualifier,
        series=str(figure.base_id or ""),
        doubtful=bool(figure.doubtful),
        label=label,
    )


def _baseline(measure: Measure) -> Level | None:
    """The start; a line sets out from it only where its denominator is known, or none is asked for."""
    begun = start(measure)
    if begun is None or begun.value is None:
        return None
    series = str(begun.base.pk) if begun.base else None if measure.is_share else ""
    return Level(begun.value, _("baseline"), begun.last, series)


def _counted(measure: Measure, bases: Sequence[Base]) -> str:
    if not measure.is_share:
        return plain(measure.unit)
    return (
        _("per cent %(base)s") % {"base": bases[0].name.plain()} if len(bases) == 1 else _("per cent, each of its base")
    )
