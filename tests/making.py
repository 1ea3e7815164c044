"""Makes one template database, in a process of its own (started by tests.world)."""

import hashlib
import json
import sys
from itertools import count
from pathlib import Path

import django
import psycopg

from tansiq import chance, clock
from tansiq.database import house
from tansiq.database.server import Server
from tests.world import INSTANT, SECONDS


def same_every_time() -> chance.Source:
    """Random bytes that are the same in every run, so that a test that failed can be played again."""
    numbers = count()

    def draw(size: int) -> bytes:
        drawn = b""
        while len(drawn) < size:
            drawn += hashlib.sha256(str(next(numbers)).encode()).digest()
        return drawn[:size]

    return draw


def main() -> None:
    """Set up, stop the clock, fix the chance, furnish."""
    given = json.loads(sys.argv[1])
    server = Server(*given["server"])
    house.prepare(server, Path(given["data"]), name=given["name"], say=lambda _line: None)
    with psycopg.connect(server.admin_url, dbname=given["name"], autocommit=True) as admin:
        admin.execute(
            "SET ROLE tansiq_owner; CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS "
            f"$fn$SELECT timestamptz '{INSTANT}'$fn$"
        )
    clock.use(lambda: float(SECONDS))
    chance.use(same_every_time())
    django.setup()
    if given["furnish"] == "small":
        from tests import small  # noqa: PLC0415 -- needs Django

        small.furnish()
    elif given["furnish"] == "own":
        from tansiq.members.founding import expect_officer  # noqa: PLC0415 -- needs Django

        expect_officer("first@unit.example")
    elif given["furnish"]:
        from django.core.management import call_command  # noqa: PLC0415 -- needs Django

        call_command("furnish", demo=given["furnish"])


if __name__ == "__main__":
    main()
