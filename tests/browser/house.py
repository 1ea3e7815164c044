"""The house, opened for the browsers: a clone of the demonstration, served on a free port of this machine."""

import json
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from psycopg import sql

from tansiq.management.web.serving import Web
from tests.world import Cluster

NAME = "browser"


@dataclass
class House:
    """Where it is served, and what a test may look up behind its pages."""

    address: str
    data: Path
    cluster: Cluster
    name: str = NAME

    def one(self, statement: str, *given: Any) -> Any:
        """A single value out of its database, as the administrator sees it."""
        with self.cluster.admin(self.name) as admin:
            return admin.execute(statement, given).fetchone()[0]

    def move(self, instant: datetime) -> None:
        """Let it be later, for the program and for its database."""
        with self.cluster.admin(self.name) as admin:
            admin.execute("SET ROLE tansiq_owner")
            admin.execute(
                sql.SQL("CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS {}").format(
                    sql.Literal(f"SELECT timestamptz '{instant.isoformat()}'")
                )
            )
        (self.data / "clock").write_text(str(instant.timestamp()))

    def letters(self) -> list[str]:
        """The letters that went out, the oldest first."""
        files = sorted((self.data / "outbox").glob("*"), key=lambda file: file.stat().st_mtime_ns)
        return [file.read_text() for file in files]


@contextmanager
def opened(cluster: Cluster, template: str, data: Path, name: str = NAME) -> Iterator[House]:
    """Open it on a clone of a template, with a data folder of its own."""
    cluster.clone(template, name)
    shutil.copytree(cluster.data / "private", data / "private")
    (data / "static").mkdir()
    held = data / "private" / "database.json"
    held.write_text(json.dumps({**json.loads(held.read_text()), "name": name}))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with Web("127.0.0.1", port, data, threads=3, application="tests.browser.frozen:application") as web:
        web.open_up()
        yield House(web.address.rstrip("/"), data, cluster, name)
    cluster.drop(name)
