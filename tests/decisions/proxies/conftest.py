"""A clone of the small world whose clock a test sets; what a test does there is undone after it."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.utils import translation

from tests.decisions.running import CLOCK
from tests.outcomes import Outcomes
from tests.world import Cluster

NAME = "proxies"


@pytest.fixture(scope="session")
def silent(cluster: Cluster, small: str, django_db_setup: None) -> Iterator[str]:
    cluster.clone(small, NAME)
    with cluster.admin(NAME) as admin:
        admin.execute(CLOCK)
    yield NAME
    cluster.drop(NAME)


@pytest.fixture
def clocked(silent: str, django_db_blocker) -> Iterator[str]:
    """The program is connected to the clone."""
    with django_db_blocker.unblock():
        connection.close()
        held = connection.settings_dict["NAME"]
        connection.settings_dict["NAME"] = silent
        try:
            with translation.override("en"):
                yield silent
        finally:
            connection.close()
            connection.settings_dict["NAME"] = held


@pytest.fixture
def outcomes(clocked: str) -> Iterator[Outcomes]:
    """Everything is undone afterwards."""
    with transaction.atomic():
        yield Outcomes()
        transaction.set_rollback(True)
