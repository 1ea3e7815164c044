"""The rhythm of a series of meetings, and the one that was agreed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

SHORTEST_MONTH = 28


@dataclass(frozen=True)
class Rhythm:
    """The days between the meetings of a series."""

    median: int
    longest: int
    longest_from: date
    longest_to: date


def rhythm(days: Collection[date]) -> Rhythm | None:
    """The rhythm of a series; None for fewer than two days.

    >>> rhythm([date(2015, 1, 22), date(2015, 6, 2), date(2016, 2, 2)]).longest
    245
    """
    gaps = [((last - first).days, first, last) for first, last in pairwise(sorted(set(days)))]
    if not gaps:
        return None
    return Rhythm(round(median(gap[0] for gap in gaps)), *max(gaps, key=lambda gap: gap[0]))


def agreed(first: date, last: date, every_months: int) -> list[date]:
    """The days on which a body would have met, had it kept to what was agreed.

    >>> [day.month for day in agreed(date(2015, 1, 22), date(2015, 8, 1), 3)]
    [1, 4, 7]
    """
    start = first.year * 12 + first.month - 1
    months = (divmod(month, 12) for month in range(start, last.year * 12 + last.month, every_months))
    days = (date(year, month + 1, min(first.day, SHORTEST_MONTH)) for year, month in months)
    return [day for day in days if day <= last]
