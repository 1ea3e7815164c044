"""The clock of a house that is being furnished with a demonstration: it stands at one day of the past after another."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection, connections

OWNER = "owner"  # The set-up's connection.
Turn = Callable[[timedelta], None]  # Lets the clock stand so long ago.
STOOD = "tansiq.stands"  # Where it stands, in this session's settings.


@contextmanager
def turned_clock() -> Iterator[Turn]:
    """Let what a demonstration opens on have come about on several days; only for a house that nobody has entered yet.

    The clock is a function of the database that the set-up alone, as its owner, can replace. It is put back as it was;
    what a start leaves behind that was killed meanwhile, the next start lays anew.
    """
    with connections[OWNER].cursor() as owner:
        owner.execute(
            "SELECT tansiq.now(), prosrc, pg_get_functiondef(oid) FROM pg_proc WHERE oid = 'tansiq.now()'::regprocedure"
        )
        present, source, clock = owner.fetchone()
        owner.execute(
            "CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS "
            f"$fn$SELECT coalesce(nullif(current_setting('{STOOD}', true), '')::timestamptz, ({source}))$fn$"
        )

        def stand(instant: str) -> None:
            for one in (connection, connections[OWNER]):
                with one.cursor() as cursor:
                    cursor.execute("SELECT set_config(%s, %s, false)", [STOOD, instant])

        try:
            yield lambda ago: stand((present - ago).isoformat() if ago else "")
        finally:
            owner.execute(clock)
            stand("")
