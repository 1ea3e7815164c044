"""Throw-away houses, each a clone of one that is founded: filled by SQL as their owner, entered as a program."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import QuerySet
from psycopg import sql

from tansiq.database.base import DatabaseWrapper
from tansiq.database.server import Server
from tansiq.languages.words import Words
from tansiq.management.bench.rounds import Way
from tansiq.members import commands, founding
from tansiq.members.models import Body
from tansiq.release.acting import acting_as, token_for
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC
from tansiq.reviews.models import Review

SQL = Path(__file__).parent / "sql"
FOUNDED = date(2014, 9, 10)
CORE = 21  # Members of the core group, in a coalition that is large enough.


@dataclass(frozen=True)
class Mix:
    """To whom remarks are released: shares of a whole; the rest goes to nobody but its owner."""

    all: float
    core: float
    lists: float
    pool: int = 20_000  # How many different lists there are to draw from; 0: each remark has a list of its own.


REAL = Mix(all=0.45, core=0.20, lists=0.25)
SPARSE = Mix(all=0.02, core=0.08, lists=0.30)
ADHOC = Mix(all=0.45, core=0.20, lists=0.25, pool=0)
TO_ALL = Mix(all=1, core=0, lists=0)
TO_OTHERS = Mix(all=0, core=0.5, lists=0)


@dataclass(frozen=True)
class Ground:
    """Where the worlds of one run lie."""

    server: Server
    name: str  # Of the founded house that all worlds are clones of.
    members: int
    seed: int

    @property
    def measured(self) -> int:
        """The place of the member whose reading is measured: the middle one, outside the core group."""
        return self.members // 2

    def lay(self) -> None:
        """Found the house: members, each with a delegate, and a review."""
        founder = founding.found(
            name=Words.of("en", en="Bench"),
            about=None,
            founded_on=FOUNDED,
            officer=Words.of("en", en="Officer"),
            email="officer@bench.example",
            demonstration=False,
        )
        with acting_as(token_for(founder.account, founder.accreditation)), transaction.atomic():
            given = commands.ownership(audience_of({PUBLIC}))
            body = Body.objects.create(name=Words.of("en", en="Plenary"), kind="plenary", **given)
            Review.objects.create(
                body=body, title=Words.of("en", en="A review"), level="ministers", mode="virtual", **given
            )
        self.run("members", self.name)
        connections.close_all()  # A house with a guest in it cannot be cloned.

    def world(self, name: str) -> "World":
        """A clone of the founded house."""
        made = World(self, f"{self.name}_{name}")
        with psycopg.connect(self.server.admin_url, autocommit=True) as admin:
            for statement in (
                "CREATE DATABASE {} TEMPLATE {template} OWNER tansiq_owner",
                "REVOKE ALL ON DATABASE {} FROM PUBLIC",
                "GRANT CONNECT ON DATABASE {} TO tansiq_app",
                "ALTER DATABASE {} SET timezone TO 'UTC'",
            ):
                admin.execute(sql.SQL(statement).format(sql.Identifier(made.name), template=sql.Identifier(self.name)))
        return made

    def run(self, file: str, database: str, given: Mapping[str, Any] | None = None) -> None:
        """Run one of our files of SQL as the owner, from whom row-level security is lifted meanwhile."""
        known = {"members": self.members, "core_size": min(CORE, self.members // 3), "seed": self.seed}
        with connect(database, "owner") as owner:
            forced = owner.execute("SELECT oid::regclass::text FROM pg_class WHERE relforcerowsecurity").fetchall()
            for (table,) in forced:
                owner.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            owner.execute((SQL / f"{file}.sql").read_text(), {**known, **(given or {})})
            for (table,) in forced:
                owner.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


@dataclass
class World:
    """One house with its own remarks."""

    ground: Ground
    name: str
    filled: int = field(default=0)

    def fill(self, rows: int, mix: Mix, *, first: float = 0, step: float = 1, silent: int = -1) -> "World":
        """Put remarks in, a step of seconds apart from the first; a silent member keeps none to itself."""
        self.filled += 1
        seed = 1000 * self.ground.seed + self.filled
        given = {"rows": rows, "first": first, "step": step, "silent": silent, "seed": seed}
        self.ground.run("remarks", self.name, {**asdict(mix), **given})
        return self

    def with_rows(self, file: str, rows: int) -> "World":
        """Run one of our files of SQL that asks how many rows are wanted."""
        self.ground.run(file, self.name, {"rows": rows})
        return self

    def ready(self, *files: str) -> "World":
        """Run files of SQL over it, while no guest is in, then let the planner look at all of it."""
        if guest := self.__dict__.pop("guest", None):
            guest.close()
        for file in files:
            self.ground.run(file, self.name)
        with connect(self.name, "owner") as owner:
            owner.autocommit = True
            owner.execute("VACUUM (ANALYZE)")
        return self

    @cached_property
    def guest(self) -> psycopg.Connection[Any]:
        """The program's role in the context of the member that is measured, within one transaction."""
        guest = connect(self.name, "app")
        guest.execute("SELECT tansiq.enter(%s)", [token(self.ground.measured)])
        return guest

    def asking(self, rows: QuerySet[Any], instead: str = "") -> Way:
        """Ask for rows, as Django would; or for the same from tables without control, in a schema of the bench."""
        query, given = rows.query.sql_with_params()
        if instead:
            query = query.replace('"tansiq_', f'"{instead}"."')
        text = cast("psycopg.ClientCursor[Any]", self.guest.cursor()).mogrify(query, given)
        return lambda: self.guest.execute(text).fetchall()

    @cached_property
    def wrapper(self) -> DatabaseWrapper:
        """Django's connection to this world."""
        made = cast("DatabaseWrapper", connections.create_connection(DEFAULT_DB_ALIAS))
        made.settings_dict = {**made.settings_dict, "NAME": self.name}
        made.alias = self.name  # Pools go by it.
        return made

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let Django's connection be to this world."""
        former = connections[DEFAULT_DB_ALIAS]
        connections[DEFAULT_DB_ALIAS] = self.wrapper
        try:
            yield
        finally:
            connections[DEFAULT_DB_ALIAS] = former

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Act in this world, in the context of the member that is measured."""
        with self.lent(), acting_as(token(self.ground.measured)), transaction.atomic():
            yield


def connect(database: str, role: str) -> psycopg.Connection[Any]:
    """A bare connection as one of the house's roles, with Django's own way of sending statements."""
    held = json.loads((settings.PRIVATE / "database.json").read_text())
    return psycopg.connect(
        host=held["host"] or None,
        port=held["port"] or None,
        dbname=database,
        user=f"tansiq_{role}",
        password=held["passwords"][role],
        cursor_factory=psycopg.ClientCursor,
        prepare_threshold=None,
    )


def token(place: int) -> str:
    """A signed context of the delegate whom members.sql has made for a member, in every world."""
    return token_for(*(UUID(bytes=_md5(f"{word} {place}")) for word in ("account", "accreditation")))


def _md5(word: str) -> bytes:
    return hashlib.md5(word.encode(), usedforsecurity=False).digest()
