"""The time that remains, in whole minutes and never more than there is, and an end as clocks show it."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Remaining(NamedTuple):
    """Days, hours and minutes that remain; less than a minute is none of these."""

    days: int
    hours: int
    minutes: int


def remaining(left: timedelta) -> Remaining:
    """The time that remains, cut to the minute.

    >>> remaining(timedelta(hours=7, minutes=20, seconds=59))
    Remaining(days=0, hours=7, minutes=20)
    >>> remaining(timedelta(days=3))
    Remaining(days=3, hours=0, minutes=0)
    """
    days, rest = divmod(max(left, timedelta(0)), DAY)
    hours, rest = divmod(rest, HOUR)
    return Remaining(days, hours, rest // MINUTE)


def gone(start: datetime, end: datetime, now: datetime) -> float:
    """The share of a run that has passed.

    >>> start = datetime(2026, 6, 5)
    >>> gone(start, start + 3 * DAY, start + DAY * 1.5)
    0.5
    """
    return min(1.0, max(0.0, (now - start) / (end - start))) if start < end else 1.0


def full_hour(at: datetime, zone: str) -> datetime:
    """The instant, or the next one at which a clock in a zone shows a full hour.

    >>> from datetime import UTC
    >>> full_hour(datetime(2026, 6, 8, 17, 0, 1, tzinfo=UTC), "Asia/Kolkata").isoformat()
    '2026-06-08T17:30:00+00:00'
    >>> full_hour(datetime(2026, 6, 8, 17, tzinfo=UTC), "Asia/Amman").isoformat()
    '2026-06-08T17:00:00+00:00'
    """
    there = at.astimezone(ZoneInfo(zone))
    past = timedelta(minutes=there.minute, seconds=there.second, microseconds=there.microsecond)
    return at + HOUR - past if past else at


def ends(end: datetime, *zones: str) -> list[str]:
    """An end as the clocks of zones show it.

    >>> from datetime import UTC
    >>> ends(datetime(2026, 6, 8, 17, tzinfo=UTC), "Europe/London", "Asia/Amman")
    ['2026-06-08T18:00+01:00', '2026-06-08T20:00+03:00']
    """
    return [end.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes") for zone in zones]
