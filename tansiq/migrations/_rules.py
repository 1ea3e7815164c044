"""The rules of the tables that are not simply a member's rows: members, audiences, accreditations, the record."""

from django.db.migrations import RunSQL

from tansiq.release.protect import EVERY_READER, ME, PROGRAMS, READERS, locked

ANYBODY = "cardinality((SELECT tansiq.readers())) > 0"
SECRETARIAT = "(SELECT tansiq.office()) = 'secretariat'"
KEEPER = "(SELECT (tansiq.me()).hat) IN ('head', 'administrator')"
OWN_ENTRY = "tansiq.owns_entry(entry_id)"

# A member's own keeper accredits its own people; the secretariat only a member's administrator, and its own officers.
MAY_ACCREDIT = (
    f"(member_id = {ME} AND {KEEPER}) OR ({SECRETARIAT} AND (role = 'administrator' OR member_id IN "
    "(SELECT m.key FROM tansiq_member m WHERE m.kind = 'office'))) "
)


def _sql(*statements: str) -> list[RunSQL]:
    return [RunSQL(statement, RunSQL.noop) for statement in statements]


def reference(*tables: str) -> list[RunSQL]:
    """Tables that everybody with a valid context reads, and that the secretariat keeps (trust.md 2.1: the member list)."""
    made: list[str] = []
    for table in tables:
        made += [
            *locked(table),
            f"CREATE POLICY read ON {table} FOR SELECT TO {EVERY_READER} USING ({ANYBODY})",
            f"CREATE POLICY change ON {table} FOR UPDATE TO {PROGRAMS} USING ({SECRETARIAT}) WITH CHECK ({SECRETARIAT})",
            f"GRANT SELECT ON {table} TO {EVERY_READER}, tansiq_backup, tansiq_definer",
        ]
    return _sql(
        *made,
        f"CREATE POLICY add ON tansiq_member FOR INSERT TO {PROGRAMS} WITH CHECK ({SECRETARIAT})",
        f"GRANT INSERT ON tansiq_member TO {PROGRAMS}",
        f"GRANT UPDATE (joined_on, left_on, version) ON tansiq_member TO {PROGRAMS}",
        f"GRANT UPDATE (months, name) ON tansiq_coalition TO {PROGRAMS}",
    )


def audiences() -> list[RunSQL]:
    """Audiences are read by those whom they name, and made by one definer function alone."""
    return _sql(
        *locked("tansiq_audience"),
        *locked("tansiq_audience_reader"),
        f"CREATE POLICY read ON tansiq_audience FOR SELECT TO {EVERY_READER} USING (id IN {READERS})",
        f"CREATE POLICY read ON tansiq_audience_reader FOR SELECT TO {EVERY_READER} "
        "USING (reader = ANY ((SELECT tansiq.readers())::int[]))",
        f"GRANT SELECT ON tansiq_audience, tansiq_audience_reader TO {EVERY_READER}, tansiq_backup",
        "GRANT SELECT, INSERT ON tansiq_audience, tansiq_audience_reader TO tansiq_definer",
    )


def append_only(*tables: str) -> list[RunSQL]:
    """Nothing in these tables is changed; the database says so even to their owner."""
    return _sql(
        *(
            statement
            for table in tables
            for statement in (
                f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION tansiq.append_only()",
                f"CREATE TRIGGER never_emptied BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION tansiq.append_only()",
            )
        ),
    )


def endings() -> list[RunSQL]:
    """Accreditations are ended by the member's own keeper or by whoever gave them; they are accepted by invitation only."""
    return _sql(
        f"CREATE POLICY change ON tansiq_accreditation FOR UPDATE TO {PROGRAMS} "
        f"USING ((member_id = {ME} AND {KEEPER}) OR owner_id = {ME}) "
        f"WITH CHECK (((member_id = {ME} AND {KEEPER}) OR owner_id = {ME}) AND ended_at IS NOT NULL)",
        f"GRANT UPDATE (ended_at, version) ON tansiq_accreditation TO {PROGRAMS}",
        "GRANT UPDATE (account_id, accepted_at) ON tansiq_accreditation TO tansiq_definer",
        "GRANT SELECT, UPDATE ON tansiq_account TO tansiq_definer",
    )
