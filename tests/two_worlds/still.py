"""Clock and chance of the worlds: an act draws by who does it, where in the script it stands, and what it draws for.

What it draws for is the function of the house that asks. So a member's key that is drawn or not, because of what that
member did unseen, shifts no other key; in the house itself every draw is independent of every other.
"""

import hashlib
import hmac
import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from unittest.mock import patch
from uuid import UUID

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.cache.backends import db as cached
from django.db import connection
from django.utils import timezone, translation

from tansiq import chance, clock
from tests.world import SECONDS

KEY = 16  # Octets of a key.
HOUSE = f"{os.sep}tansiq{os.sep}"
STEP = 97  # Seconds from one step of a script to the next: forty steps cross an hour, and so an epoch of the record.


class Still:
    """The one clock and the one source of chance while worlds are played."""

    def __init__(self) -> None:
        self.seconds = float(SECONDS)
        self._key = b""
        self._counts: dict[str, int] = {}
        self.keys: list[UUID] = []  # Every key drawn since the last beginning of an act.

    def begin(self, step: int, *who: object) -> None:
        """Set the clock to a step of the script, and draw from now on by who acts there."""
        self.seconds = float(SECONDS + STEP * step)
        self._key, self._counts = "|".join(map(str, who)).encode(), {}
        self.keys = []
        random.seed(self._key)
        translation.deactivate()
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('worlds.now', %s, false)", [self.now().isoformat()])

    def now(self) -> datetime:
        """The instant."""
        return datetime.fromtimestamp(self.seconds, UTC)

    def draw(self, count: int) -> bytes:
        """Random bytes, the same in both worlds for the same act of the same person."""
        asks, drawn = _asking(), b""
        while len(drawn) < count:
            number = self._counts[asks] = self._counts.get(asks, 0) + 1
            drawn += hmac.new(self._key, f"{asks} {number}".encode(), hashlib.sha256).digest()
        if count == KEY:
            self.keys.append(UUID(bytes=drawn[:count], version=4))
        return drawn[:count]

    @contextmanager
    def everywhere(self) -> Iterator[None]:
        """Take the place of the house's clock and chance, and of those that its libraries read."""
        held = random.getstate()
        source, wall = chance.use(self.draw), clock.use(lambda: self.seconds)
        with ExitStack() as stack:
            stack.callback(random.setstate, held)
            stack.callback(chance.use, source)
            stack.callback(clock.use, wall)
            for owner, name, stand_in in (
                (os, "urandom", self.draw),
                (random, "_urandom", self.draw),
                (time, "time", lambda: self.seconds),
                (timezone, "now", self.now),
                (cached, "tz_now", self.now),
                (PasswordResetTokenGenerator, "_now", lambda _own: self.now().replace(tzinfo=None)),
            ):
                stack.enter_context(patch.object(owner, name, stand_in))
            yield


def _asking() -> str:
    """The function of the house that draws; nothing where a library does for itself."""
    frame = sys._getframe(2)
    while frame is not None:
        if HOUSE in frame.f_code.co_filename and not frame.f_code.co_filename.endswith("chance.py"):
            return f"{frame.f_code.co_filename}:{frame.f_code.co_name}"
        frame = frame.f_back
    return ""
