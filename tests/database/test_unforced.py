"""The set-up's way past forced row-level security: for the owner, for one transaction, for nobody else."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connections
from psycopg import errors

from tansiq.database.unforced import unforced
from tansiq.release.acting import public_token
from tansiq.release.models import Member
from tansiq.reviews.models import Review
from tests.world import Cluster, frozen


@pytest.fixture(scope="module")
def clone(cluster: Cluster, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """A clone with Django's connection as the tables' owner, as a set-up has it."""
    cluster.clone("small", "unforced")
    held = cluster.secrets()
    connections.settings["owner"] = {
        **connections.settings["default"],
        "NAME": "unforced",
        "USER": "tansiq_owner",
        "PASSWORD": held["passwords"]["owner"],
        "CONTEXT": False,
        "OPTIONS": {},
    }
    with django_db_blocker.unblock():
        yield "unforced"
        connections["owner"].close()
    del connections["owner"]
    del connections.settings["owner"]
    cluster.drop("unforced")


@pytest.fixture
def program(cluster: Cluster, clone: str) -> Iterator[psycopg.Connection]:
    with cluster.plain(clone) as connection, frozen():
        connection.execute("SELECT set_config('tansiq.context', %s, false)", [public_token()])
        connection.execute("SET lock_timeout = 100")
        yield connection


def forced(cluster: Cluster, clone: str) -> list[str]:
    with cluster.admin(clone) as admin:
        return admin.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity AND relname <> 'pad'"
        ).fetchall()


def by_owner() -> int:
    return Review.objects.using("owner").count()


def test_the_owner_is_bound_but_inside(cluster, clone):
    assert by_owner() == 0
    with unforced(Review, Member):
        assert by_owner() == 1
        assert Member.objects.using("owner").count() == 6
    assert by_owner() == 0
    assert forced(cluster, clone) == []


def test_after_an_error_it_is_as_before(cluster, clone):
    def fail() -> None:
        with unforced(Review):
            Review.objects.using("owner").update(version=99)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert forced(cluster, clone) == []
    assert by_owner() == 0
    with unforced(Review):
        assert Review.objects.using("owner").get().version == 1


def test_programs_see_no_more_meanwhile(clone, program):
    """They wait for the table, or read the others as ever; nothing that is laid inside is seen before it is done."""
    ask = "SELECT count(*) FROM tansiq_review"
    assert program.execute(ask).fetchone() == (1,)
    with unforced(Review):
        with pytest.raises(errors.LockNotAvailable):
            program.execute(ask)
        assert program.execute("SELECT count(*) FROM tansiq_remark").fetchone() == (0,)
        program.execute("SELECT set_config('tansiq.context', '', false)")
        with pytest.raises(errors.LockNotAvailable):
            program.execute(ask)
    assert program.execute(ask).fetchone() == (0,)
