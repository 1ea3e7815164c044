"""A clone in which the attacker may try everything: what lies in it, and how a row is put in."""

import json
from dataclasses import dataclass, field
from typing import LiteralString
from uuid import UUID

import psycopg
from django.apps import apps
from django.db import models
from psycopg import sql

from tansiq.database import context
from tests.attack.asked import HIDDEN, Row
from tests.world import Cluster, frozen


def models_of_the_house() -> list[type[models.Model]]:
    return list(apps.get_app_config("tansiq").get_models())


def table_of(model: type[models.Model]) -> str:
    return model._meta.db_table


@dataclass
class Planted:
    """A clone in which the attacker may try everything, and what lies in it."""

    name: str
    cluster: Cluster
    members: dict[str, UUID]
    audiences: dict[str, int]
    protected: tuple[str, ...]
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    later: dict[str, dict[str, UUID]] = field(default_factory=dict)  # What can come after what is planted.

    def plain(self, role: str = "app", token: str = "") -> psycopg.Connection:
        """A connection as a program's role, in somebody's context for the whole session."""
        connection = self.cluster.plain(self.name, role)
        if token:
            connection.execute("SELECT set_config('tansiq.context', %s, false)", [token])
        return connection

    def admin(self) -> psycopg.Connection:
        return self.cluster.admin(self.name)

    def pad(self) -> context.Pad:
        held = json.loads((self.cluster.data / "private" / "context.json").read_text())
        return context.Pad(held["number"], bytes.fromhex(held["key"]))

    def holder(self, slug: str) -> tuple[UUID, UUID]:
        """The account and the accreditation of a person of the cast."""
        with self.admin() as admin:
            return admin.execute(
                "SELECT c.key, a.key FROM tansiq_account c JOIN tansiq_accreditation a ON a.account_id = c.key "
                "WHERE c.email LIKE %s",
                [f"{slug}@%"],
            ).fetchone()

    def token(self, slug: str) -> str:
        if slug not in self.tokens:
            account, accreditation = self.holder(slug)
            with frozen():
                self.tokens[slug] = context.sign(self.pad(), account=account, accreditation=accreditation)
        return self.tokens[slug]

    def model(self, table: str) -> type[models.Model]:
        return next(model for model in models_of_the_house() if table_of(model) == table)

    @property
    def releasable(self) -> list[str]:
        """The tables that a member's rows lie in."""
        return list(self.rows[HIDDEN])

    def public(self) -> str:
        with frozen():
            return context.sign(self.pad())


def secret(kind: str) -> str:
    """The secret of a planted invitation, of which the row keeps the digest."""
    return f"{kind} tansiq_invitation token_digest"


def composed(text: LiteralString, **names: str) -> sql.Composed:
    """A statement about tables and columns by name."""
    return sql.SQL(text).format(**{place: sql.Identifier(name) for place, name in names.items()})


def insert(connection: psycopg.Connection, table: str, row: Row) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, row))
    places = sql.SQL(", ").join([sql.Placeholder()] * len(row))
    connection.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, places), [*row.values()]
    )
