"""The rules of the tables that are not simply a member's rows: members, audiences, accreditations, the record."""

from django.db.migrations import RunSQL

from tansiq.release.protect import EVERY_READER, ME, PROGRAMS, READERS, locked, readable

ANYBODY = "cardinality((SELECT tansiq.readers())) > 0"
SECRETARIAT = "(SELECT tansiq.office()) = 'secretariat'"
KEEPER = "(SELECT (tansiq.me()).hat) IN ('head', 'administrator')"

# An entry is of the hour in which it is appended, and its release to more readers of the instant: neither is backdated.
THIS_HOUR = "epoch = (SELECT floor(extract(epoch FROM tansiq.now()) / 3600))"
OWN_ENTRY_NOW = "tansiq.owns_entry(entry_id) AND at = (SELECT tansiq.now())"

# Groups and rows are part of an entry: nobody hangs any on another's.
_DISCLOSED = "entry_id IN (SELECT entry_id FROM tansiq_disclosure)"


def part_of_own_entry(table: str) -> str:
    """The entry that a new row belongs to is the acting member's own."""
    return f"{table}.entry_id IN (SELECT own.key FROM tansiq_entry own WHERE own.owner_id = {ME})"


# What was withheld from readers of its entry stays withheld when the entry is released to more.
DISCLOSED_GROUP = (
    f"name <> 'person' AND {_DISCLOSED} AND "
    "audience_id = (SELECT whole.audience_id FROM tansiq_entry whole WHERE whole.key = tansiq_entry_group.entry_id)"
)

# A member's own keeper accredits its own people; the secretariat only a member's administrator, and its own officers.
# The member reads each accreditation that speaks for it, and nobody is accepted but by invitation.
MAY_ACCREDIT = (
    f"((member_id = {ME} AND {KEEPER}) OR ({SECRETARIAT} AND role IN ('administrator', 'officer'))) "
    "AND account_id IS NULL AND accepted_at IS NULL AND ended_at IS NULL AND EXISTS ("
    "SELECT FROM tansiq_member m, tansiq_audience a "
    "WHERE m.key = tansiq_accreditation.member_id AND a.id = tansiq_accreditation.audience_id "
    "AND (m.kind = 'office') = (tansiq_accreditation.role = 'officer') "
    "AND (0 = ANY (a.readers) OR m.reader = ANY (a.readers)))"
)

# Whoever gave an accreditation, and nobody else who can read it, invites to it.
MAY_INVITE = (
    f"({KEEPER} OR {SECRETARIAT}) AND accreditation_id IN (SELECT a.key FROM tansiq_accreditation a "
    f"WHERE a.owner_id = {ME} AND a.account_id IS NULL AND a.ended_at IS NULL)"
)

# A share names its denominator, one of its own measure's, and nothing else has any (R-A3).
FIGURE_OF_ITS_MEASURE = (
    "(base_id IS NOT NULL) = EXISTS (SELECT FROM tansiq_measure m WHERE m.key = measure_id AND m.kind = 'share') "
    "AND (base_id IS NULL OR EXISTS (SELECT FROM tansiq_base b WHERE b.key = base_id "
    "AND b.measure_id = tansiq_figure.measure_id))"
)


def _sql(*statements: str) -> list[RunSQL]:
    return [RunSQL(statement, RunSQL.noop) for statement in statements]


def reference(*tables: str) -> list[RunSQL]:
    """Tables that everybody with a valid context reads and the secretariat keeps: the list of members, above all."""
    made: list[str] = []
    for table in tables:
        made += [
            *locked(table),
            f"CREATE POLICY read ON {table} FOR SELECT TO {EVERY_READER} USING ({ANYBODY})",
            f"CREATE POLICY change ON {table} FOR UPDATE TO {PROGRAMS} USING ({SECRETARIAT}) WITH CHECK ({SECRETARIAT})",
            readable(table, EVERY_READER),
            f"GRANT SELECT ON {table} TO tansiq_backup, tansiq_definer",
        ]
    return _sql(
        *made,
        # The odd number after a member's is its heads': no other member may be given it.
        "ALTER TABLE tansiq_member ADD CONSTRAINT reader_is_even CHECK (reader % 2 = 0)",
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
        readable("tansiq_audience", EVERY_READER),
        readable("tansiq_audience_reader", EVERY_READER),
        "GRANT SELECT ON tansiq_audience, tansiq_audience_reader TO tansiq_backup",
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
    """Accreditations are ended once, by the member's keeper or the secretariat that gave them; accepted by invitation."""
    may_end = f"(member_id = {ME} AND {KEEPER}) OR (owner_id = {ME} AND {SECRETARIAT})"
    return _sql(
        f"CREATE POLICY change ON tansiq_accreditation FOR UPDATE TO {PROGRAMS} "
        f"USING (({may_end}) AND ended_at IS NULL) WITH CHECK (({may_end}) AND ended_at IS NOT NULL)",
        f"GRANT UPDATE (ended_at, version) ON tansiq_accreditation TO {PROGRAMS}",
        "GRANT UPDATE (account_id, accepted_at) ON tansiq_accreditation TO tansiq_definer",
        "GRANT SELECT, UPDATE ON tansiq_account TO tansiq_definer",
    )
