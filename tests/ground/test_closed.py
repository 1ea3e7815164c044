"""The server is closed: to the network, to those without the password, to other accounts."""

import os
import stat
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from tansiq.database.server import running
from tansiq.database.server.account import Account
from tansiq.database.server.place import SOCKET
from tests.ground.programs import ask, postmaster

QUIET = {"say": lambda _line: None, "unsafe_fast": True}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_enters_without_the_password(data):
    with running(data, **QUIET) as server:
        password = (data / "private" / "superuser").read_text()
        for wrong in (
            server.admin_url.replace(f":{quote(password)}@", "@"),
            server.admin_url.replace(password, "wrong"),
        ):
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(wrong)
        rules = ask(server.admin_url, "SELECT DISTINCT auth_method FROM pg_hba_file_rules")
        assert rules == [("scram-sha-256",)]
        assert ask(server.admin_url, "SELECT count(*) FROM pg_authid WHERE rolpassword NOT LIKE 'SCRAM%'") == [(0,)]


def test_no_port_is_open(data):
    with running(data, **QUIET) as server:
        assert ask(server.admin_url, "SHOW listen_addresses") == [("",)]
        pid = postmaster(data)
        held = {str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()}
        tables = [Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:] for table in ("tcp", "tcp6")]
        assert held & {f"socket:[{line.split()[9]}]" for lines in tables for line in lines} == set()


def test_what_is_private_is_private(data):
    with running(data, **QUIET) as server:
        assert {file.name: mode(file) for file in (data / "private").iterdir()} == dict.fromkeys(
            ["superuser", "postgres.log", "holders.lock", "turn.lock"],
            0o600,
        )
        assert mode(data / "private") == 0o700
        assert mode(data / "postgres") == 0o700
        assert mode(data / "run") == 0o700
        assert mode(data) == (0o711 if os.geteuid() == 0 else 0o700)
        assert (data / "private" / "superuser").read_text() in server.admin_url


def test_a_closed_data_folder_and_its_parents_keep_their_modes(room):
    closed = room / "home"
    closed.mkdir(mode=0o700)
    data = closed / "data"
    data.mkdir(mode=0o700)
    before = {folder: mode(folder) for folder in (data, *data.parents)}
    with running(data, **QUIET) as server:
        assert ask(server.admin_url, "SELECT 1") == [(1,)]
        # Root's server runs as another account, which may not enter here: its cluster lies elsewhere.
        assert (data / "postgres").is_symlink() is (os.geteuid() == 0)
        assert mode((data / "postgres").resolve()) == 0o700
    assert {folder: mode(folder) for folder in (data, *data.parents)} == before


@pytest.mark.parametrize("name", ["long" * 30, "with, comma 'and' quote \\", "مجلد البيانات"])
def test_a_path_that_no_socket_can_have(room, name):
    data = room / name
    with running(data, **QUIET) as server:
        assert ask(server.admin_url, "SELECT 1") == [(1,)]
        folder = Path(ask(server.admin_url, "SHOW unix_socket_directories")[0][0])
        assert mode(folder) == 0o700
        assert len(os.fsencode(folder / SOCKET)) <= 107
    with running(data, **QUIET) as again:
        assert again.admin_url == server.admin_url


def test_words_and_hours_do_not_hang_on_the_environment(data, monkeypatch):
    monkeypatch.setenv("PGPORT", "1")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("TZ", "Asia/Baghdad")
    with running(data, **QUIET) as server:
        question = "SELECT datlocprovider, datlocale, datctype, pg_encoding_to_char(encoding) FROM pg_database"
        assert set(ask(server.admin_url, question)) == {("b", "C.UTF-8", "C.UTF-8", "UTF8")}
        assert [ask(server.admin_url, f"SHOW {name}")[0][0] for name in ("timezone", "data_checksums")] == ["UTC", "on"]


def test_another_account_passes_only_through_open_folders(room):
    (room / "open").mkdir(mode=0o711)
    (room / "closed").mkdir(mode=0o700)
    (room / "closed" / "inside").mkdir(mode=0o755)
    other = Account(uid=4242, gid=4242, foreign=True)
    reached = {name: other.reaches(room / name) for name in ("open", "closed", "closed/inside")}
    assert reached == {"open": True, "closed": False, "closed/inside": False}
    assert Account(os.geteuid(), os.getegid(), foreign=False).reaches(room / "closed") is True
