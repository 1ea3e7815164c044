"""A house saved and made anew elsewhere: the same rows, the same secrets; what is not whole is refused."""

import json
import shutil
from pathlib import Path

import psycopg
import pytest

from tansiq.database.backup import DUMP, LIST, SECRETS, restore, save
from tansiq.database.server import GroundError, running
from tests.ground.test_main import tansiq


def said_by(*words: str, data: Path) -> tuple[int, str]:
    """What a command says, and how it ends."""
    program = tansiq(*words, data=data)
    told, wrong = program.communicate(timeout=120)
    return program.returncode, told + wrong


def rows(data: Path) -> dict[str, str]:
    """A digest of each table of a house; the pads of its key, which are made anew, among them."""
    with running(data, say=lambda _line: None) as server, psycopg.connect(server.admin_url, dbname="tansiq") as admin:
        tables = admin.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('public', 'tansiq_keys')"
        ).fetchall()
        digest = "SELECT coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') FROM {} t"
        return {table: admin.execute(digest.format(table)).fetchone()[0] for (table,) in tables}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A house with its exercise people, and what was saved of it."""
    place = tmp_path_factory.mktemp("saved")
    assert said_by("furnish", "--demo", "empty", data=place / "house")[0] == 0
    code, told = said_by("backup", str(place / "saved"), data=place / "house")
    assert (code, "kB" in told) == (0, True)
    return place / "house", place / "saved"


@pytest.mark.slow
def test_a_restored_house_holds_the_same(saved, tmp_path, monkeypatch):
    house, folder = saved
    code, told = said_by("restore", str(folder), "--data", str(tmp_path / "new"), data=tmp_path / "new")
    assert code == 0, told
    before, after = rows(house), rows(tmp_path / "new")
    assert len(before) > 30
    assert before["public.tansiq_account"]
    assert after == before
    for name in ("secret", "context.json"):
        assert (tmp_path / "new/private" / name).read_text() == (house / "private" / name).read_text()
    with monkeypatch.context() as around, running(tmp_path / "new", say=lambda _line: None) as server:
        around.setenv("TANSIQ_DATABASE_URL", server.admin_url)
        with pytest.raises(GroundError, match="There is a house on this PostgreSQL already"):
            restore(folder, tmp_path / "third")
        assert list((tmp_path / "third").iterdir()) == []
    again, why = said_by("restore", str(folder), "--data", str(tmp_path / "new"), data=tmp_path / "new")
    assert (again, "is not empty" in why) == (1, True)


def test_nobody_else_reads_what_was_saved(saved):
    _house, folder = saved
    assert [oct(one.stat().st_mode & 0o777) for one in (folder, folder / DUMP, folder / "private")] == [
        "0o700",
        "0o600",
        "0o700",
    ]
    assert {oct((folder / "private" / name).stat().st_mode & 0o777) for name in SECRETS} == {"0o600"}


def test_what_holds_something_is_not_saved_into(saved):
    house, folder = saved
    with pytest.raises(GroundError, match="is not empty"):
        save(house, folder)


@pytest.mark.parametrize("spoilt", ["dump", "list", "secret", "no list"])
def test_what_is_not_whole_is_not_restored(saved, tmp_path, spoilt):
    _house, folder = saved
    held = tmp_path / "held"
    shutil.copytree(folder, held)
    match spoilt:
        case "dump":
            with (held / DUMP).open("r+b") as dump:
                dump.seek(2000)
                dump.write(b"x")
        case "list":
            (held / LIST).write_text(json.dumps({"dump": DUMP}))
        case "secret":
            (held / "private" / "secret").unlink()
        case _:
            (held / LIST).unlink()
    with pytest.raises(GroundError, match="whole saved house"):
        restore(held, tmp_path / "new")
    assert not (tmp_path / "new").exists()
