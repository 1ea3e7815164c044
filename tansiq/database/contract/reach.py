"""What the programs may do beyond what a command needs: nothing."""

from collections.abc import Iterator
from pathlib import Path

import psycopg

from tansiq.database.contract.asking import ACCOUNTS, JOBS, PROGRAMS, WORKER, ask

# Who put a row in, on whose word and when, and what it hangs on, never changes.
FIXED = frozenset({
    "key", "id", "owner_id", "said_by_id", "said_by_name", "created_at", "account_id", "accepted_at", "readers",
    "reader", "code", "kind",
})  # fmt: skip


def breaches(admin: psycopg.Connection, sql_folder: Path) -> Iterator[str]:
    """Grants that reach too far."""
    yield from _tables(admin)
    yield from _columns(admin)
    for name, role in ask(
        admin,
        "SELECT c.relname, r FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(%s::text[]) r "
        "WHERE CASE c.relkind WHEN 'S' THEN has_sequence_privilege(r, c.oid, 'USAGE, SELECT, UPDATE') END "
        "AND n.nspname !~ '^(pg_|information_schema)' AND (n.nspname, r) <> (%s, %s) ORDER BY 1, 2",
        PROGRAMS,
        JOBS,
        WORKER,
    ):
        yield f"sequence {name} is reached by {role}"
    for name, role in ask(
        admin,
        "SELECT n.nspname, r FROM pg_namespace n, unnest(%s::text[]) r "
        "WHERE n.nspname !~ '^(pg_|information_schema)' "
        "AND (has_schema_privilege(r, n.oid, 'CREATE') OR (n.nspname NOT IN ('public', 'tansiq') "
        "AND (n.nspname, r) <> (%s, %s) AND has_schema_privilege(r, n.oid, 'USAGE'))) ORDER BY 1, 2",
        PROGRAMS,
        JOBS,
        WORKER,
    ):
        yield f"schema {name} is reached by {role}"
    for role, what in ask(
        admin,
        "SELECT r, p FROM unnest(%s::text[]) r, unnest(ARRAY['CREATE', 'TEMPORARY']) p "
        "WHERE has_database_privilege(r, current_database(), p) ORDER BY 1, 2",
        PROGRAMS,
    ):
        yield f"{role} may make {'temporary tables' if what == 'TEMPORARY' else 'schemas'}"
    for (role,) in ask(
        admin,
        "SELECT rolname FROM pg_roles WHERE has_table_privilege(oid, 'tansiq_keys.pad', 'SELECT, INSERT, UPDATE') "
        "AND NOT rolsuper AND rolname NOT IN ('tansiq_owner', 'tansiq_definer') AND rolname !~ '^pg_' ORDER BY 1",
    ):
        yield f"table pad is reached by {role}"
    ((closable,),) = ask(admin, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    if closable:
        for (what,) in admin.execute((sql_folder / "telling.sql").read_bytes()).fetchall():
            yield f"a program may use {what.split(' ', 1)[1]}, which tells of others' work"


def _tables(admin: psycopg.Connection) -> Iterator[str]:
    """Rights on whole tables."""
    for table, role, what in ask(
        admin,
        "SELECT c.relname, r, p FROM pg_class c, unnest(%s::text[]) r, "
        "unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f') "
        "AND has_table_privilege(r, c.oid, p) "
        "AND CASE WHEN p IN ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') THEN true "
        "WHEN c.relname = ANY (%s) THEN r <> 'tansiq_app' OR (p = 'DELETE' AND c.relname = 'tansiq_account') "
        "OR (p <> 'SELECT' AND c.relname ~ '^(django|auth)_') "
        "ELSE p IN ('SELECT', 'UPDATE') OR (p <> 'SELECT' AND r = 'tansiq_public') END ORDER BY 1, 2, 3",
        PROGRAMS,
        ACCOUNTS,
    ):
        yield f"{role} may {what} on table {table}"


def _columns(admin: psycopg.Connection) -> Iterator[str]:
    """Rights on columns of protected tables: all are read, what is fixed is not changed."""
    for table, column, role, read, changed, named in ask(
        admin,
        "SELECT c.relname, a.attname, r, has_column_privilege(r, c.oid, a.attnum, 'SELECT'), "
        "has_column_privilege(r, c.oid, a.attnum, 'UPDATE'), has_column_privilege(r, c.oid, a.attnum, 'REFERENCES') "
        "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, unnest(ARRAY['tansiq_app', 'tansiq_worker']) r "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity "
        "AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2, 3",
    ):
        if not read:
            yield f"{role} may not read column {column} of table {table}"
        if named:
            yield f"{role} may refer to column {column} of table {table}"
        if changed and (column in FIXED or (column.endswith("_id") and column != "audience_id")):
            yield f"{role} may change column {column} of table {table}"
