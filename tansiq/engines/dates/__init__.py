"""Dates as the coalition writes them: known to the day, the month or the year, in Arabic and English."""

from tansiq.engines.dates.between import Between, between
from tansiq.engines.dates.distance import Distance, distance
from tansiq.engines.dates.hijri import hijri
from tansiq.engines.dates.partial import DAY, MONTH, NOT_STATED, YEAR, Partial
from tansiq.engines.dates.reading import Unreadable, plain_day, read
from tansiq.engines.dates.writing import span, write

__all__ = [
    "DAY",
    "MONTH",
    "NOT_STATED",
    "YEAR",
    "Between",
    "Distance",
    "Partial",
    "Unreadable",
    "between",
    "distance",
    "hijri",
    "plain_day",
    "read",
    "span",
    "write",
]
