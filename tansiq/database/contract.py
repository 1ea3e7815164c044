"""The contract of release control with PostgreSQL, checked at every start (trust.md 2.5; foundation.md 3)."""

import re
from pathlib import Path

import psycopg

from tansiq.database.server import FLOOR, unsafe_settings

PROGRAMS = ("tansiq_app", "tansiq_worker", "tansiq_public")

# Account tables and Django's own: they hold no member's words, have no page that lists them, and no row-level security.
ACCOUNTS = {
    "tansiq_account", "tansiq_session", "tansiq_rate", "account_emailaddress", "account_emailconfirmation",
    "django_content_type", "django_migrations", "auth_permission", "auth_group", "auth_group_permissions",
}  # fmt: skip
DEFINERS = {"who", "audience_of", "accreditations_of", "invitation", "accept_invitation", "owns_entry"}


class Broken(RuntimeError):  # noqa: N818 -- it names the state of the contract
    """The database does not keep the contract; the house does not start on it."""


def check_server(admin: psycopg.Connection) -> None:
    """Refuse an old server, and one that may lose what it has acknowledged."""
    if admin.info.server_version // 10000 < FLOOR:
        found = admin.info.server_version // 10000
        raise Broken(f"PostgreSQL {FLOOR} or newer is needed; this server is {found}.")
    for name in () if _tests_allow(admin) else unsafe_settings(admin):
        raise Broken(f"PostgreSQL runs with {name} = off and could lose what it has acknowledged; switch it on.")


def _tests_allow(admin: psycopg.Connection) -> bool:
    """Only a server that tests have started, and marked as theirs, may be unsafe and fast."""
    (value,) = admin.execute("SELECT current_setting('tansiq.tests', true)").fetchone() or ("",)
    return value == "unsafe"


def check(admin: psycopg.Connection, sql_folder: Path) -> None:
    """Hold the database against the contract; the first breach is named with its table or function."""
    for breach in (*_roles(admin), *_tables(admin), *_policies(admin), *_reach(admin), *_functions(admin, sql_folder)):
        raise Broken(
            f"The database does not keep the contract of release control: {breach}. The house does not start on it."
        )


def _all(admin: psycopg.Connection, query: str, *given: object) -> list[tuple]:
    return admin.execute(query, given).fetchall()


def _roles(admin: psycopg.Connection) -> list[str]:
    rows = _all(
        admin,
        "SELECT rolname FROM pg_roles WHERE rolname = ANY (%s) AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)",
        list(PROGRAMS),
    )
    member_of = _all(
        admin,
        "SELECT m.rolname FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member WHERE m.rolname = ANY (%s)",
        list(PROGRAMS),
    )
    owning = _all(
        admin,
        "SELECT r.rolname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = ANY (%s)",
        [*PROGRAMS, "tansiq_definer"],
    )
    return [
        *(f"role {name} has more rights than a program may" for (name,) in rows),
        *(f"role {name} is a member of another role" for (name,) in member_of),
        *(f"role {name} owns a table" for (name,) in owning),
    ]


def _tables(admin: psycopg.Connection) -> list[str]:
    rows = _all(
        admin,
        "SELECT relname, relrowsecurity AND relforcerowsecurity FROM pg_class "
        "WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
    )
    views = _all(
        admin,
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND (relkind = 'm' OR "
        "(relkind = 'v' AND NOT coalesce(reloptions @> '{security_invoker=true}', false)))",
    )
    return [
        *(f"table {name} has no forced row-level security" for name, safe in rows if not safe and name not in ACCOUNTS),
        *(f"view {name} has its owner's rights" for (name,) in views),
    ]


def _policies(admin: psycopg.Connection) -> list[str]:
    rows = _all(
        admin,
        "SELECT tablename, policyname, cmd, permissive, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies "
        "WHERE schemaname = 'public'",
    )
    bare = re.compile(r"(?<!SELECT )(?<!SELECT \()tansiq\.(me|member|readers|office)\(\)")
    read = {table for table, _, command, _, _ in rows if command == "SELECT"}
    protected = _all(
        admin,
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity",
    )
    return [
        *(f"table {table} has a policy for all commands" for table, _, command, _, _ in rows if command == "ALL"),
        *(
            f"table {table}: policy {name} asks who is acting for each row"
            for table, name, _, _, rule in rows
            if bare.search(rule)
        ),
        *(f"table {table} has no policy for reading" for (table,) in protected if table not in read),
    ]


def _reach(admin: psycopg.Connection) -> list[str]:
    """What the programs may do beyond what a command needs."""
    excess = _all(
        admin,
        "SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants "
        "WHERE grantee IN ('tansiq_app', 'tansiq_worker', 'tansiq_public', 'PUBLIC') AND table_schema = 'public' "
        "AND (privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') OR privilege_type IN ('UPDATE', 'DELETE') "
        "AND NOT (table_name = ANY (%s)) OR (grantee = 'tansiq_public' AND privilege_type <> 'SELECT'))",
        sorted(ACCOUNTS),
    )
    sequences = _all(
        admin,
        "SELECT c.relname FROM pg_class c, unnest(%s::text[]) r WHERE c.relkind = 'S' "
        "AND c.relnamespace IN ('public'::regnamespace, 'tansiq'::regnamespace) "
        "AND (has_sequence_privilege(r, c.oid, 'USAGE') OR has_sequence_privilege(r, c.oid, 'SELECT'))",
        list(PROGRAMS),
    )
    schemas = _all(
        admin,
        "SELECT n.nspname, r FROM pg_namespace n, unnest(%s::text[]) r WHERE n.nspname IN ('public', 'tansiq', 'tansiq_keys') "
        "AND (has_schema_privilege(r, n.oid, 'CREATE') OR (n.nspname = 'tansiq_keys' AND has_schema_privilege(r, n.oid, 'USAGE')))",
        list(PROGRAMS),
    )
    temporary = _all(
        admin,
        "SELECT r FROM unnest(%s::text[]) r WHERE has_database_privilege(r, current_database(), 'TEMPORARY')",
        list(PROGRAMS),
    )
    keys = _all(
        admin,
        "SELECT t.relname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.contype = 'f' AND c.condeferrable "
        "AND c.connamespace = 'public'::regnamespace",
    )
    return [
        *(f"{who} may {what} on table {table}" for who, table, what in excess),
        *(f"sequence {name} can be read by a program" for (name,) in sequences),
        *(f"{role} reaches schema {name}" for name, role in schemas),
        *(f"{role} may make temporary tables" for (role,) in temporary),
        *(f"table {name} has a foreign key that waits for the commit" for (name,) in keys),
    ]


def _functions(admin: psycopg.Connection, sql_folder: Path) -> list[str]:
    """Every function is ours, word for word; only the allow-list reads past row-level security."""
    written = dict(
        re.findall(
            r"FUNCTION tansiq\.(\w+)\(.*?\$fn\$(.*?)\$fn\$",
            (sql_folder / "functions.sql").read_text() + (sql_folder / "definers.sql").read_text(),
            re.DOTALL,
        ),
    )
    held = _all(
        admin,
        "SELECT p.proname, p.prosrc, p.prosecdef, p.proowner::regrole::text, coalesce(p.proconfig::text, '') FROM pg_proc p "
        "WHERE p.pronamespace = 'tansiq'::regnamespace",
    )
    elsewhere = _all(
        admin,
        "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef "
        "AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'tansiq')",
    )
    tests = _tests_allow(admin)
    found: list[str] = [f"function {name} reads past row-level security" for (name,) in elsewhere]
    for name, body, definer, owner, config in held:
        if written.get(name) != body and not (tests and name == "now"):
            found.append(f"function {name} is not the one of this house")
        if definer != (name in DEFINERS) or owner != ("tansiq_definer" if definer else "tansiq_owner"):
            found.append(f"function {name} has another's rights")
        if definer and "search_path=pg_catalog, pg_temp" not in config:
            found.append(f"function {name} has no fixed search path")
    found += [f"function {name} is missing" for name in sorted(set(written) - {row[0] for row in held})]
    return found
