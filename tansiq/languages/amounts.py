"""Amounts in the reader's language: hedge, number, then unit or currency; never rounded unseen."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from tansiq.languages import numbers
from tansiq.languages.words import Words

HEDGES = {
    "exact": pgettext_lazy("hedge", "exactly {}"),
    "about": pgettext_lazy("hedge", "about {}"),
    "nearly": pgettext_lazy("hedge", "nearly {}"),
    "more_than": pgettext_lazy("hedge", "more than {}"),
    "at_least": pgettext_lazy("hedge", "at least {}"),
    "at_most": pgettext_lazy("hedge", "at most {}"),
    "less_than": pgettext_lazy("hedge", "less than {}"),
}


def money(value: Decimal, qualifier: str, currency: str, high: Decimal | None = None) -> SafeString:
    """Money as it was stated, in its own currency; where none was stated, that is said."""
    count = int(high or value)  # The number by which a language chooses its plural.
    match currency:
        case "USD":
            of = ngettext("{} US dollar", "{} US dollars", count)
        case "CAD":
            of = ngettext("{} Canadian dollar", "{} Canadian dollars", count)
        case "EUR":
            of = ngettext("{} euro", "{} euros", count)
        case "":
            of = _("{} (currency not stated)")
        case _other:
            return _hedged(value, qualifier, high, lambda words: format_html("{} <bdi>{}</bdi>", words, currency))
    return _hedged(value, qualifier, high, lambda words: format_html(of, words))


def counted(value: Decimal, qualifier: str, unit: Words | None, high: Decimal | None = None) -> SafeString:
    """A number of something, as it was stated."""
    in_unit = pgettext("number, unit", "{} {}") if unit else "{}"
    return _hedged(value, qualifier, high, lambda words: format_html(in_unit, words, unit))


def share(value: Decimal, qualifier: str, high: Decimal | None = None) -> SafeString:
    """A share as it was stated; of what, its denominator says."""
    return _hedged(value, qualifier, high, lambda words: format_html(pgettext("share", "{} per cent"), words))


def _hedged(value: Decimal, qualifier: str, high: Decimal | None, of: Callable[[SafeString], SafeString]) -> SafeString:
    """What is counted, within its hedge; a range by both its ends."""
    if high is not None:
        return of(format_html(pgettext("hedge", "between {} and {}"), _isolated(value), _isolated(high)))
    words = of(_isolated(value))
    return format_html(str(HEDGES[qualifier]), words) if qualifier in HEDGES else words


def _isolated(value: Decimal) -> SafeString:
    return format_html('<bdi class="num">{}</bdi>', numbers.short(value))
