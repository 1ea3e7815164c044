"""Throw-away houses on the same server, each a clone of one that is founded, filled by SQL, entered as the program."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from uuid import UUID

import psycopg
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from psycopg import sql

from tansiq.database.server import Server
from tansiq.languages.words import Words
from tansiq.members import commands, founding
from tansiq.members.models import Body
from tansiq.release.acting import acting_as, token_for
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC
from tansiq.reviews.models import Review

HERE = Path(__file__).parent
FOUNDED = date(2014, 9, 10)
CORE = 21  # Members of the core group, in a coalition that is large enough.


@dataclass(frozen=True)
class Mix:
    """To whom remarks are released: shares of a whole; the rest goes to nobody but its owner."""

    all: float
    core: float
    lists: float
    pool: int = 20_000  # How many different lists there are to draw from; none: every list is a new one.


REAL = Mix(all=0.45, core=0.20, lists=0.25)
SPARSE = Mix(all=0.02, core=0.08, lists=0.30)
ADHOC = Mix(all=0.45, core=0.20, lists=0.25, pool=0)
TO_ALL = Mix(all=1.0, core=0.0, lists=0.0)
TO_OTHERS = Mix(all=0.0, core=0.5, lists=0.0)


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

    @property
    def core(self) -> int:
        """How many members the core group has."""
        return min(CORE, self.members // 3)

    def lay(self) -> None:
        """Found the house: members, a review, and a delegate of the member that is measured."""
        founder = founding.found(
            name=Words.of("en", en="Bench"),
            about=None,
            founded_on=FOUNDED,
            officer=Words.of("en", en="Officer"),
            email="officer@bench.example",
            demonstration=False,
        )
        with transaction.atomic(), acting_as(token_for(founder.account, founder.accreditation)):
            given = commands.ownership(audience_of({PUBLIC}))
            body = Body.objects.create(name=Words.of("en", en="Plenary"), kind="plenary", **given)
            Review.objects.create(body=body, title=Words.of("en", en="Review"), level="ministers", mode="in_person", **given)
        self.run("members.sql", self.name, {})
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

    def run(self, file: str, database: str, given: Mapping[str, object]) -> None:
        """Run one of the files beside this one as the owner, from whom row-level security is lifted meanwhile."""
        known = {"members": self.members, "core_size": self.core, "seed": self.seed}
        with self.enter(database, "owner") as owner:
            tables = owner.execute("SELECT oid::regclass::text FROM pg_class WHERE relforcerowsecurity").fetchall()
            for (table,) in tables:
                owner.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            owner.execute((HERE / file).read_text(), {**known, **given})
            for (table,) in tables:
                owner.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")

    def enter(self, database: str, role: str) -> psycopg.Connection:
        """A bare connection as one of the house's roles."""
        held = json.loads((settings.PRIVATE / "database.json").read_text())
        return psycopg.connect(
            host=held["host"] or None,
            port=held["port"] or None,
            dbname=database,
            user=f"tansiq_{role}",
            password=held["passwords"][role],
            cursor_factory=psycopg.ClientCursor,
            prepare_threshold=None,  # As Django has it.
        )


@dataclass
class World:
    """One house with its own remarks."""

    ground: Ground
    name: str
    filled: int = field(default=0)

    def fill(self, rows: int, mix: Mix, *, first: int = 0, step: float = 1.0, silent: int = -1) -> "World":
        """Put remarks in, a step of seconds apart; a silent member keeps none to itself."""
        self.filled += 1
        shares = {"all": mix.all, "core": mix.core, "lists": mix.lists, "pool": mix.pool}
        given = {"rows": rows, "first": first, "step": step, "silent": silent, "seed": self.ground.seed + self.filled}
        self.ground.run("remarks.sql", self.name, {**shares, **given})
        return self

    def ready(self, *, floor: bool = True) -> "World":
        """Lay the tables that it is held against, and let the planner look at all of them."""
        if floor:
            self.ground.run("floor.sql", self.name, {})
        with self.ground.enter(self.name, "owner") as owner:
            owner.autocommit = True
            owner.execute("VACUUM (ANALYZE)")
        return self

    @cached_property
    def guest(self) -> psycopg.Connection:
        """The program's role, in the context of the member that is measured, within one transaction."""
        guest = self.ground.enter(self.name, "app")
        guest.execute("SELECT tansiq.enter(%s)", [self.token])
        return guest

    @property
    def token(self) -> str:
        """A signed context of the delegate."""
        return token_for(*_delegate())

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Let Django's connection be to this world."""
        former = connections[DEFAULT_DB_ALIAS]
        here = connections.create_connection(DEFAULT_DB_ALIAS)
        here.settings_dict = {**here.settings_dict, "NAME": self.name}
        connections[DEFAULT_DB_ALIAS] = here
        try:
            yield
        finally:
            connections[DEFAULT_DB_ALIAS] = former
            here.close()


def _delegate() -> tuple[UUID, UUID]:
    """The account and the accreditation that members.sql has made."""
    return _named("account"), _named("accreditation")


def _named(word: str) -> UUID:
    return UUID(bytes=hashlib.md5(word.encode(), usedforsecurity=False).digest())
