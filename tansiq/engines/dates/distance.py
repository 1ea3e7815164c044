"""How far a day is, in the unit in which people say it."""

from dataclasses import dataclass
from datetime import date

FEW_DAYS = 60  # Nearer than this is said in days,
FEW_MONTHS = 24  # nearer than this in months, beyond in years.


@dataclass(frozen=True)
class Distance:
    """A count of days, months or years; ahead is in the future."""

    unit: str
    count: int
    ahead: bool


def distance(day: date, today: date) -> Distance:
    """How far a day is from today, in whole units that have passed.

    >>> distance(date(2015, 2, 1), date(2015, 1, 22))
    Distance(unit='day', count=10, ahead=True)
    """
    first, last = min(day, today), max(day, today)
    ahead = day > today
    days = (last - first).days
    if days < FEW_DAYS:
        return Distance("day", days, ahead)
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return Distance("month", months, ahead) if months < FEW_MONTHS else Distance("year", months // 12, ahead)
