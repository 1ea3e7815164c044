"""Dates written out, in the words of the language and the month names of the country."""

from datetime import timedelta

from tansiq.engines.dates.months import WEEKDAYS, name
from tansiq.engines.dates.partial import DAY, MONTH, Partial

AND = {"ar": "{} و{}", "en": "{} and {}"}
TO = {"ar": "من {} إلى {}", "en": "{} to {}"}  # Never a dash: between numbers it reads both ways.


def write(when: Partial, language: str, family: str = "both", *, short: bool = False, weekday: bool = False) -> str:
    """A date in words, no more exact than it is known.

    >>> from datetime import date
    >>> write(Partial(date(2015, 1, 22)), "ar")
    '22 كانون الثاني/يناير 2015'
    >>> write(Partial(date(2014, 11, 1), MONTH), "en")
    'November 2014'
    """
    value = when.value
    written = f"{value.year:04}"
    if when.precision in (DAY, MONTH):
        written = f"{name(value.month, language, family, short=short)} {written}"
    if when.precision == DAY:
        written = f"{value.day} {written}"
        if weekday:
            written = f"{WEEKDAYS[language][value.weekday()]} {written}"
    return written


def span(first: Partial, last: Partial, language: str, family: str = "both", *, short: bool = False) -> str:
    """A stretch of time in words, what both ends share said once.

    >>> from datetime import date
    >>> span(Partial(date(2025, 5, 27)), Partial(date(2025, 5, 28)), "en")
    '27 and 28 May 2025'
    """
    whole = write(last, language, family, short=short)
    if first == last:
        return whole
    start = write(first, language, family, short=short)
    if first.precision == last.precision != DAY:
        if first.precision == MONTH and first.value.year == last.value.year:
            start = name(first.value.month, language, family, short=short)
        return TO[language].format(start, whole)
    if first.precision == DAY and last.precision == DAY:
        start = _start(first, last, language, family, short=short)
        if last.value - first.value == timedelta(days=1):
            return AND[language].format(start, whole)
    return TO[language].format(start, whole)


def _start(first: Partial, last: Partial, language: str, family: str, *, short: bool) -> str:
    """The first day, without what it shares with the last."""
    if (first.value.year, first.value.month) == (last.value.year, last.value.month):
        return str(first.value.day)
    if first.value.year == last.value.year:
        return f"{first.value.day} {name(first.value.month, language, family, short=short)}"
    return write(first, language, family, short=short)
