"""Figures in words, the same on every page: the hedge as it was said, the unit or of what it is a share, whose it is.

A figure is told whole or not at all: `said` gives the value with its hedge and its unit, and a share always with its
denominator. No page writes a figure by any other way.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from tansiq.efforts.models import Base, Figure, Measure, Qualifier
from tansiq.engines.figures import plain as plain_number
from tansiq.languages import words as languages
from tansiq.languages.dates import day, days
from tansiq.languages.numbers import number, short, written
from tansiq.languages.words import Words, plain
from tansiq.members.models import Precision

Fill = Callable[..., Any]
Writing = tuple[Fill, Fill, Fill]  # How parts are put together, how numbers are written, how words are.
Held = tuple[Decimal | None, Decimal | None, str, Words | None]  # A value, its upper end, its hedge, and words.
HEDGES = {
    "exact": pgettext_lazy("hedge", "exactly {}"),
    "about": pgettext_lazy("hedge", "about {}"),
    "nearly": pgettext_lazy("hedge", "nearly {}"),
    "more_than": pgettext_lazy("hedge", "more than {}"),
    "at_least": pgettext_lazy("hedge", "at least {}"),
    "at_most": pgettext_lazy("hedge", "at most {}"),
    "less_than": pgettext_lazy("hedge", "less than {}"),
}


def said(figure: Figure) -> SafeString:
    """A figure as it was stated, for a page; a share with its denominator."""
    return _said(figure, format_html, _digits, languages.said)


def said_plainly(figure: Figure) -> str:
    """The same for a drawing and for a title."""
    return _said(figure, str.format, short, plain)


def value_of(figure: Figure) -> SafeString:
    """A figure where its denominator stands beside it, as in a table of one base."""
    return _valued(figure, format_html, _digits, languages.said)


def value_plainly(figure: Figure) -> str:
    """The same for a drawing whose legend names the denominator."""
    return _valued(figure, str.format, short, plain)


def amount(  # noqa: PLR0913 -- a figure is never bare
    value: Decimal | None,
    qualifier: str,
    *,
    high: Decimal | None = None,
    words: Words | None = None,
    unit: Words | str | None = None,
    share: bool = False,
) -> SafeString:
    """A value that somebody stated, with its hedge and unit; the words in which it was said come first."""
    return _amount((value, high, qualifier, words), unit, (format_html, _digits, languages.said), share=share)


def _said(figure: Figure, fill: Fill, digits: Fill, tell: Fill) -> Any:
    value = _valued(figure, fill, digits, tell)
    return fill("{} {}", value, tell(figure.base.name)) if figure.base else value


def _valued(figure: Figure, fill: Fill, digits: Fill, tell: Fill) -> Any:
    held = (figure.value, figure.high, figure.qualifier, figure.words)
    return _amount(held, figure.measure.unit, (fill, digits, tell), share=figure.base is not None)


def _amount(held: Held, unit: Any, writing: Writing, *, share: bool) -> Any:
    value, high, qualifier, words = held
    fill, digits, tell = writing
    if value is None:
        return fill(_("“{}”"), tell(words))
    if high is not None:
        told = fill(pgettext("hedge", "between {} and {}"), digits(value), digits(high))
    else:
        told = fill(str(HEDGES.get(qualifier, "{}")), digits(value))
    if share:
        told = fill(pgettext("share", "{} per cent"), told)
    elif unit:
        told = fill("{} {}", told, tell(unit))
    return fill(_("“{}” ({})"), tell(words), told) if words else told


def _digits(value: Decimal) -> SafeString:
    """A number for a page, in millions only where that is exact; what has a word in it runs as words do."""
    bare = plain_number(value)
    shown = short(value)
    return number(bare) if shown == written(bare) else format_html("<bdi>{}</bdi>", shown)


def start_of(measure: Measure) -> SafeString | str:
    """The baseline of a measure, with its hedge and unit; of a share nobody says of what it was one at the start."""
    if measure.baseline is None:
        return format_html('<span class="dim">{}</span>', _("none on record"))
    if measure.is_share and not measure.baseline:
        return _("none of it")
    stated = measure.baseline_source_id is not None  # What is so by definition has no hedge.
    hedge = measure.baseline_qualifier if stated else Qualifier.NONE_STATED
    value = amount(measure.baseline, hedge, unit=measure.unit, share=measure.is_share)
    return format_html(_("{} of what the source does not say"), value) if measure.is_share else value


def started_on(measure: Measure) -> SafeString:
    """The day of a baseline."""
    return on(measure.baseline_from, measure.baseline_until, measure.baseline_precision)


def on(first: date | None, last: date | None, precision: str, *, short: bool = False) -> SafeString:
    """When something was stated, or what time it describes, as exactly as that is known."""
    first, last = first or last, last or first
    if first and last and (first.year, precision) == (last.year, Precision.YEAR):
        return day(first, precision, short=short)
    if first and last and (first.year, first.month, precision) == (last.year, last.month, Precision.MONTH):
        return day(first, precision, short=short)
    return days(first, last, precision, short=short)


def speaker_of(figure: Figure) -> Words | str:
    """Who stated a figure: a person, a joint text, a department, an agency."""
    named: Words | str | None = figure.speaker.name if figure.speaker else figure.speaker_label
    return named or _("speaker not named")


def base_in_full(base: Base) -> str:
    """How much a denominator is, where that is on record."""
    if base.value is None:
        return ""
    return str(amount(base.value, Qualifier.NONE_STATED, unit=base.unit or ""))
