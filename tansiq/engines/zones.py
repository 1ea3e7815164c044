"""Time zones by their IANA names: which there are, and what the clock shows there."""

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
UTC = "UTC"


@cache
def known() -> tuple[str, ...]:
    """The zones that people live in, by area and place, and UTC.

    >>> "Asia/Amman" in known(), "Etc/GMT+3" in known()
    (True, False)
    """
    return (UTC, *sorted(name for name in available_timezones() if name.partition("/")[0] in AREAS))


def instant(on: date, at: time, zone: str) -> datetime | None:
    """The instant at which a clock in a zone shows this; None where it is turned forward past it.

    Of an hour that comes twice it is the first.

    >>> instant(date(2015, 1, 22), time(9, 30), "Europe/London").isoformat()
    '2015-01-22T09:30:00+00:00'
    >>> instant(date(2026, 3, 29), time(2, 30), "Europe/Berlin") is None
    True
    """
    there = datetime.combine(on, at, ZoneInfo(zone))
    meant = there.astimezone(ZoneInfo(UTC))
    return meant if meant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == there.replace(tzinfo=None) else None


def shift(at: datetime, zone: str) -> str:
    """How far a zone's clock is from UTC at an instant.

    >>> shift(instant(date(2026, 6, 8), time(9), "Asia/Kolkata"), "Asia/Kolkata")
    'UTC+05:30'
    """
    minutes = round((at.astimezone(ZoneInfo(zone)).utcoffset() or (at - at)).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{UTC}{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}" if minutes else UTC
