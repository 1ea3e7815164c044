"""Setting the house up: again, by two at once, after somebody has spoilt it; and refused where it is unsafe."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest

from tansiq.database import contract, private
from tansiq.database.context import Pad
from tansiq.database.server import running
from tests.ground.programs import PATIENCE
from tests.world import ROOT, Cluster

SET_UP = """
import json, sys
from pathlib import Path
from tansiq.database import house
from tansiq.database.server import Server
server, data = json.loads(sys.argv[1])
house.prepare(Server(*server), Path(data), name="tansiq", say=lambda line: None)
"""


def start(cluster: Cluster) -> subprocess.Popen:
    """A program of its own that sets the house up."""
    server = [cluster.server.admin_url, cluster.server.source, cluster.server.version]
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", SET_UP, json.dumps([server, str(cluster.data)])],
        cwd=ROOT,
        env={**os.environ, "TANSIQ_DATA": str(cluster.data)},
        stderr=subprocess.PIPE,
        text=True,
    )


def modes(data: Path) -> dict[str, str]:
    return {one.name: oct(one.stat().st_mode & 0o777) for one in sorted((data / "private").iterdir()) if one.is_file()}


def kept(data: Path) -> dict[str, str]:
    """What the program's own secrets are."""
    return {name: (data / "private" / name).read_text() for name in ("secret", "context.json", "database.json")}


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A new house, set up by two programs at the same moment, under a mask that would leave all open."""
    data = tmp_path_factory.mktemp("house")
    with running(data, unsafe_fast=True, say=lambda _line: None) as server:
        cluster = Cluster(server, data)
        former = os.umask(0)
        try:
            both = [start(cluster), start(cluster)]
            said = [one.communicate(timeout=PATIENCE)[1] for one in both]
        finally:
            os.umask(former)
        assert ([one.returncode for one in both], said) == ([0, 0], ["", ""])
        yield cluster


def test_two_at_once_agree(twice):
    held = json.loads(kept(twice.data)["context.json"])
    with twice.admin("tansiq") as admin:
        pads = admin.execute("SELECT id, inner_pad, outer_pad FROM tansiq_keys.pad").fetchall()
        assert pads == [(1, *Pad(1, bytes.fromhex(held["key"])).pads())]
        assert list(contract.breaches(admin, Path(contract.__file__).parents[1] / "sql")) == []
    for role in ("owner", "app", "worker", "public", "backup"):
        with twice.plain("tansiq", role) as connection:
            assert connection.execute("SELECT current_user").fetchone() == (f"tansiq_{role}",)


def test_what_is_private_is_read_by_the_program_alone(twice):
    assert oct((twice.data / "private").stat().st_mode & 0o777) == "0o700"
    assert set(modes(twice.data).values()) == {"0o600"}
    assert {"secret", "context.json", "database.json"} < set(modes(twice.data))


def test_another_start_changes_nothing_and_mends_what_was_spoilt(twice):
    before = kept(twice.data)
    with twice.admin("tansiq") as admin:
        tables = (
            "SELECT string_agg(relname || relacl::text, ' ' ORDER BY relname) FROM pg_class WHERE relnamespace > 16383"
        )
        laid = admin.execute(tables).fetchall()
        for spoilt in (
            "ALTER ROLE tansiq_app PASSWORD 'drifted'",
            "ALTER ROLE tansiq_app SET search_path = nowhere",
            "ALTER ROLE tansiq_worker IN DATABASE tansiq SET row_security = off",
            "ALTER ROLE tansiq_public NOLOGIN",
            "INSERT INTO tansiq_keys.pad VALUES (7, 'old', 'old')",
            "GRANT CONNECT ON DATABASE tansiq TO PUBLIC",
            "GRANT SELECT ON pg_stat_activity TO PUBLIC",
            "CREATE OR REPLACE FUNCTION tansiq.office() RETURNS text LANGUAGE sql AS $$SELECT 'secretariat'$$",
        ):
            admin.execute(spoilt)
    (twice.data / "private").chmod(0o755)
    (twice.data / "private" / "secret").chmod(0o644)
    with pytest.raises(psycopg.OperationalError):
        twice.plain("tansiq")

    again = start(twice)
    assert (again.communicate(timeout=PATIENCE)[1], again.returncode) == ("", 0)

    assert kept(twice.data) == before
    assert oct((twice.data / "private").stat().st_mode & 0o777) == "0o700"
    assert set(modes(twice.data).values()) == {"0o600"}
    with twice.plain("tansiq") as connection:
        assert connection.execute("SHOW search_path").fetchone() == ('"$user", public',)
    with twice.plain("tansiq", "public"), twice.admin("tansiq") as admin:
        assert admin.execute("SELECT id FROM tansiq_keys.pad").fetchall() == [(1,)]
        assert admin.execute(tables).fetchall() == laid


def test_a_house_that_breaks_its_contract_is_not_started(twice):
    with twice.admin("tansiq") as admin:
        admin.execute("ALTER TABLE tansiq_remark NO FORCE ROW LEVEL SECURITY")
        try:
            refused = start(twice)
            said = refused.communicate(timeout=PATIENCE)[1]
        finally:
            admin.execute("ALTER TABLE tansiq_remark FORCE ROW LEVEL SECURITY")
    assert refused.returncode == 1
    assert "table tansiq_remark has no forced row-level security" in said.splitlines()[-1]


def test_an_unsafe_server_is_refused_by_the_setting_s_name(cluster):
    with cluster.admin() as admin:
        contract.check_server(admin)  # The tests' own server says that it is one.
        admin.execute("SET tansiq.tests = ''")
        with pytest.raises(contract.Broken) as refused:
            contract.check_server(admin)
    assert str(refused.value) == (
        "PostgreSQL runs with fsync = off and could lose what it has acknowledged; switch it on."
    )


def test_an_old_server_is_refused():
    old = SimpleNamespace(info=SimpleNamespace(server_version=170004))
    with pytest.raises(contract.Broken) as refused:
        contract.check_server(old)
    assert str(refused.value) == "PostgreSQL 18 or newer is needed; this server is 17."


class TestSecrets:
    """The private folder."""

    def test_many_at_once_keep_one_and_the_same(self, tmp_path):
        with ThreadPoolExecutor(8) as threads:
            held = list(threads.map(lambda _n: private.secrets(private.folder(tmp_path), {"name": "x"}), range(32)))
        assert held == [held[0]] * 32
        assert json.loads((tmp_path / "private" / "database.json").read_text()) == held[0]
        assert set(held[0]["passwords"]) == set(private.ROLES)
        assert len({*held[0]["passwords"].values()}) == len(private.ROLES)

    def test_a_draft_that_a_crash_has_left_is_no_secret(self, tmp_path):
        room = private.folder(tmp_path)
        for name in ("secret.new", "context.new", "database.new"):
            (room / name).write_text("{half")
        held = private.secrets(room, {"name": "x"})
        assert private.secrets(room, {"name": "x"}) == held
        assert sorted(one.name for one in room.iterdir()) == ["context.json", "database.json", "house.lock", "secret"]

    def test_a_role_that_is_new_gets_its_password_and_the_others_keep_theirs(self, tmp_path):
        room = private.folder(tmp_path)
        (room / "database.json").write_text('{"passwords": {"app": "kept"}}')
        held = private.secrets(room, {"name": "x"})["passwords"]
        assert held["app"] == "kept"
        assert set(held) == set(private.ROLES)
        assert private.secrets(room, {"name": "y"})["passwords"] == held
