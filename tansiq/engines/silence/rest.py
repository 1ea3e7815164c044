"""On which days of a run a member rests: its weekend, which is not everybody's, and the holidays it named (R-S3).

Weekends are those of the countries by their ISO codes; docs/decisions/0012-days-of-rest.md tells why no library of
holidays is asked: each member names its own days, which a moon that is sighted may move.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
LONGEST = 120  # Days of a run that are looked at.
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
MOST_REST = (SATURDAY, SUNDAY)
# Every other country rests on Saturday and Sunday, or is not known to rest otherwise.
OTHERS: Mapping[tuple[int, ...], str] = {
    (FRIDAY, SATURDAY): """
        AF AFG BD BGD BH BHR DJ DJI DZ DZA EG EGY IL ISR IQ IRQ JO JOR KW KWT LY LBY
        MV MDV OM OMN PS PSE QA QAT SA SAU SD SDN SY SYR YE YEM
    """,
    (FRIDAY,): "IR IRN",
    (FRIDAY, SUNDAY): "BN BRN",
}
WEEKENDS = {code: days for days, codes in OTHERS.items() for code in codes.split()}


class Rest(NamedTuple):
    """A day on which a member rests, by the name that it gave it; a day of its weekend has none."""

    on: date
    name: str = ""


def weekend(code: str) -> tuple[int, ...]:
    """The weekdays on which a country rests, Monday being 0.

    >>> weekend("JO"), weekend("GBR"), weekend("IR"), weekend("BN"), weekend("AE")
    ((4, 5), (5, 6), (4,), (4, 6), (5, 6))
    """
    return WEEKENDS.get(code.upper(), MOST_REST)


def covered(
    start: datetime, end: datetime, zone: str, weekdays: Collection[int], named: Mapping[date, str]
) -> list[Rest]:
    """The days of a run on which a member rests, as its own calendar has them; the end is no part of the run.

    >>> from datetime import UTC
    >>> thursday = datetime(2026, 6, 4, 17, tzinfo=UTC)
    >>> [f"{one.on:%a}" for one in covered(thursday, thursday + 3 * DAY, "Asia/Amman", weekend("JO"), {})]
    ['Fri', 'Sat']
    >>> named = {date(2026, 6, 7): "Accession Day", date(2026, 6, 8): "after the end"}
    >>> [one.name for one in covered(thursday, thursday + 3 * DAY, "Asia/Amman", (), named)]
    ['Accession Day']
    """
    return list(_covered(start, end, ZoneInfo(zone), weekdays, named)) if start < end else []


def _covered(
    start: datetime, end: datetime, zone: ZoneInfo, weekdays: Collection[int], named: Mapping[date, str]
) -> Iterator[Rest]:
    day, last = start.astimezone(zone).date(), (end - timedelta(microseconds=1)).astimezone(zone).date()
    for on in (day + DAY * n for n in range(min((last - day).days + 1, LONGEST))):
        if on in named or on.weekday() in weekdays:
            yield Rest(on, named.get(on, ""))
