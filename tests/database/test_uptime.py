"""The house's own pulse: prolonged while it beats, never afterwards; a gap stays a gap (R-S6)."""

from datetime import timedelta

import psycopg
import pytest
from psycopg import errors

from tansiq.database.uptime import BEAT
from tansiq.engines.uptime import GRACE, Stretch, is_measured, outages
from tests.world import Cluster

NAME = "pulse"
MINUTE = timedelta(minutes=1)
LATER = "SELECT set_config('test.later', %s, false)"
CLOCK = """SET ROLE tansiq_owner; CREATE OR REPLACE FUNCTION tansiq.now() RETURNS timestamptz LANGUAGE sql STABLE AS
$fn$SELECT '2026-06-08T12:00:00Z'::timestamptz
  + coalesce(nullif(current_setting('test.later', true), ''), '0')::interval$fn$"""


@pytest.fixture
def worker(cluster: Cluster, small: str):
    cluster.clone(small, NAME)
    with cluster.admin(NAME) as admin:
        admin.execute(CLOCK)
    try:
        with cluster.plain(NAME, "worker") as line:
            yield line
    finally:
        cluster.drop(NAME)


def beat(line: psycopg.Connection, minutes: float) -> None:
    line.execute(LATER, [f"{minutes} minutes"])
    line.execute(BEAT, [f"{GRACE.seconds} seconds"] * 2)
    line.commit()


def stretches(line: psycopg.Connection) -> list[Stretch]:
    return [Stretch(*row) for row in line.execute("SELECT since, until FROM tansiq_uptime ORDER BY since").fetchall()]


def test_R_S6_beats_make_one_stretch_and_a_gap_begins_another(worker):
    for minutes in (0, 0.5, 2, 4, 20, 21):
        beat(worker, minutes)
    found = stretches(worker)
    start = found[0].since
    assert found == [Stretch(start, start + 4 * MINUTE), Stretch(start + 20 * MINUTE, start + 21 * MINUTE)]
    assert outages(found, start + 22 * MINUTE) == [Stretch(start + 4 * MINUTE, start + 20 * MINUTE)]
    assert is_measured(found, start)


def test_two_programs_that_beat_at_once_leave_no_gap(cluster, worker):
    with cluster.plain(NAME, "worker") as other:
        for line, minutes in ((worker, 0), (other, 0.1)):  # Neither has said anything yet when the other looks.
            line.execute(LATER, [f"{minutes} minutes"])
            line.execute(BEAT, [f"{GRACE.seconds} seconds"] * 2)
        worker.commit()
        other.commit()
        for line, minutes in ((other, 1), (worker, 2), (other, 3)):
            beat(line, minutes)
    found = stretches(worker)
    assert outages(found, found[0].since + 3.5 * MINUTE) == []
    assert max(one.until for one in found) == found[0].since + 3 * MINUTE


def test_a_clock_that_is_set_back_takes_nothing_away(worker):
    for minutes in (30, 31, 30, 0, 1):
        beat(worker, minutes)
    found = stretches(worker)
    assert [one.until - one.since for one in found] == [MINUTE, MINUTE]
    assert outages(found, found[-1].until) == [Stretch(found[0].until, found[1].since)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE tansiq_uptime SET until = tansiq.now() WHERE until < tansiq.now() - interval '10 minutes' RETURNING 1",
        "UPDATE tansiq_uptime SET until = tansiq.now() + interval '1 hour' RETURNING 1",
        "INSERT INTO tansiq_uptime VALUES (tansiq.now() - interval '1 hour', tansiq.now()) RETURNING 1",
        "DELETE FROM tansiq_uptime RETURNING 1",
        "UPDATE tansiq_uptime SET since = since - interval '1 day' RETURNING 1",
    ],
)
def test_nobody_closes_a_gap_afterwards(worker, change):
    beat(worker, 0)
    beat(worker, 30)
    try:
        done = worker.execute(change).fetchall()
    except errors.InsufficientPrivilege:
        done = []
    assert done == []


def test_the_program_reads_it_and_writes_none_of_it(cluster, small):
    with cluster.plain(small) as line:
        assert line.execute("SELECT count(*) FROM tansiq_uptime").fetchone() == (0,)
        with pytest.raises(errors.InsufficientPrivilege):
            line.execute("INSERT INTO tansiq_uptime VALUES (tansiq.now(), tansiq.now())")
