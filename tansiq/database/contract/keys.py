"""Keys: no foreign and no unique key tells whether a hidden row exists."""

from collections.abc import Iterator
from typing import NamedTuple

import psycopg

from tansiq.database.contract.asking import ACCOUNTS, AUDIENCES, PULSE, REFERENCE, ask

# Drawn from a random secret, or by chance out of a thousand million: nobody meets another's.
DRAWN = frozenset({
    ("tansiq_invitation", "token_digest"), ("tansiq_guestinvitation", "token_digest"), ("tansiq_guest", "reader"),
})  # fmt: skip
OPEN = ACCOUNTS | REFERENCE | PULSE  # Tables without hidden rows.
NO_ACTION = "a"
AUDIENCES_READ = "( SELECT tansiq_audience_reader.audience_id FROM tansiq_audience_reader)"


class Key(NamedTuple):
    """A foreign key."""

    table: str
    column: str
    parent: str
    waits: bool
    on_delete: str
    on_update: str


def breaches(admin: psycopg.Connection) -> Iterator[str]:
    """Keys by which one could ask for what is hidden."""
    for table, columns, told in ask(
        admin,
        "SELECT c.relname, array_agg(a.attname::text ORDER BY a.attname), "
        "bool_or(a.attname = 'owner_id' OR a.atttypid = 'uuid'::regtype) FROM pg_index i "
        "JOIN pg_class c ON c.oid = i.indrelid "
        "LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey) AND a.attnum > 0 "
        "WHERE (i.indisunique OR i.indisexclusion) AND c.relnamespace = 'public'::regnamespace AND c.relrowsecurity "
        "GROUP BY c.relname, i.indexrelid ORDER BY 1, 2",
    ):
        if not told and table not in OPEN | AUDIENCES and (table, *columns) not in DRAWN:
            named = ", ".join(column or "an expression" for column in columns)
            yield f"table {table} is unique by {named} beyond its owner"
    yield from _foreign_breaches(admin)


def _foreign_breaches(admin: psycopg.Connection) -> Iterator[str]:
    """A row names another only where its writer may read that one, and everybody who will read the first."""
    rules = _rules(admin)
    changed = _changeable(admin)
    widening = {
        table
        for (table,) in ask(
            admin,
            "SELECT t.tgrelid::regclass::text FROM pg_trigger t WHERE t.tgenabled IN ('O', 'A') "
            "AND t.tgfoid = 'tansiq.only_wider'::regproc AND t.tgtype & 19 = 19",
        )
    }
    for key in _foreign(admin):
        if key.waits:
            yield f"table {key.table} has a foreign key that waits for the commit"
        if key.table in OPEN | AUDIENCES or key.parent in OPEN:
            continue
        if (key.on_delete, key.on_update) != (NO_ACTION, NO_ACTION):
            yield f"table {key.table}: what happens to {key.parent} changes its rows"
        commands = ["INSERT", *(["UPDATE"] if changed.get(key.table, set()) & {key.column, "audience_id"} else [])]
        if not all(_asks(rules.get((key.table, command), ""), key) for command in commands):
            yield f"table {key.table}: {key.column} may name a row of {key.parent} that is hidden"
        if "audience_id" in changed.get(key.parent, set()) and key.parent not in widening:
            yield f"table {key.parent} can be narrowed under the rows of {key.table}"


def _asks(rule: str, key: Key) -> bool:
    """Whether a policy asks what it must before a row may name another: by itself, with no way round it."""
    return any(_asked(demand, key) for demand in demands(rule))


def _asked(demand: str, key: Key) -> bool:
    """Whether it is what must be asked, or that where the column is filled."""
    unfilled = f"(({key.column} IS NULL) OR "
    if demand.startswith(unfilled):
        demand = demand[len(unfilled) : -1]
    if key.parent == "tansiq_audience":
        return demand == f"({key.column} IN {AUDIENCES_READ})"
    if key.table == "tansiq_disclosure":
        return demand == f"tansiq.owns_entry({key.column})"
    begin, end = f"(EXISTS ( SELECT FROM {key.parent} parent WHERE ", "))"
    if not (demand.startswith(begin) and demand.endswith(end)):
        return False
    its_own, read, *_more = *demands(demand[len(begin) : -len(end)]), ""
    return (its_own, read) == (
        f"(parent.key = {key.table}.{key.column})",
        f"tansiq.within({key.table}.audience_id, parent.audience_id)",
    )


def demands(rule: str) -> list[str]:
    """What a condition asks one by one, as PostgreSQL prints it; by itself where it is no list of demands."""
    inner, depth, quoted, cuts = rule[1:-1], 0, False, [0]
    for at, letter in enumerate(inner):
        quoted ^= letter == "'"
        depth += 0 if quoted else (letter == "(") - (letter == ")")
        if not quoted and depth == 0 and inner.startswith(" AND ", at):
            cuts.append(at + len(" AND "))
    if len(cuts) == 1:
        return [rule]
    ends = [cut - len(" AND ") for cut in cuts[1:]]
    parts = zip(cuts, [*ends, len(inner)], strict=True)
    return [demand for begin, end in parts for demand in demands(inner[begin:end])]


def _foreign(admin: psycopg.Connection) -> list[Key]:
    return [
        Key(*row)
        for row in ask(
            admin,
            "SELECT f.conrelid::regclass::text, a.attname::text, f.confrelid::regclass::text, f.condeferrable, "
            "f.confdeltype::text, f.confupdtype::text FROM pg_constraint f "
            "JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey) "
            "WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace ORDER BY 1, 2",
        )
    ]


def _rules(admin: psycopg.Connection) -> dict[tuple[str, str], str]:
    """What each table's policies ask of a new or changed row."""
    return {
        (table, command): " ".join(rule.split())
        for table, command, rule in ask(
            admin,
            "SELECT tablename::text, cmd, with_check FROM pg_policies WHERE schemaname = 'public' "
            "AND with_check IS NOT NULL",
        )
    }


def _changeable(admin: psycopg.Connection) -> dict[str, set[str]]:
    """Which columns the programs may change."""
    return {
        table: set(columns)
        for table, columns in ask(
            admin,
            "SELECT c.relname::text, array_agg(a.attname::text) FROM pg_class c "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') "
            "AND (has_column_privilege('tansiq_app', c.oid, a.attnum, 'UPDATE') "
            "OR has_column_privilege('tansiq_worker', c.oid, a.attnum, 'UPDATE')) GROUP BY 1",
        )
    }
