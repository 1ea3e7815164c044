"""When the house was down: the gaps between the stretches in which it is known to have answered (R-S6).

A beat follows the last one within half a minute; what is longer than GRACE between two is an outage, whatever made
it: a power cut, a dead web server, a clock that was set forward. A restart of seconds is none. Before the first beat
nothing was measured, and nothing is claimed of it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

GRACE = timedelta(seconds=150)


class Stretch(NamedTuple):
    """From when until when the house answered, as far as was looked."""

    since: datetime
    until: datetime


def outages(stretches: Iterable[Stretch], now: datetime) -> list[Stretch]:
    """The times in which the house was down, the earliest first; the last one lasts until now.

    >>> from datetime import UTC
    >>> noon, minute = datetime(2026, 6, 5, 12, tzinfo=UTC), timedelta(minutes=1)
    >>> up = [Stretch(noon, noon + 9 * minute), Stretch(noon + 30 * minute, noon + 40 * minute)]
    >>> [(f"{one.since:%H:%M}", f"{one.until:%H:%M}") for one in outages(up, noon + 41 * minute)]
    [('12:09', '12:30')]
    >>> [(f"{one.since:%H:%M}", f"{one.until:%H:%M}") for one in outages(up, noon + 50 * minute)]
    [('12:09', '12:30'), ('12:40', '12:50')]
    >>> outages([], noon), outages([Stretch(noon, noon), Stretch(noon, noon + 2 * minute)], noon)
    ([], [])
    """
    found: list[Stretch] = []
    last: datetime | None = None
    for one in (*sorted(stretches), Stretch(now, now)):
        if last is not None and one.since - last > GRACE:
            found.append(Stretch(last, one.since))
        last = one.until if last is None else max(last, one.until)
    return found


def is_measured(stretches: Iterable[Stretch], since: datetime) -> bool:
    """Whether the house looked at itself from an instant on.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 6, 5, 12, tzinfo=UTC)
    >>> up = [Stretch(noon, noon)]
    >>> is_measured(up, noon), is_measured(up, noon - GRACE), is_measured([], noon)
    (True, False, False)
    """
    return any(one.since <= since for one in stretches)
