from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection

from tansiq import clock
from tests.outcomes import Outcomes
from tests.world import INSTANT, SECONDS, Cluster

SETTABLE = f"""SET ROLE tansiq_owner; CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS
$fn$SELECT coalesce(nullif(current_setting('worlds.now', true), '')::timestamptz, timestamptz '{INSTANT}')$fn$"""
FROZEN = f"""SET ROLE tansiq_owner; CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS
$fn$SELECT timestamptz '{INSTANT}'$fn$"""


@pytest.fixture
def outcomes(db: None) -> Outcomes:
    return Outcomes()


@pytest.fixture(scope="module")
def settable(django_db_setup: None, cluster: Cluster) -> Iterator[None]:
    """A clock that a test may set, for the tests of this folder alone."""
    with cluster.admin("tests") as admin:
        admin.execute(SETTABLE)
    yield
    with cluster.admin("tests") as admin:
        admin.execute(FROZEN)


@pytest.fixture
def later(settable: None, db: None) -> Iterator[Callable[[float], None]]:
    """Let so many hours go by since the instant of the world, for the database and for the program."""
    former = clock.use(lambda: float(SECONDS))

    def go(hours: float) -> None:
        at = datetime.fromisoformat(INSTANT) + timedelta(hours=hours)
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('worlds.now', %s, false)", [at.isoformat()])
        clock.use(lambda: SECONDS + hours * 3600)

    yield go
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('worlds.now', '', false)")
    clock.use(former)
