"""Amounts in the reader's language, the same on every page: the hedge as it was said, the number, what is counted.

A unit agrees with its number by the forms that it brings; one that has none in the reader's language stands in brackets
behind the number, where nothing has to agree. What is rounded says that it is about that much.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from functools import partial
from typing import Any, NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from tansiq.engines.counting import CURRENCIES, SCALES, Forms, phrase, phrase_of_range
from tansiq.engines.figures import plain as plain_number
from tansiq.engines.figures import shorten
from tansiq.engines.pooling import UNHEDGED
from tansiq.languages import words as languages
from tansiq.languages.numbers import number, written
from tansiq.languages.units import Unit
from tansiq.languages.ways import language
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
FINEST = Decimal("0.01")  # What is worked out is told to two places; what somebody stated is told as stated.
GOVERNING = frozenset(HEDGES) - {"exact"}  # Behind these Arabic puts what is counted into the genitive.


@dataclass(frozen=True)
class Amount:
    """An amount as it was stated: a value or a range with its hedge, the words in which it was said, what it counts."""

    value: Decimal | None
    qualifier: str
    high: Decimal | None = None
    words: Words | None = None
    unit: Words | None = None
    share: bool = False  # Of what, its denominator says.
    parts: tuple[Decimal, Decimal] | None = None  # The two numbers of which a share was made.
    level: Words | None = None  # A step of a scale, in words.


class _Writing(NamedTuple):
    """How parts are put together, how numbers are written, two of them as a fraction, and how words are."""

    fill: Callable[..., Any]
    digits: Callable[[Decimal], str]
    fraction: Callable[[str, str], str]
    tell: Callable[[Words | None], str]


PAGE = _Writing(format_html, number, partial(format_html, '<bdi class="num">{}/{}</bdi>'), languages.said)
PLAIN = _Writing(str.format, written, "{}/{}".format, languages.plain)


def rounded(amount: Amount) -> Amount:
    """What was worked out, to two places; where that is not all of it, it is about that much."""
    value = (amount.value or Decimal(0)).quantize(FINEST, ROUND_HALF_EVEN)
    high = amount.high.quantize(FINEST, ROUND_HALF_EVEN) if amount.high is not None else None
    exact = value == amount.value and high == amount.high
    hedge = amount.qualifier if exact or amount.qualifier not in UNHEDGED else "about"
    return replace(amount, value=value, high=high, qualifier=hedge)


def told(amount: Amount) -> SafeString:
    """An amount for a page; the words in which it was said come first."""
    made: SafeString = _told(amount, PAGE)
    return made


def told_plainly(amount: Amount) -> str:
    """The same for a drawing and for a title."""
    return str(_told(amount, PLAIN))


def unit_of_money(currency: str) -> Words:
    """What money is counted in: a currency by its name or its code; where none was stated, that is said."""
    if not currency:
        return Words(language(), {language(): _("currency not stated")})
    code = {"other": f"{{}} \u2068{currency}\u2069"}
    return Unit("en", {"en": currency, "ar": currency}, forms=CURRENCIES.get(currency, {"en": code, "ar": code}))


def _told(amount: Amount, writing: _Writing) -> Any:
    if amount.value is None and amount.level is None:
        return writing.fill(_("“{}”"), writing.tell(amount.words))
    if amount.value is None:
        count = writing.fill("{}", writing.tell(amount.level))
    else:
        count = _range(amount, writing) if amount.high is not None else _hedged(amount, writing)
    return writing.fill(_("“{}” ({})"), writing.tell(amount.words), count) if amount.words else count


def _hedged(amount: Amount, writing: _Writing) -> Any:
    """A value with what it counts, within its hedge."""
    value, after = plain_number(amount.value or Decimal(0)), amount.qualifier in GOVERNING
    form = phrase(_forms(amount), value, language(), after=after, of_scale=_is_scaled(value))
    counted = _counted(_number(value, writing, after=after, named=form is not None), amount, form, writing)
    return writing.fill(str(HEDGES.get(amount.qualifier, "{}")), counted)


def _range(amount: Amount, writing: _Writing) -> Any:
    """A range by both its ends; what it counts is named once, behind the upper one."""
    low, high = plain_number(amount.value or Decimal(0)), plain_number(amount.high or Decimal(0))
    form = phrase_of_range(_forms(amount), high, language(), of_scale=_is_scaled(high))
    ends = (
        _number(low, writing, after=True, named=False),
        _number(high, writing, after=True, named=form is not None),
    )
    return _counted(writing.fill(pgettext("hedge", "between {} and {}"), *ends), amount, form, writing)


def _counted(number: Any, amount: Amount, form: str | None, writing: _Writing) -> Any:
    """A number with what it counts behind it."""
    if amount.share:
        share = writing.fill(pgettext("share", "{} per cent"), number)
        return writing.fill("{} ({})", share, _fraction(amount.parts, writing)) if amount.parts else share
    if form is not None:
        return _filled(form, number, writing)
    if amount.unit is None:
        return number
    return writing.fill(pgettext("number, unit", "{} ({})"), number, writing.tell(amount.unit))


def _number(value: Decimal, writing: _Writing, *, after: bool, named: bool) -> Any:
    """A number, in millions or billions where that is exact."""
    short = shorten(value)
    if (short.scale, named) not in SCALES:
        return writing.digits(value)
    form = phrase(SCALES[short.scale, named][language()], short.number, language(), after=after)
    return _filled(form or "{}", writing.digits(short.number), writing)


def _fraction(parts: tuple[Decimal, Decimal], writing: _Writing) -> str:
    """The two numbers of a share, in one piece that nothing turns round."""
    return writing.fraction(*(written(plain_number(one)) for one in parts))


def _filled(form: str, number: Any, writing: _Writing) -> Any:
    """A unit's phrase with its number; in data braces are no place to format."""
    before, place, behind = form.partition("{}")
    return writing.fill("{}{}{}", before, number if place else "", behind)


def _forms(amount: Amount) -> Forms:
    """The forms of what is counted, in the reader's language."""
    return amount.unit.forms.get(language(), {}) if isinstance(amount.unit, Unit) and not amount.share else {}


def _is_scaled(value: Decimal) -> bool:
    return (shorten(value).scale, True) in SCALES
