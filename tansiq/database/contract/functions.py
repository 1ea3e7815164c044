"""The functions: every one is this house's, word for word; only the allow-list reads past row-level security."""

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg

from tansiq.database.contract.asking import ask, for_tests

DEFINERS = frozenset({
    "who", "audience_of", "accreditations_of", "invitation", "accept_invitation", "owns_entry", "recipients",
    "silence_breaks", "silence_letters",
})  # fmt: skip
WRITTEN = re.compile(r"CREATE OR REPLACE FUNCTION tansiq\.(\w+)\(.*?\$fn\$(.*?)\$fn\$", re.DOTALL)


def breaches(admin: psycopg.Connection, sql_folder: Path) -> Iterator[str]:
    """Functions that are missing, changed, open to everybody, or have another's rights."""
    for (name,) in ask(
        admin,
        "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prosecdef "
        "AND n.nspname <> 'tansiq' AND n.nspname !~ '^(pg_|information_schema)' ORDER BY 1",
    ):
        yield f"function {name} reads past row-level security"
    written = dict(
        WRITTEN.findall((sql_folder / "functions.sql").read_text() + (sql_folder / "definers.sql").read_text())
    )
    tests = for_tests(admin)
    seen: set[str] = set()
    for name, body, definer, owner, settings, everybody in ask(
        admin,
        "SELECT p.proname::text, p.prosrc, p.prosecdef, p.proowner::regrole::text, coalesce(p.proconfig::text, ''), "
        "EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE g.grantee = 0) "
        "FROM pg_proc p WHERE p.pronamespace = 'tansiq'::regnamespace ORDER BY 1",
    ):
        if name in seen or (written.get(name) != body and not (tests and name == "now")):
            yield f"function {name} is not the one of this house"
        seen.add(name)
        if definer != (name in DEFINERS) or owner != ("tansiq_definer" if definer else "tansiq_owner"):
            yield f"function {name} has another's rights"
        if definer and "search_path=pg_catalog, pg_temp" not in settings:
            yield f"function {name} has no fixed search path"
        if everybody:
            yield f"function {name} is open to everybody"
    for name in sorted(set(written) - seen):
        yield f"function {name} is missing"
    ((marked, markable),) = ask(
        admin,
        "SELECT p.proleakproof, r.rolsuper FROM pg_proc p, pg_roles r "
        "WHERE p.oid = 'pg_catalog.ts_match_vq(tsvector, tsquery)'::regprocedure AND r.rolname = current_user",
    )
    if markable and not marked:
        yield "the operator @@ is not marked leakproof, so that no search uses its index"
