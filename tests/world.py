"""Worlds for tests: template databases made once, cloned in a blink, entered as the program's own role."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from tansiq import clock
from tansiq.database.server import Server
from tansiq.release import acting

ROOT = Path(__file__).resolve().parent.parent
INSTANT = "2026-06-08T10:00:00+00:00"
SECONDS = 1_780_912_800  # The same instant, as the program's own clock tells it.


@dataclass
class Cluster:
    """The PostgreSQL server of this test run, and the templates made on it."""

    server: Server
    data: Path

    def admin(self, name: str = "postgres") -> psycopg.Connection:
        """The administrator, inside a database."""
        return psycopg.connect(self.server.admin_url, dbname=name, autocommit=True)

    def make(self, name: str, furnish: str) -> None:
        """Set a template up in a process of its own, at the frozen instant, and furnish it."""
        given = {"server": [self.server.admin_url, self.server.source, self.server.version], "data": str(self.data)}
        done = subprocess.run(
            [
                sys.executable,
                "-W",
                "error",
                "-m",
                "tests.making",
                json.dumps({**given, "name": name, "furnish": furnish}),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "TANSIQ_DATA": str(self.data),
                "TANSIQ_SETTING_UP": "1",
                "DJANGO_SETTINGS_MODULE": "tansiq.settings",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)

    def clone(self, template: str, name: str) -> None:
        """A fresh copy of a template."""
        with self.admin() as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
            admin.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER tansiq_owner").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
            )
            for grant in (
                "REVOKE ALL ON DATABASE {} FROM PUBLIC",
                "GRANT CONNECT ON DATABASE {} TO tansiq_app, tansiq_worker, tansiq_public, tansiq_backup",
                "ALTER DATABASE {} SET timezone TO 'UTC'",
            ):
                admin.execute(sql.SQL(grant).format(sql.Identifier(name)))

    def drop(self, name: str) -> None:
        """Away with a clone."""
        with self.admin() as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def secrets(self) -> dict:
        """Where the database is and the roles' passwords."""
        return json.loads((self.data / "private" / "database.json").read_text())

    def use(self, name: str, role: str = "app") -> None:
        """Let Django's connection be to this database, as a program's role."""
        held = self.secrets()
        connection.close()
        settings.CONTEXT_KEY_FILE = self.data / "private" / "context.json"
        acting.pad.cache_clear()
        connection.settings_dict.update(
            NAME=name, HOST=held["host"], PORT=held["port"], USER=f"tansiq_{role}", PASSWORD=held["passwords"][role]
        )

    def plain(self, name: str, role: str = "app") -> psycopg.Connection:
        """A bare connection as one of the house's roles: what SQL alone could do."""
        held = self.secrets()
        return psycopg.connect(
            host=held["host"] or None,
            port=held["port"] or None,
            dbname=name,
            user=f"tansiq_{role}",
            password=held["passwords"][role],
            autocommit=True,
        )


@contextmanager
def frozen() -> Iterator[Callable[[], float]]:
    """The program's clock at the instant of the worlds."""
    former = clock.use(lambda: float(SECONDS))
    try:
        yield former
    finally:
        clock.use(former)


def token(slug: str, hat: int = 0) -> str:
    """The signed context of a person of the cast, under one of the hats."""
    account = account_of(slug)
    with connection.cursor() as cursor:
        cursor.execute("SELECT accreditation FROM tansiq.accreditations_of(%s)", [acting.account_token(account)])
        return acting.token_for(account, cursor.fetchall()[hat][0])


def account_of(slug: str) -> UUID:
    """The account of a person of the cast."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM tansiq_account WHERE email LIKE %s", [f"{slug}@%"])
        return cursor.fetchone()[0]
