"""How much time lies between two events that are known to a day, or only to a month or a year."""

from dataclasses import dataclass
from datetime import date
from math import ceil, floor

MONTH, YEAR = 30.44, 365.25
NEAR = 45  # Days: two bounds no further apart are told as one number of months.
LONG = 730  # Days: beyond, years are told.

Days = tuple[date | None, date | None]


@dataclass(frozen=True)
class Between:
    """A number of days, months or years, or the two between which it lies."""

    least: int
    most: int
    unit: str


def between(earlier: Days, later: Days) -> Between | None:
    """The time from one event to another, each given by the first and the last day on which it may have been.

    >>> between((date(2018, 7, 12), date(2018, 7, 12)), (date(2018, 8, 1), date(2018, 8, 31)))
    Between(least=1, most=1, unit='month')
    >>> between((date(2015, 1, 22), date(2015, 1, 22)), (date(2015, 1, 24), date(2015, 1, 24)))
    Between(least=2, most=2, unit='day')
    >>> between((date(2018, 7, 12), date(2018, 7, 12)), (date(2019, 1, 1), date(2019, 12, 31)))
    Between(least=5, most=18, unit='month')
    >>> between((date(2018, 7, 12), None), (date(2019, 1, 1), date(2019, 12, 31))) is None
    True
    """
    if None in (*earlier, *later):
        return None
    first, last = earlier, later
    least, most = _days(first[1], last[0]), _days(first[0], last[1])
    if most < 0:
        return None  # What is later was earlier: nothing to tell.
    if least == most:
        return Between(least, most, "day")
    least = max(0, least)
    size, unit = (YEAR, "year") if least > LONG else (MONTH, "month")
    if most - least <= NEAR or (unit == "year" and most - least <= YEAR):
        middle = round((least + most) / 2 / size)
        return Between(middle, middle, unit)
    return Between(floor(least / size), ceil(most / size), unit)  # The two bounds, rounded away from each other.


def _days(first: date | None, last: date | None) -> int:
    return (last - first).days if first and last else 0
