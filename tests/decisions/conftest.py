"""What tests of decisions have: what became of the record, and a clone of the world whose clock a test sets."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.utils import translation

from tests.decisions.running import CLOCK
from tests.outcomes import Outcomes
from tests.world import Cluster

NAME = "silence"


@pytest.fixture
def outcomes(db: None) -> Outcomes:
    return Outcomes()


@pytest.fixture(scope="session")
def silent(cluster: Cluster, small: str, django_db_setup: None) -> Iterator[str]:
    cluster.clone(small, NAME)
    with cluster.admin(NAME) as admin:
        admin.execute(CLOCK)
    yield NAME
    cluster.drop(NAME)


@pytest.fixture
def clocked(silent: str, django_db_blocker) -> Iterator[str]:
    """The program is connected to a clone of the small world whose clock a test sets; undone after each test."""
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
def undone(clocked: str) -> Iterator[Outcomes]:
    """What became of the record in that clone; everything is undone afterwards."""
    with transaction.atomic():
        yield Outcomes()
        transaction.set_rollback(True)
