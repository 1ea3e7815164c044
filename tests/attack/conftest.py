"""A world to attack: a clone with rows in every table, and people who try what plain SQL allows."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.attack.planted import Planted
from tests.attack.planting import plant
from tests.world import Cluster


@pytest.fixture(scope="session")
def planted(cluster: Cluster, small: str) -> Iterator[Planted]:
    cluster.clone(small, "attack")
    yield plant(cluster, "attack")
    cluster.drop("attack")


@pytest.fixture
def attacker(planted: Planted) -> Iterator[psycopg.Connection]:
    """Jim of Nawras, who has found a way to run SQL as the program's role in his own context."""
    with planted.plain(token=planted.token("jim")) as connection:
        yield connection


@pytest.fixture(scope="session")
def refused(planted: Planted) -> Iterator[psycopg.Connection]:
    """The same attacker for all that is refused: a refusal leaves nothing behind."""
    with planted.plain(token=planted.token("jim")) as connection:
        yield connection
