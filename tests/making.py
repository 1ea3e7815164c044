"""Makes one template database, in a process of its own (started by tests.world)."""

import json
import sys
from pathlib import Path

import django
import psycopg

from tansiq import clock
from tansiq.database import house
from tansiq.database.server import Server
from tests.world import INSTANT, SECONDS


def main() -> None:
    """Set up, stop the clock, furnish."""
    given = json.loads(sys.argv[1])
    server = Server(*given["server"])
    house.prepare(server, Path(given["data"]), name=given["name"], say=lambda _line: None)
    with psycopg.connect(server.admin_url, dbname=given["name"], autocommit=True) as admin:
        admin.execute(
            "SET ROLE tansiq_owner; CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS "
            f"$fn$SELECT timestamptz '{INSTANT}'$fn$"
        )
    clock.use(lambda: float(SECONDS))
    django.setup()
    if given["furnish"] == "small":
        from tests import small  # noqa: PLC0415 -- needs Django

        small.furnish()
    elif given["furnish"]:
        from django.core.management import call_command  # noqa: PLC0415 -- needs Django

        call_command("furnish", demo=given["furnish"])


if __name__ == "__main__":
    main()
