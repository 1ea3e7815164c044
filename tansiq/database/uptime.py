"""The house's own pulse: the worker notes that it answers; nobody prolongs a stretch that is over.

One row for each stretch without a gap, so that the table grows with outages and not with time. It tells of no member
and hangs on nothing; everybody who reads a run may know when the house was down.
"""

from datetime import datetime

from django.db import connection

from tansiq.engines.uptime import GRACE, Stretch

BEAT = """
WITH held AS (
  UPDATE tansiq_uptime SET until = greatest(until, tansiq.now())
   WHERE until BETWEEN tansiq.now() - %s::interval AND tansiq.now() + %s::interval RETURNING 1
)
INSERT INTO tansiq_uptime (since, until)
SELECT tansiq.now(), tansiq.now() WHERE NOT EXISTS (SELECT FROM held) ON CONFLICT DO NOTHING
"""


def beat() -> None:
    """Note that the house answers now; the worker's role alone may."""
    with connection.cursor() as cursor:
        cursor.execute(BEAT, [f"{GRACE.seconds} seconds"] * 2)


def stretches(since: datetime) -> list[Stretch]:
    """When the house was up, from the last stretch that was over by an instant."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT since, until FROM tansiq_uptime WHERE until >= COALESCE((SELECT max(until) FROM tansiq_uptime "
            "WHERE until < %s), '-infinity') ORDER BY since",
            [since],
        )
        return [Stretch(*row) for row in cursor.fetchall()]
