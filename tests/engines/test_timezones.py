"""A zone in a calendar file: another library reads each change of the clock at the second at which it is made."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from tansiq.engines.timezones import changes, component

FIRST, LAST = date(2025, 6, 1), date(2027, 6, 1)
CHANGES = {
    "Europe/London": 4,
    "Asia/Baghdad": 0,
    "America/New_York": 4,
    "Africa/Cairo": 4,
    "Africa/Casablanca": 4,
    "Australia/Lord_Howe": 4,
}
NONE, SECOND, HOUR = timedelta(0), timedelta(seconds=1), timedelta(hours=1)


def read(zone):
    made = component(zone, FIRST, LAST).to_ical().decode()
    return tzical(StringIO(f"BEGIN:VCALENDAR\r\n{made}END:VCALENDAR\r\n")).get(zone)


@pytest.mark.parametrize("zone", CHANGES)
def test_around_each_change_another_library_shows_the_same_clock(zone):
    theirs, ours = read(zone), ZoneInfo(zone)
    made = list(changes(zone, FIRST, LAST))
    assert len(made) == CHANGES[zone]
    for change in made:
        for near in (-24 * HOUR, -HOUR, -SECOND, NONE, SECOND, HOUR, 24 * HOUR):
            at = change.at + near
            assert at.astimezone(ours).utcoffset() == (change.before if near < NONE else change.after)
            local = at.astimezone(ours).replace(tzinfo=None)
            if not _twice(local, ours):
                assert local.replace(tzinfo=theirs).astimezone(UTC) == at, (change, near)


def _twice(local, zone):
    """Whether the clock shows this twice: then a calendar file cannot say which is meant."""
    return local.replace(tzinfo=zone, fold=0).utcoffset() != local.replace(tzinfo=zone, fold=1).utcoffset()


@pytest.mark.parametrize("zone", CHANGES)
def test_on_each_day_of_two_years_noon_is_the_same_instant(zone):
    theirs, ours = read(zone), ZoneInfo(zone)
    for day in range((LAST - FIRST).days):
        noon = datetime(2025, 6, 1, 12) + timedelta(days=day)  # noqa: DTZ001 -- what a clock on the wall shows
        assert noon.replace(tzinfo=theirs).utcoffset() == noon.replace(tzinfo=ours).utcoffset(), noon
