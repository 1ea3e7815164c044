"""Ticks: values by 1, 2 and 5, time by years or by months."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_FLOOR, Decimal

SHARES = (Decimal(0), Decimal(25), Decimal(50), Decimal(75), Decimal(100))
FINEST = Decimal("1e-6")  # No finer than this share of the greatest value.
MONTHLY = 3 * 366  # A shorter time is told in months.


def values(low: Decimal, high: Decimal, most: int = 6) -> list[Decimal]:
    """Ticks from at or below the lowest value to at or above the highest.

    >>> [int(tick) for tick in values(Decimal(0), Decimal(90))]
    [0, 20, 40, 60, 80, 100]
    >>> [str(tick) for tick in values(Decimal("0.1"), Decimal("0.4"))]
    ['0.1', '0.2', '0.3', '0.4']
    >>> [int(tick) for tick in values(Decimal(5), Decimal(5))]
    [5, 6]
    """
    least = max(abs(low), abs(high)) * FINEST
    step = _step(max((high - low) / (most - 1), least) if high > low else max(Decimal(1), least))
    first = (low / step).to_integral_value(ROUND_FLOOR) * step
    ticks = [first]
    while ticks[-1] < high or len(ticks) == 1:
        ticks.append(ticks[-1] + step)
    return [tick.normalize() for tick in ticks]


def _step(least: Decimal) -> Decimal:
    """The smallest of 1, 2 and 5 times a power of ten that is not below this."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * times for times in (1, 2, 5, 10) if power * times >= least)


def years(first: date, last: date, most: int) -> Iterator[date]:
    """The first days of years within a time, at most so many of them."""
    count = last.year - first.year + 1
    step = next(width * 10**power for power in range(5) for width in (1, 2, 5) if count <= most * width * 10**power)
    for year in range(first.year, last.year + 1):
        if year % step == 0 and first <= date(year, 1, 1) <= last:
            yield date(year, 1, 1)


def months(first: date, last: date, most: int) -> Iterator[date]:
    """The first days of months within a time, at most so many of them."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((width for width in (1, 2, 3, 6) if count <= most * width), 12)
    for place in range(count):
        year, month = divmod(first.year * 12 + first.month - 1 + place, 12)
        if month % step == 0 and first <= date(year, month + 1, 1) <= last:
            yield date(year, month + 1, 1)
