"""The house as the browser tests serve it: its wall clock stands, passwords are quick, and faults can be asked for."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings

from tansiq import clock
from tansiq.wsgi import application as house
from tests.world import SECONDS

MOVED = settings.DATA / "clock"  # Where a test says that it is later: seconds since 1970.


def wall() -> float:
    """The instant of the worlds, or the one to which a test has moved its house."""
    return float(MOVED.read_text()) if MOVED.exists() else float(SECONDS)


clock.use(wall)
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # The slow one is tried elsewhere.


def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """The house's answer; at two addresses that it does not have, what it says of a fault and of a lost database."""
    from tansiq.cycle import refusing  # noqa: PLC0415 -- the application must stand first

    faults = {"/fault": refusing.failed, "/away": refusing.away}
    if fault := faults.get(environ["PATH_INFO"]):
        answer = fault(None)
        start(f"{answer.status_code} {answer.reason_phrase}", list(answer.items()))
        return [answer.content]
    return house(environ, start)
