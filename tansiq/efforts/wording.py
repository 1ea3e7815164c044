"""Figures in words, the same on every page: the hedge as it was said, the unit or of what it is a share, whose it is.

A figure is told whole or not at all: `said` gives the value with its hedge and its unit, a level by the name of its
step, and a share always with its denominator. No page writes a figure by any other way.
"""

from datetime import date
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.efforts.kinds import ANSWERS
from tansiq.efforts.models import Base, Baseline, Figure, Measure, Qualifier
from tansiq.efforts.starting import Beginning, as_set, start
from tansiq.engines.figures import hedged
from tansiq.engines.pooling import Pool
from tansiq.languages.amounts import Amount, rounded, told, told_plainly
from tansiq.languages.dates import day, days
from tansiq.languages.ways import language
from tansiq.languages.words import Words, plain
from tansiq.members.models import Precision


def said(figure: Figure, measure: Measure | None = None) -> SafeString:
    """A figure as it was stated, for a page; a share with its denominator; its measure is asked for if not given."""
    return _of_base(told(_of(figure, measure)), figure.base)


def pooled(pool: Pool, measure: Measure, base: Base | None) -> SafeString | None:
    """What several figures make together; nothing where none of them could be added."""
    if pool.value is None:
        return None
    parts = (pool.numerator, pool.denominator) if pool.numerator is not None and pool.denominator is not None else None
    amount = Amount(pool.value, pool.qualifier, pool.high, unit=measure.unit, share=measure.is_share, parts=parts)
    return _of_base(told(rounded(amount)), base)


def amount_of(value: Decimal, measure: Measure) -> SafeString:
    """A bare amount of a measure, such as what two counted twice."""
    return told(Amount(value, Qualifier.NONE_STATED, unit=measure.unit))


def _of_base(amount: SafeString, base: Base | None) -> SafeString:
    return format_html("{} {}", amount, base.name) if base else amount


def said_plainly(figure: Figure) -> str:
    """The same for a drawing and for a title."""
    return f"{value_plainly(figure)} {plain(figure.base.name)}" if figure.base else value_plainly(figure)


def value_of(figure: Figure) -> SafeString:
    """A figure where its denominator stands beside it, as in a table of one base."""
    return told(_of(figure))


def value_plainly(figure: Figure) -> str:
    """The same for a drawing whose legend names the denominator."""
    return told_plainly(_of(figure))


def steps(measure: Measure) -> list[tuple[str, str]]:
    """What can be answered to a measure of levels, or of yes or no: each step by its code and its name."""
    if measure.kind == Measure.Kind.YES_NO:
        return [(code, str(name)) for code, name in ANSWERS.items()]
    return [(step["code"], Words.from_json(step["name"]).plain()) for step in measure.scale]


def step_of(measure: Measure, code: str) -> object:
    """A step of a measure’s scale, or an answer of yes or no, in words."""
    return measure.step(code) or ANSWERS.get(code, code)


def _of(figure: Figure, measure: Measure | None = None) -> Amount:
    measure, whole = measure or figure.measure, figure.denominator
    amount = Amount(
        figure.value,
        figure.qualifier,
        figure.high,
        figure.words,
        measure.unit,
        share=measure.is_share,
        parts=(figure.numerator, whole) if figure.numerator is not None and whole is not None else None,
        level=level_of(measure, figure.level),
    )
    return rounded(amount) if amount.parts else amount  # A share of two numbers was worked out.


def level_of(measure: Measure, code: str) -> Words | None:
    """A step of a measure's scale, or yes or no, in words; what a scale no longer has stands as it was said."""
    if not code:
        return None
    if measure.kind == Measure.Kind.YES_NO and code in ANSWERS:
        return Words(language(), {language(): str(ANSWERS[code])})
    return measure.step(code) or Words("en", {"en": code})


def start_of(measure: Measure) -> SafeString | str:
    """The start from which progress is told to the reader, in words."""
    begun = start(measure)
    return started_at(measure, begun) if begun else format_html('<span class="dim">{}</span>', _("none on record"))


def started_at(measure: Measure, begun: Beginning) -> SafeString | str:
    """A start of a measure, with its hedge and unit; of a share with its denominator, or that nobody named one."""
    if begun.level:
        return format_html("{}", step_of(measure, begun.level))
    if measure.is_share and not begun.value:
        return _("none of it")
    # What is so by definition is exact without saying so.
    hedge = begun.qualifier if begun.source or hedged(begun.qualifier) else Qualifier.NONE_STATED
    value = told(Amount(begun.value, hedge, unit=measure.unit, share=measure.is_share))
    if measure.is_share and not begun.base:
        return format_html(_("{} of what the source does not say"), value)
    return _of_base(value, begun.base)


def baseline(row: Baseline) -> SafeString | str:
    """A baseline that was set for a measure, in words."""
    return started_at(row.measure, as_set(row))


def started_on(begun: Beginning) -> SafeString:
    """The day of a start."""
    return on(begun.first, begun.last, begun.precision)


def on(first: date | None, last: date | None, precision: str, *, short: bool = False) -> SafeString:
    """When something was stated, or what time it describes, as exactly as that is known."""
    first, last = first or last, last or first
    if first and last and (first.year, precision) == (last.year, Precision.YEAR):
        return day(first, precision, short=short)
    if first and last and (first.year, first.month, precision) == (last.year, last.month, Precision.MONTH):
        return day(first, precision, short=short)
    return days(first, last, precision, short=short)


def speaker_of(figure: Figure) -> Words | str:
    """Who stated a figure: a person, a joint text, a department, an agency, or the member that reports it."""
    named: Words | str | None = figure.speaker.name if figure.speaker else figure.speaker_label
    if named is None and figure.source_id is None and figure.said_by:
        named = figure.said_by.name
    return named or _("speaker not named")


def base_in_full(base: Base) -> SafeString | str:
    """How much a denominator is, where that is on record."""
    if base.value is None:
        return ""
    return told(Amount(base.value, Qualifier.NONE_STATED, unit=base.unit))
