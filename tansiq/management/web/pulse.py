"""The pulse of the house: the worker asks its door again and again, and notes that it answered (R-S6)."""

import http.client
import logging
import threading
from collections.abc import Callable

PATIENCE = 20.0  # Seconds for an answer.
EVERY = 30.0  # Seconds between two looks.

log = logging.getLogger(__name__)


def status(host: str, port: int, name: str, patience: float) -> int | None:
    """What the first page answers; None where nobody answers."""
    connection = http.client.HTTPConnection(host, port, timeout=patience)
    try:
        # As the proxy would ask: under the house's own name, where it has one.
        named = {"Host": name, "X-Forwarded-Proto": "https"} if name else {}
        connection.request("GET", "/", headers=named)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def answers(host: str, port: int, name: str) -> bool:
    """Whether the house's door answers, with something else than that it is broken."""
    found = status(host, port, name, PATIENCE)
    return found is not None and found < http.HTTPStatus.INTERNAL_SERVER_ERROR


def keep(door: tuple[str, int, str], beat: Callable[[], None], over: threading.Event) -> None:
    """Note each time that the door answers, until it is over; what cannot be noted is a gap."""
    while True:
        try:
            if answers(*door):
                beat()
        except Exception:  # Whatever it was, the next look is not lost with it.
            log.exception("that the house answers could not be noted")
        if over.wait(EVERY):
            return
