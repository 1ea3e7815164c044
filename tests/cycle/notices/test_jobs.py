"""The jobs as the worker does them, in a house of their own: who reaches them, and that none is lost or doubled."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace

import psycopg
import pytest
from django.conf import settings as house
from django.db import connection, transaction

from tansiq.cycle.notices.choosing import choose
from tansiq.cycle.notices.jobs import LONGEST, Patience, app, connector, letters, work
from tansiq.release.acting import acting_as
from tests.cycle.notices.postbox import FAILS, Postbox
from tests.reports.reported import Reported
from tests.world import INSTANT, Cluster, frozen, token

NAME = "letters"


@pytest.fixture
def world(cluster: Cluster, small: str, django_db_setup: None, django_db_blocker) -> Iterator[Cluster]:
    """A clone in which a call is a week from being due and Ba wants letters at once, seen by the worker."""
    cluster.clone(small, NAME)
    with django_db_blocker.unblock(), frozen():
        cluster.use(NAME)
        due = datetime.fromisoformat(INSTANT) + timedelta(days=6)
        with transaction.atomic():
            given = Reported()
            given.call(given.trained(), members=("WA", "NW"), due_at=due)
            for slug in ("ba", "jim"):
                with acting_as(token(slug)):
                    choose(way="at_once", language="en")
        cluster.use(NAME, "worker")
        with app.replace_connector(connector()):
            yield cluster
        connection.close()
        cluster.use("tests")
    cluster.drop(NAME)


@pytest.fixture
def postbox(monkeypatch) -> Iterator[Postbox]:
    with Postbox() as box:
        for name, value in zip(("EMAIL_HOST", "EMAIL_PORT"), box.server_address, strict=True):
            monkeypatch.setattr(house, name, value)
        monkeypatch.setattr(house, "EMAIL_USE_TLS", False)
        yield box


def one_round() -> None:
    with app.open():
        letters.defer(timestamp=0)
    work(wait=False)


def waiting(world: Cluster) -> list[tuple]:
    with world.admin(NAME) as admin:
        return admin.execute(
            "SELECT task_name, status::text, attempts FROM tansiq_jobs.procrastinate_jobs ORDER BY 1, 2"
        ).fetchall()


def test_each_is_written_to_once_however_often_it_is_looked(world, postbox):
    one_round()
    one_round()
    assert sorted(one["To"].partition("@")[0] for one in postbox.letters) == ["admin.nw", "admin.wa", "ba", "jim"]
    assert waiting(world) == []


def test_what_could_not_leave_waits_its_time_and_is_no_second_job(world, postbox):
    postbox.mood = FAILS
    one_round()
    one_round()
    assert waiting(world) == [("letter", "todo", 1)] * 4
    postbox.mood = ""
    with world.admin(NAME) as admin:
        admin.execute("UPDATE tansiq_jobs.procrastinate_jobs SET scheduled_at = NULL")
    work(wait=False)
    assert (len(postbox.letters), waiting(world)) == (4, [])


def test_a_refused_recipient_alone_waits(world, postbox):
    postbox.refused.add("ba@")
    one_round()
    assert ([one["To"].partition("@")[0] for one in postbox.letters], len(waiting(world))) == (
        ["admin.nw", "admin.wa", "jim"],
        1,
    )


def test_no_job_names_an_address_or_says_what_it_is_about(world, postbox):
    postbox.mood = FAILS
    one_round()
    with world.admin(NAME) as admin:
        held = str(admin.execute("SELECT args FROM tansiq_jobs.procrastinate_jobs").fetchall())
    assert ("@" in held, "accreditation" in held) == (False, True)


@pytest.mark.parametrize("role", ["app", "public", "backup"])
def test_no_other_role_reaches_the_jobs(world, role):
    with world.plain(NAME, role) as other:
        for statement in (
            "SELECT 1 FROM tansiq_jobs.procrastinate_jobs",
            "SELECT nextval('tansiq_jobs.procrastinate_jobs_id_seq')",
            "SELECT tansiq_jobs.procrastinate_register_worker_v1()",
            "SELECT * FROM tansiq.recipients()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                other.execute(statement)


def test_nobody_hears_of_a_job(world, postbox):
    with world.plain(NAME, "app") as other:
        other.execute("LISTEN procrastinate_any_queue_v1")
        other.execute('LISTEN "procrastinate_queue_v1#letters"')
        one_round()
        assert list(other.notifies(timeout=0.2)) == []


@pytest.mark.parametrize(("attempts", "seconds"), [(0, 15), (1, 30), (9, LONGEST), (40, LONGEST)])
def test_it_is_tried_again_after_twice_as_long_at_most_an_hour(attempts, seconds):
    before = datetime.now().astimezone()
    decision = Patience().get_retry_decision(exception=OSError(), job=SimpleNamespace(attempts=attempts))
    assert round((decision.retry_at - before).total_seconds()) == seconds
