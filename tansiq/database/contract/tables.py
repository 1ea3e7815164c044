"""The tables: row-level security binds everybody, views have their reader's rights, the record's triggers stand."""

from collections.abc import Iterator

import psycopg

from tansiq.database.contract.asking import ACCOUNTS, JOBS, ask

# What is added to and never changed; the database says so even to its owner.
RECORD = frozenset(
    {"tansiq_entry", "tansiq_entry_group", "tansiq_disclosure", "tansiq_bulkrow", "tansiq_doneact"},
)
ROW, BEFORE, DELETED, CHANGED, EMPTIED = 1, 2, 8, 16, 32  # Bits of pg_trigger.tgtype.


def breaches(admin: psycopg.Connection) -> Iterator[str]:
    """Tables and views that are not bound, and guards that are gone."""
    for schema, name, kind, bound, invoker in ask(
        admin,
        "SELECT n.nspname, c.relname, c.relkind::text, c.relrowsecurity AND c.relforcerowsecurity, "
        "coalesce(c.reloptions @> '{security_invoker=true}', false) "
        "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') "
        "AND n.nspname !~ '^(pg_|information_schema)' AND n.nspname <> %s ORDER BY 1, 2",
        JOBS,
    ):
        if (schema, name) == ("tansiq_keys", "pad"):
            continue
        if kind == "m" or (kind == "v" and not invoker):
            yield f"view {name} has its owner's rights"
        elif kind != "v" and schema != "public":
            yield f"table {schema}.{name} lies outside the schema that is checked"
        elif kind != "v" and not bound and name not in ACCOUNTS:
            yield f"table {name} has no forced row-level security"
    yield from _guards(admin)


def _guards(admin: psycopg.Connection) -> Iterator[str]:
    """Triggers and rules: those of the house, and no other."""
    standing: dict[str, int] = {}
    for table, trigger, function, bits, works in ask(
        admin,
        "SELECT c.relname, t.tgname, t.tgfoid::regproc::text, t.tgtype::int, t.tgenabled IN ('O', 'A') "
        "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE NOT t.tgisinternal AND n.nspname !~ '^(pg_|information_schema)' AND n.nspname <> %s ORDER BY 1, 2",
        JOBS,
    ):
        if not function.startswith("tansiq."):
            yield f"table {table} has a trigger {trigger} that is none of this house"
        elif function == "tansiq.append_only" and works and bits & BEFORE:
            standing[table] = standing.get(table, 0) | (bits & (EMPTIED | (DELETED | CHANGED) * (bits & ROW)))
    for table in sorted(RECORD):
        if standing.get(table) != DELETED | CHANGED | EMPTIED:
            yield f"table {table} is part of the record and can be changed"
    for (table,) in ask(
        admin,
        "SELECT DISTINCT c.relname FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind NOT IN ('v', 'm') "
        "AND n.nspname !~ '^(pg_|information_schema)'",
    ):
        yield f"table {table} has a rule that rewrites what is asked of it"
