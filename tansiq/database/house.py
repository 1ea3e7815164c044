"""Sets the house up on a PostgreSQL server: roles, database, functions, tables, keys; then checks its contract."""

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tansiq.database import contract, jobs
from tansiq.database.context import Pad
from tansiq.database.private import ROLES, folder, secrets
from tansiq.database.server import Server
from tansiq.languages.terminal import _

SQL = Path(__file__).parent / "sql"
NAME = "tansiq"  # Of the house's database.
Say = Callable[[str], None]


def prepare(  # noqa: PLR0913 -- where it is, and what it opens on
    server: Server, data: Path, *, demo: str = "", own: str = "", name: str = NAME, say: Say = print
) -> str:
    """Make the house ready to serve: safe to run at every start, and by two programs at once.

    Args:
        server: the PostgreSQL server.
        data: the data folder.
        demo: the demonstration that an empty house is furnished with.
        own: instead of it, the address of the first officer of a coalition of one's own.
        name: the database.
        say: who is told of progress.

    Returns:
        The secret by which that first officer comes in, while it is expected; else nothing.

    Raises:
        contract.Broken: the database does not keep the contract of release control; names the table.
    """
    private = folder(data)
    held = secrets(private, _where(server, name))
    with psycopg.connect(server.admin_url, autocommit=True) as admin:
        contract.check_server(admin)
        with _one_at_a_time(admin):
            _roles_and_database(admin, name, held["passwords"])
            if server.source != "url":  # On our own server the house is alone: no role of it enters another database.
                admin.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC")
            with psycopg.connect(server.admin_url, dbname=name, autocommit=True) as inside:
                inside.execute(_read("schemas"))
                _close(inside, say)
            with _as_owner(held) as owner:
                _functions(owner)
            changed = _migrate(data, say)
            with _as_owner(held) as owner:
                owner.execute(_read("grants"))
                jobs.lay(owner, _read("jobs"))
                _keep_pad(owner, private)
            with psycopg.connect(server.admin_url, dbname=name, autocommit=True) as inside:
                contract.check(inside, SQL)
            if changed:
                _gather()
            return _expect(own) if own else _furnish(demo)


def found(server: Server, data: Path, name: str = NAME) -> None:
    """Make the roles and an empty database, for what is restored into it."""
    held = secrets(folder(data), _where(server, name))
    with psycopg.connect(server.admin_url, autocommit=True) as admin:
        contract.check_server(admin)
        with _one_at_a_time(admin):
            _roles_and_database(admin, name, held["passwords"])


def _read(file: str) -> str:
    return (SQL / f"{file}.sql").read_text()


def _close(inside: psycopg.Connection, say: Say) -> None:
    """Close what PostgreSQL tells every role of the others' work; only its superuser can."""
    (may,) = inside.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone() or (False,)
    if not may:
        say(_("This PostgreSQL’s administrator is no superuser: how large tables grow cannot be hidden from programs."))
        say(_("Nor is the index of words used: a search reads all that its reader may see, which takes longer."))
        return
    inside.execute(_read("leakproof"))
    for (what,) in inside.execute(_read("telling")).fetchall():
        inside.execute(f"REVOKE ALL ON {what} FROM PUBLIC")
        if what.startswith("TABLE"):
            inside.execute(f"GRANT SELECT ON {what} TO tansiq_owner, tansiq_backup")
        if what.endswith(".pg_class"):
            inside.execute(_read("catalogue"))


def _where(server: Server, name: str) -> dict[str, str]:
    """Where the house's database is now."""
    at = psycopg.conninfo.conninfo_to_dict(server.admin_url)
    host = at.get("host") or urlsplit(server.admin_url).hostname or ""
    return {"host": str(host), "port": str(at.get("port") or ""), "name": name}


@contextmanager
def _one_at_a_time(admin: psycopg.Connection) -> Iterator[None]:
    """Two programs that start on one database set it up one after the other."""
    admin.execute("SELECT pg_advisory_lock(hashtext('tansiq set-up'))")
    try:
        yield
    finally:
        admin.execute("SELECT pg_advisory_unlock(hashtext('tansiq set-up'))")


def _roles_and_database(admin: psycopg.Connection, name: str, passwords: dict[str, str]) -> None:
    statement = sql.SQL(_read("roles")).format(**{role: sql.Literal(passwords[role]) for role in ROLES})
    admin.execute(statement)
    if not admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        admin.execute(
            sql.SQL(
                "CREATE DATABASE {} OWNER tansiq_owner TEMPLATE template0 ENCODING 'UTF8' "
                "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'",
            ).format(sql.Identifier(name)),
        )
    for settled in (
        "REVOKE ALL ON DATABASE {} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {} TO tansiq_app, tansiq_worker, tansiq_public, tansiq_backup",
        "ALTER DATABASE {} SET timezone TO 'UTC'",
        # A role may lay down settings for its own next sessions: what stands there is none of ours.
        *(f"ALTER ROLE tansiq_{role} {scope} RESET ALL" for role in ROLES for scope in ("", "IN DATABASE {}")),
    ):
        admin.execute(sql.SQL(settled).format(sql.Identifier(name)))


def _as_owner(held: dict[str, Any]) -> psycopg.Connection:
    return psycopg.connect(
        host=held["host"] or None,
        port=held["port"] or None,
        dbname=held["name"],
        user="tansiq_owner",
        password=held["passwords"]["owner"],
        autocommit=True,
    )


def _functions(owner: psycopg.Connection) -> None:
    """The functions, each owned by the role whose rights it has."""
    owner.execute("SET check_function_bodies = off")
    owner.execute(_read("types"))
    owner.execute(_read("functions"))
    owner.execute("SET ROLE tansiq_definer")
    owner.execute(_read("definers"))
    owner.execute("RESET ROLE")


def _migrate(data: Path, say: Say) -> bool:
    """Lay or change the tables, as their owner; whether there was anything to change."""
    import django  # noqa: PLC0415 -- settings are read only now, when the data folder has what they read
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    os.environ.update(TANSIQ_DATA=str(data), TANSIQ_SETTING_UP="1", DJANGO_SETTINGS_MODULE="tansiq.settings")
    django.setup()
    owner = connections["owner"]
    executor = MigrationExecutor(owner)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        say("Preparing the tables …")
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        call_command("createcachetable", database="owner", verbosity=0)
    owner.close()
    return bool(plan)


def _keep_pad(owner: psycopg.Connection, private: Path) -> None:
    """Give the database the pads of the newest context key, and of no other: an older key opens nothing more."""
    held = json.loads((private / "context.json").read_text())
    pad = Pad(held["number"], bytes.fromhex(held["key"]))
    owner.execute(
        "INSERT INTO tansiq_keys.pad (id, inner_pad, outer_pad) VALUES (%s, %s, %s) ON CONFLICT (id) DO UPDATE "
        "SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad",
        [pad.number, *pad.pads()],
    )
    owner.execute("DELETE FROM tansiq_keys.pad WHERE id <> %s", [pad.number])


def _gather() -> None:
    """Gather anew what is found by its words: the tables that it is gathered from have changed."""
    from django.core.management import call_command  # noqa: PLC0415 -- Django is set up by now
    from django.db import connections  # noqa: PLC0415 -- as above

    call_command("reindex", stdout=io.StringIO())
    connections["owner"].close()


def _furnish(demo: str) -> str:
    """Found the coalition where the house is empty."""
    from django.core.management import call_command  # noqa: PLC0415 -- Django is set up by now

    if demo:
        call_command("furnish", demo=demo)
    return ""


def _expect(email: str) -> str:
    """Open an empty house for its first officer."""
    from tansiq.members.founding import expect_officer  # noqa: PLC0415 -- Django is set up by now

    return expect_officer(email)
