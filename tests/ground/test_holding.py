"""Several programs on one data folder, and the deaths that any of them may die."""

import os
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from tansiq.database.server import GroundError, cluster, running, unsafe_settings
from tests.ground.programs import Holder, ask, eventually, is_stopped, postmaster

QUIET = {"say": lambda _line: None, "unsafe_fast": True}
SAFE = {"say": lambda _line: None}


def test_the_first_starts_the_second_shares_the_last_stops(data):
    with running(data, **QUIET) as first:
        pid = postmaster(data)
        second = Holder(data, "fast")
        assert second.url() == first.admin_url
        assert postmaster(data) == pid
    assert postmaster(data) == pid
    assert ask(first.admin_url, "SELECT 1") == [(1,)]
    assert second.leave() == 0
    assert is_stopped(data) is True


def test_a_program_that_is_killed_leaves_a_server_that_the_next_adopts(data):
    lost = Holder(data, "fast")
    lost.url()
    pid = postmaster(data)
    lost.kill()
    assert is_stopped(data) is False

    with running(data, **QUIET) as server:
        assert postmaster(data) == pid
        assert ask(server.admin_url, "SELECT 1") == [(1,)]
    assert is_stopped(data) is True


def test_an_orphan_that_was_started_otherwise_is_not_adopted(data):
    lost = Holder(data, "fast")
    assert ask(lost.url(), "SHOW fsync") == [("off",)]
    lost.kill()

    with running(data, **SAFE) as server:
        assert ask(server.admin_url, "SHOW fsync") == [("on",)]


def test_a_killed_server_is_started_again_with_all_that_it_acknowledged(data):
    said = []
    with running(data, say=said.append) as server:
        ask(server.admin_url, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n")
        said.clear()
        killed = postmaster(data)
        os.kill(killed, signal.SIGKILL)
        assert eventually(lambda: ask(server.admin_url, "SELECT count(*) FROM kept")) == [(1000,)]
        assert postmaster(data) != killed
        assert said == ["PostgreSQL has died; it is started again."]
    assert is_stopped(data) is True


@pytest.mark.slow
def test_a_server_killed_at_work_is_started_again_when_its_children_have_left(data):
    with running(data, **QUIET) as server, psycopg.connect(server.admin_url, autocommit=True) as busy:
        work = threading.Thread(target=labour, args=[busy])
        work.start()
        eventually(
            lambda: ask(server.admin_url, "SELECT 1 / count(*) FROM pg_stat_activity WHERE query = 'TABLE labour'")
        )
        os.kill(postmaster(data), signal.SIGKILL)
        assert eventually(lambda: ask(server.admin_url, "SELECT 1")) == [(1,)]
        work.join()
    assert "is still in use" in (data / "private" / "postgres.log").read_text()


def labour(busy):
    """Keep a child of the server so busy that it does not see its parent die."""
    with suppress(psycopg.OperationalError):
        busy.execute("CREATE TEMP VIEW labour AS SELECT count(*) FROM generate_series(1, 20000000)")
        busy.execute("TABLE labour")


def test_program_and_server_killed_together(data):
    lost = Holder(data)
    url = lost.url()
    ask(url, "CREATE TABLE kept AS SELECT 7 AS n")
    pid = postmaster(data)
    lost.kill()
    os.kill(pid, signal.SIGKILL)

    with running(data, **SAFE) as server:
        assert ask(server.admin_url, "SELECT n FROM kept") == [(7,)]


@pytest.mark.slow
def test_a_server_that_hangs_is_stopped_all_the_same(data, monkeypatch):
    said = []
    with running(data, say=said.append) as server, psycopg.connect(server.admin_url) as connection:
        stuck = connection.info.backend_pid
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
        connection.commit()
        os.kill(stuck, signal.SIGSTOP)
        said.clear()
        monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    assert said == ["PostgreSQL does not stop; it is stopped at once, and the next start takes a little longer."]
    assert is_stopped(data) is True
    with running(data, **SAFE) as server:
        assert ask(server.admin_url, "SELECT n FROM kept") == [(7,)]


def test_the_number_of_a_dead_server_may_be_anothers_by_now(data):
    with running(data, **QUIET):
        left_behind = (data / "postgres" / "postmaster.pid").read_text().split("\n")
    owner = (data / "postgres").stat()
    with subprocess.Popen(["sleep", "60"], user=owner.st_uid if os.geteuid() == 0 else None) as stranger:
        stale = data / "postgres" / "postmaster.pid"
        stale.write_text("\n".join([str(stranger.pid), *left_behind[1:]]))
        os.chown(stale, owner.st_uid, owner.st_gid)
        with running(data, **QUIET) as server:
            assert ask(server.admin_url, "SELECT 1") == [(1,)]
        assert stranger.poll() is None
        stranger.kill()


def test_programs_that_race_make_one_cluster(data):
    programs = [Holder(data, "fast") for _ in range(4)]
    urls = {program.url() for program in programs}
    assert len(urls) == 1
    assert ask(urls.pop(), "SELECT 1") == [(1,)]
    assert sum("Making the database" in line for program in programs for line in program.said) == 1
    for program in programs:
        assert is_stopped(data) is False
        assert program.leave() == 0
    assert is_stopped(data) is True


def test_a_half_made_cluster_is_made_again(data):
    with running(data, **QUIET):
        pass
    base = (data / "postgres").resolve()
    base.rename(base.with_name("postgres.new"))  # As after a power cut while initdb worked.
    with running(data, **QUIET) as server:
        assert ask(server.admin_url, "SELECT 1") == [(1,)]


@pytest.mark.slow
def test_an_interrupted_first_start_leaves_nothing_running(room):
    for moment in range(4):
        data = room / str(moment)
        program = Holder(data, "fast")
        program.process.stdout.readline()
        time.sleep(moment / 7)
        program.process.send_signal(signal.SIGINT)
        program.process.communicate()
        assert running_on(data) == []
    with running(data, **QUIET) as server:
        assert ask(server.admin_url, "SELECT 1") == [(1,)]


def running_on(data):
    """The processes that work for a data folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if str(data).encode() + b"/" in (process / "cmdline").read_bytes():
                found.append(process.name)
    return found


def test_unsafe_settings_are_named(data):
    with running(data, **SAFE) as server, psycopg.connect(server.admin_url) as connection:
        assert unsafe_settings(connection) == []
    with running(data, **QUIET) as server, psycopg.connect(server.admin_url) as connection:
        assert unsafe_settings(connection) == ["fsync", "full_page_writes", "synchronous_commit"]


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(room):
    (room / "file").touch()
    with pytest.raises(GroundError) as refusal, running(room / "file" / "data", **QUIET):
        pass
    assert str(refusal.value) == (
        f"The data folder {room}/file/data cannot be used (Not a directory): choose another with --data."
    )


def test_a_lost_password_is_told_in_one_sentence(data):
    with running(data, **QUIET):
        pass
    (data / "private" / "superuser").unlink()
    with pytest.raises(GroundError) as refusal, running(data, **QUIET):
        pass
    assert str(refusal.value) == (
        f"The password of the database is gone from the data folder: bring back {data}/private/superuser."
    )
