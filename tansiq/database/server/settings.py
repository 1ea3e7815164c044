"""Settings of PostgreSQL that decide whether an acknowledged act survives a power cut."""

from typing import Any

import psycopg

# Without any one of them a crash can lose what a member was told is kept.
SAFETY = ("fsync", "full_page_writes", "synchronous_commit")

# Of a server for tests: nothing on it outlives a run. What a test has put in is not committed, so that autovacuum,
# coming by chance, would count no rows at all, and PostgreSQL plan for none.
THROWN_AWAY = {**dict.fromkeys(SAFETY, "off"), "autovacuum": "off", "tansiq.tests": "unsafe"}


def unsafe_settings(connection: psycopg.Connection[Any]) -> list[str]:
    """The names of the settings that are off, though an act's survival hangs on them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM pg_catalog.pg_settings WHERE name = ANY(%s) AND setting = 'off' ORDER BY name",
            [list(SAFETY)],
        )
        return [name for (name,) in cursor.fetchall()]
