"""A time zone as calendar programs read it (RFC 5545, VTIMEZONE), drawn from the zone's own rules.

Each change of the clock within the time that is asked for stands by itself: a rule that would have to be guessed from
them holds of no zone for ever, and of some (Casablanca, Cairo) not for a year.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STEP = timedelta(days=1)  # No clock is known to have been changed twice in a day.
SECONDS = range(24 * 60 * 60 + 1)
NONE = timedelta(0)


@dataclass(frozen=True)
class Change:
    """A change of the clock: at which instant, and how far it was from UTC before and after."""

    at: datetime
    before: timedelta
    after: timedelta
    is_summer: bool
    name: str

    @property
    def shown(self) -> datetime:
        """What the clock showed when it was changed, as it went before."""
        return (self.at + self.before).replace(tzinfo=None)


def changes(zone: str, first: date, last: date) -> Iterator[Change]:
    """Every change of the clock between two days.

    >>> [f"{one.at:%m-%d %H:%M}" for one in changes("Europe/London", date(2026, 1, 1), date(2026, 12, 31))]
    ['03-29 01:00', '10-25 01:00']
    >>> [str(one.shown) for one in changes("America/New_York", date(2026, 1, 1), date(2026, 6, 1))]
    ['2026-03-08 02:00:00']
    >>> list(changes("Asia/Baghdad", date(2026, 1, 1), date(2027, 1, 1)))
    []
    """
    there = ZoneInfo(zone)
    at, end = datetime.combine(first, time(0), UTC), datetime.combine(last, time(0), UTC)
    while at < end:
        if _told(at, there) != _told(at + STEP, there):
            yield _change(at, there)
        at += STEP


def _told(at: datetime, there: ZoneInfo) -> tuple[timedelta | None, timedelta | None, str | None]:
    local = at.astimezone(there)
    return local.utcoffset(), local.dst(), local.tzname()


def _change(early: datetime, there: ZoneInfo) -> Change:
    """The change within the day that begins at an instant, to the second."""
    before = _told(early, there)

    def is_changed(second: int) -> int:
        return int(_told(early + timedelta(seconds=second), there) != before)

    return _made(early + timedelta(seconds=bisect_left(SECONDS, 1, key=is_changed)), before[0] or NONE, there)


def _made(at: datetime, before: timedelta, there: ZoneInfo) -> Change:
    local = at.astimezone(there)
    return Change(at, before, local.utcoffset() or NONE, bool(local.dst()), local.tzname() or "")


def component(zone: str, first: date, last: date) -> Timezone:
    """A zone for a calendar file, right between two days."""
    made = Timezone()
    made.add("tzid", zone)
    start = datetime.combine(first, time(0), UTC)
    before = start.astimezone(ZoneInfo(zone)).utcoffset() or NONE
    for change in (_made(start, before, ZoneInfo(zone)), *changes(zone, first, last)):
        one = TimezoneDaylight() if change.is_summer else TimezoneStandard()
        one.add("dtstart", change.shown)
        one.add("tzoffsetfrom", change.before)
        one.add("tzoffsetto", change.after)
        one.add("tzname", change.name)
        made.add_component(one)
    return made
