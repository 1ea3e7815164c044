"""The one clock: the database's instant of the transaction, the same in policies, commands and pages."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import cast

from django.db import connection

_wall: Callable[[], float] = time.time


def use(wall: Callable[[], float]) -> Callable[[], float]:
    """Take the program's own time from elsewhere (tests only); the former is returned."""
    global _wall
    former, _wall = _wall, wall
    return former


def now() -> datetime:
    """The instant of this transaction, fetched in the statement that set its context."""
    instant: datetime | None = getattr(connection, "instant", None)
    if instant is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT tansiq.now()")
            (fetched,) = cursor.fetchone()
        instant = fetched
    return cast("datetime", instant).astimezone(UTC)


def today() -> date:
    """The day of this transaction, in UTC."""
    return now().date()


def wall() -> int:
    """The program's own seconds since 1970: only for the expiry of a signed context, never shown."""
    return int(_wall())
