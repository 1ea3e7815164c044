"""The ground of all worlds, and the numbers of the long run."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings

from tests.two_worlds import laying
from tests.two_worlds.crawl import reach
from tests.two_worlds.ground import Ground
from tests.two_worlds.still import Still
from tests.world import Cluster


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pairs", type=int, default=200, help="two worlds: how many pairs the long run plays")
    parser.addoption("--seed", type=int, default=1, help="two worlds: from which number the long run draws them")


@pytest.fixture(scope="session")
def ground(cluster: Cluster, small: str, django_db_blocker: pytest.FixtureRequest) -> Iterator[Ground]:
    """The template, the clock and the chance of this run's worlds."""
    held, key = dict(connection.settings_dict), settings.CONTEXT_KEY_FILE
    still = Still()
    (cluster.data / "static").mkdir(exist_ok=True)
    around = override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],  # The slow one is tried elsewhere.
        STATIC_ROOT=cluster.data / "static",
    )
    around.enable()
    with django_db_blocker.unblock():
        connection.close()
        with still.everywhere():
            made = laying.make(cluster, still)
            with made.nursery:
                reach(made)
                yield made
        connection.close()
        cluster.drop(laying.TEMPLATE)
    around.disable()
    settings.CONTEXT_KEY_FILE = key
    connection.settings_dict.update(held)
