"""The policies: one for each command, in one of the shapes that release control knows."""

import re
from collections.abc import Iterator

import psycopg

from tansiq.database.contract.asking import AUDIENCES, PROGRAMS, PULSE, REFERENCE, WRITERS, ask

# As PostgreSQL prints them.
MINE = r"\(owner_id = \( SELECT tansiq\.member\(\) AS member\)\)"
RELEASED = r"\(audience_id IN \( SELECT tansiq_audience_reader\.audience_id FROM tansiq_audience_reader\)\)"
BARE = re.compile(r"(?<!SELECT )(?<!SELECT \()tansiq\.(me|who|member|readers|office)\(")

READ = re.compile(rf"{RELEASED}|{MINE}")
ADD = re.compile(rf"{MINE}|\({MINE} AND {RELEASED}(?: AND .+)?\)")

OPENED = RELEASED.replace("audience_id IN", "opened_id IN", 1)


def _once_closed(table: str) -> re.Pattern[str]:
    """What a member says on a question: from its close on, those read it to whom it opens."""
    closed = (
        rf"\(EXISTS \( SELECT FROM tansiq_questionend closed WHERE \(closed\.question_id = {table}\.question_id\)\)\)"
    )
    return re.compile(rf"\({RELEASED} OR \({OPENED} AND {closed}\)\)")


# Another way to read than by the row's own audience: by a later release of the entry; of a guest, by being it.
DISCLOSED = r"IN \( SELECT tansiq_disclosure\.entry_id FROM tansiq_disclosure\)\)"
ALSO_READ = {
    "tansiq_entry": re.compile(rf"\({RELEASED} OR \(key {DISCLOSED}\)"),
    "tansiq_entry_group": re.compile(
        rf"\({RELEASED} OR \(\(\(name\)::text <> 'person'::text\) AND \(entry_id {DISCLOSED} AND .+\)\)"
    ),
    **{table: _once_closed(table) for table in ("tansiq_condition", "tansiq_position", "tansiq_reason")},
    "tansiq_guest": re.compile(
        rf"\({RELEASED} OR \(reader = ANY \(\( SELECT tansiq\.readers\(\) AS readers\)::integer\[\]\)\)\)"
    ),
}
# What is hidden from others until an instant; and what the secretariat alone reads from then on, whoever put it in.
OPEN_BY_NOW = r"\(open_at <= \( SELECT tansiq\.now\(\) AS now\)\)"
ALSO_READ |= {
    **dict.fromkeys(
        ("tansiq_adviceposition", "tansiq_advicereason"), re.compile(rf"\({RELEASED} AND \({MINE} OR {OPEN_BY_NOW}\)\)")
    ),
    "tansiq_unsignedadvice": re.compile(rf"\({MINE} AND {OPEN_BY_NOW}\)"),
}
# Words without their author are put in by another than their owner: an invited member, while the call is open, and for
# the secretariat alone.
ALSO_ADD = {
    "tansiq_unsignedadvice": re.compile(
        r"\(\(owner_id = \( SELECT keeper\.key FROM tansiq_member keeper WHERE .+'secretariat'.+'office'.+\)\) AND .+\)"
    )
}
# An accreditation is ended by its member's keeper too, whoever gave it.
KEEPERS = re.compile(rf"\(\(\(\(member_id = .+\) OR \({MINE} AND .+\)\) AND \(ended_at IS (?:NOT )?NULL\)\)")
SECRETARIAT = re.compile(r"\(\( SELECT tansiq\.office\(\) AS office\) = 'secretariat'::text\)")
KNOWN = {
    "tansiq_audience": re.compile(RELEASED.replace("audience_id IN", "id IN", 1)),
    "tansiq_audience_reader": re.compile(
        r"\(reader = ANY \(\( SELECT tansiq\.readers\(\) AS readers\)::integer\[\]\)\)"
    ),
    **dict.fromkeys(REFERENCE, re.compile(r"\(cardinality\(\( SELECT tansiq\.readers\(\) AS readers\)\) > 0\)")),
}
# The house's own pulse: everybody reads it; a stretch begins now, and the one that lasts is prolonged.
NOW = r"\( SELECT tansiq\.now\(\) AS now\)"
NEAR = rf"\(until >= \({NOW} - '00:02:30'::interval\)\) AND \(until <= \({NOW} \+ '00:02:30'::interval\)\)"
BEATS = {
    "SELECT": re.compile("true"),
    "INSERT": re.compile(rf"\(\(since = {NOW}\) AND {NEAR}\)"),
    "UPDATE": re.compile(rf"\({NEAR}\)"),
}
NEEDED = {"SELECT": "reading", "INSERT": "adding", "UPDATE": "changing", "DELETE": "erasing"}


def breaches(admin: psycopg.Connection) -> Iterator[str]:
    """Policies that let through more than their table's shape, or that are missing."""
    seen: set[tuple[str, str]] = set()
    for table, name, command, permissive, to, using, checked in ask(
        admin,
        "SELECT tablename, policyname, cmd, permissive, roles::text[], coalesce(qual, ''), coalesce(with_check, '') "
        "FROM pg_policies WHERE schemaname = 'public' ORDER BY 1, 3, 2",
    ):
        if command == "ALL":
            yield f"table {table} has a policy for all commands"
            continue
        if (table, command) in seen or permissive != "PERMISSIVE":
            yield f"table {table} has more than one policy for {NEEDED[command]}"
        seen.add((table, command))
        if not set(to) <= set(PROGRAMS if command == "SELECT" else WRITERS):
            yield f"table {table}: policy {name} is for {', '.join(to)}"
        for rule in filter(None, (" ".join(using.split()), " ".join(checked.split()))):
            if BARE.search(rule):
                yield f"table {table}: policy {name} asks who is acting for each row"
            if not _known(table, command, rule, is_check=rule == " ".join(checked.split())):
                yield f"table {table}: policy {name} lets through what release control does not know"
    yield from _missing(admin)


def _known(table: str, command: str, rule: str, *, is_check: bool) -> bool:
    """Whether a rule has a shape that its table may have."""
    if table in PULSE:
        shape = BEATS[command]
    elif table in REFERENCE | AUDIENCES:
        shape = KNOWN[table] if command == "SELECT" else SECRETARIAT
    elif command == "SELECT":
        shape = ALSO_READ.get(table, READ)
    elif table == "tansiq_accreditation" and command == "UPDATE":
        shape = KEEPERS
    else:
        shape = ALSO_ADD.get(table, ADD) if is_check else re.compile(MINE)
    return shape.fullmatch(rule) is not None


def _missing(admin: psycopg.Connection) -> Iterator[str]:
    """What a role may do on a protected table has its policy, and every member's program may read."""
    for table, role, command in ask(
        admin,
        "SELECT c.relname, r, p FROM pg_class c, unnest(%s::text[]) r, unnest(%s::text[]) p "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity "
        "AND CASE p WHEN 'DELETE' THEN has_table_privilege(r, c.oid, p) ELSE has_any_column_privilege(r, c.oid, p) END "
        "AND NOT EXISTS (SELECT FROM pg_policy l "
        "WHERE l.polrelid = c.oid AND to_regrole(r)::oid = ANY (l.polroles) "
        "AND l.polcmd::text = CASE p WHEN 'SELECT' THEN 'r' WHEN 'INSERT' THEN 'a' WHEN 'UPDATE' THEN 'w' "
        "ELSE 'd' END) ORDER BY 1, 2, 3",
        PROGRAMS,
        tuple(NEEDED),
    ):
        yield f"table {table} has no policy for {NEEDED[command]} by {role}"
