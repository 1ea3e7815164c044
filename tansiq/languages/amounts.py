"""Amounts in the reader's language: hedge, number, then unit or currency; never rounded unseen."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext, pgettext_lazy

from tansiq.engines.figures import plain, shorten
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
MANY = 100  # A fraction counts like this.


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
            return _hedged(value, qualifier, high, lambda words: format_html(_("{} (currency not stated)"), words))
        case _other:
            return _hedged(value, qualifier, high, lambda words: format_html("{} <bdi>{}</bdi>", words, currency))
    return _hedged(value, qualifier, high, lambda words: format_html(of, words), named_after=True)


def counted(value: Decimal, qualifier: str, unit: Words | None, high: Decimal | None = None) -> SafeString:
    """A number of something, as it was stated."""
    words = _hedged(value, qualifier, high, lambda words: words)
    return format_html(pgettext("number, unit", "{} {}"), words, unit) if unit else words


def share(value: Decimal, qualifier: str, high: Decimal | None = None) -> SafeString:
    """A share as it was stated; of what, its denominator says."""
    return _hedged(value, qualifier, high, lambda words: format_html(pgettext("share", "{} per cent"), words))


def _hedged(
    value: Decimal,
    qualifier: str,
    high: Decimal | None,
    of: Callable[[SafeString], SafeString],
    *,
    named_after: bool = False,
) -> SafeString:
    """What is counted, within its hedge; a range by both its ends."""
    words = _short(value, named_after=named_after)
    if high is not None:
        return of(format_html(pgettext("hedge", "between {} and {}"), words, _short(high, named_after=named_after)))
    return format_html(str(HEDGES[qualifier]), of(words)) if qualifier in HEDGES else of(words)


def _short(value: Decimal, *, named_after: bool) -> SafeString:
    """A number, in millions or billions where that is exact; where something is named after it, Arabic bends these."""
    told = shorten(value)
    count = int(told.number) if told.number == told.number.to_integral_value() else MANY
    match told.scale, named_after:
        case "million", True:
            scaled = npgettext("of something", "{} million", "{} million", count)
        case "billion", True:
            scaled = npgettext("of something", "{} billion", "{} billion", count)
        case "million", False:
            scaled = ngettext("{} million", "{} million", count)
        case "billion", False:
            scaled = ngettext("{} billion", "{} billion", count)
        case _whole:
            return numbers.number(plain(value))
    return format_html(scaled, numbers.number(told.number))
