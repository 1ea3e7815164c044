"""The days on which a series comes again: every so many weeks or months, on a weekday, but not in some months."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS, MONTHS = "weeks", "months"
WEEK, YEAR = 7, 12
LAST = -1  # The last such weekday of a month.
HORIZON = 20  # Years after which no day is looked for: a rule may skip every month that it meets.
LATEST = 9900


@dataclass(frozen=True)
class Rule:
    """How a series comes again; `nth` counts the weekday within its month, `skipped` are months by number."""

    first: date
    every: int
    unit: str = MONTHS
    weekday: int | None = None
    nth: int | None = None
    skipped: frozenset[int] = frozenset()


def days(rule: Rule, after: date, count: int) -> list[date]:
    """The next days of a series after a day, at most so many.

    >>> first_thursdays = Rule(date(2015, 1, 1), 1, weekday=3, nth=1, skipped=frozenset({8}))
    >>> [day.isoformat() for day in days(first_thursdays, date(2015, 6, 30), 3)]
    ['2015-07-02', '2015-09-03', '2015-10-01']
    """
    held: list[date] = []
    for day in _from(rule, after):
        if len(held) == count or day.year > min(after.year + HORIZON, LATEST):
            break
        if day > after and day.month not in rule.skipped:
            held.append(day)
    return held


def between(rule: Rule, first: date, last: date) -> list[date]:
    """The days of a series from one day to another, both included.

    >>> len(between(Rule(date(2015, 1, 5), 2, WEEKS), date(2015, 1, 1), date(2015, 3, 1)))
    4
    """
    held: list[date] = []
    for day in _from(rule, first):
        if day > last or day.year > LATEST:
            break
        if day >= first and day.month not in rule.skipped:
            held.append(day)
    return held


def _from(rule: Rule, after: date) -> Iterator[date]:
    """The days of a rule in their order, its exceptions among them, from a little before a day on."""
    return _weekly(rule, after) if rule.unit == WEEKS else _monthly(rule, after)


def _weekly(rule: Rule, after: date) -> Iterator[date]:
    start = rule.first
    if rule.weekday is not None:
        start += timedelta((rule.weekday - start.weekday()) % WEEK)
    step = timedelta(WEEK * rule.every)
    day = start + step * max(0, (after - start) // step)
    while day.year <= LATEST:
        yield day
        day += step


def _monthly(rule: Rule, after: date) -> Iterator[date]:
    start = rule.first.year * YEAR + rule.first.month - 1
    passed = max(0, (after.year * YEAR + after.month - 1 - start) // rule.every)
    month = start + passed * rule.every
    while month // YEAR <= LATEST:
        day = _in_month(rule, *divmod(month, YEAR))
        if day >= rule.first:
            yield day
        month += rule.every


def _in_month(rule: Rule, year: int, month: int) -> date:
    """The day of a month: the weekday that is counted, or the day of the first one, or the month's last."""
    weekday, length = monthrange(year, month + 1)
    if rule.weekday is None or rule.nth is None:
        return date(year, month + 1, min(rule.first.day, length))
    first = 1 + (rule.weekday - weekday) % WEEK
    if rule.nth == LAST:
        return date(year, month + 1, first + (length - first) // WEEK * WEEK)
    return date(year, month + 1, first + WEEK * (rule.nth - 1))
