"""How leaks are planted: past the policies, by a change of the database's own rules, on every answer's way out."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from tansiq.cycle import middleware
from tests.two_worlds.pairs import Plant
from tests.two_worlds.plans import Step
from tests.two_worlds.worlds import World

ALL_REMARKS = "SELECT count(*)::int FROM tansiq_remark"


@dataclass(frozen=True)
class Leak:
    """A leak, and the script that must notice it."""

    name: str
    plant: Plant
    script: Callable[[], list[Step]]
    long: bool = False  # Only in the long run.


LEAKS: list[Leak] = []


def leak(
    script: Callable[[], list[Step]], *, long: bool = False
) -> Callable[[Callable[[World], Iterator[None]]], Plant]:
    """Enter a way to leak in the list."""

    def enter(open_channel: Callable[[World], Iterator[None]]) -> Plant:
        plant = contextmanager(open_channel)
        LEAKS.append(Leak(open_channel.__name__, plant, script, long))
        return plant

    return enter


@contextmanager
def past(world: World) -> Iterator[Callable[..., Any]]:
    """Ask the database past every policy."""
    with world.ground.cluster.admin(world.name) as admin:

        def ask(query: str, *given: object) -> Any:
            row = admin.execute(query, given).fetchone()
            return row[0] if row else None

        yield ask


@contextmanager
def changed(world: World, *statements: str) -> Iterator[None]:
    """Change the database's own rules in this world."""
    with world.ground.cluster.admin(world.name) as admin:
        for statement in statements:
            admin.execute(statement)
    yield


def gap(world: World, *tables: str, where: str = "true") -> AbstractContextManager[None]:
    """Let the program read rows of these tables that are not released to whoever acts."""
    return changed(
        world, *(f"CREATE POLICY gap ON {table} FOR SELECT TO tansiq_app USING ({where})" for table in tables)
    )


@contextmanager
def answering(change: Callable[[HttpResponse], None]) -> Iterator[None]:
    """Change every answer on its way out."""

    def outgoing(response: HttpResponse, names: list[str]) -> None:
        patch_vary_headers(response, names)
        change(response)

    with patch.object(middleware, "patch_vary_headers", outgoing):
        yield


def at_the_foot(response: HttpResponse, words: object) -> None:
    """Write something under a page."""
    response.content = response.content.replace(b"</main>", f"<p>{words}</p></main>".encode())
