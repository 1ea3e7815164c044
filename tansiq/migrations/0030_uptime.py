"""When the house answered, stretch by stretch: the worker prolongs the one that lasts, and no other."""

from django.db import migrations

from tansiq.migrations._together import Together
from tansiq.release.protect import EVERY_READER, locked, readable

TABLE = "tansiq_uptime"
NEAR = "(until >= ((SELECT tansiq.now()) - '00:02:30'::interval)) AND (until <= ((SELECT tansiq.now()) + '00:02:30'::interval))"


class Migration(Together):

    dependencies = [
        ('tansiq', '0029_announced'),
    ]

    operations = [
        migrations.RunSQL(statement, migrations.RunSQL.noop)
        for statement in (
            f"CREATE TABLE {TABLE} (since timestamptz PRIMARY KEY, until timestamptz NOT NULL, CHECK (since <= until))",
            f"CREATE INDEX {TABLE}_until ON {TABLE} (until)",
            *locked(TABLE),
            f"CREATE POLICY read ON {TABLE} FOR SELECT TO {EVERY_READER} USING (true)",
            f"CREATE POLICY add ON {TABLE} FOR INSERT TO tansiq_worker WITH CHECK (since = (SELECT tansiq.now()) AND {NEAR})",
            f"CREATE POLICY prolong ON {TABLE} FOR UPDATE TO tansiq_worker USING ({NEAR}) WITH CHECK ({NEAR})",
            readable(TABLE, EVERY_READER),
            f"GRANT SELECT ON {TABLE} TO tansiq_backup",
            f"GRANT INSERT, UPDATE (until) ON {TABLE} TO tansiq_worker",
            "CREATE INDEX tansiq_told_need ON tansiq_told (need)",  # Who was told of a run of silence.
        )
    ]
