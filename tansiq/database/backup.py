"""A house saved into a folder, and a new house made of one: the dump of the one role that reads all; the secrets."""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from tansiq.database import house
from tansiq.database.private import folder
from tansiq.database.server import GroundError, Server, running
from tansiq.database.server.binaries import find
from tansiq.languages.terminal import _

DUMP, LIST = "house.dump", "manifest.json"
SECRETS = ("secret", "context.json", "database.json")
# Pads of the context key, made anew from it at each start; and jobs, which are found again.
LEFT = ("tansiq_keys", "tansiq_jobs")


def save(data: Path, to: Path) -> int:
    """Save a running house into a new folder that its owner alone may read; the number of bytes of its dump.

    Raises:
        GroundError: the folder holds something already, or PostgreSQL refused; its one sentence says why.
    """
    _fresh(to)
    kept = data / "private"
    held = json.loads((kept / "database.json").read_text())
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    to.chmod(0o700)
    at = {"host": held["host"], "port": held["port"], "user": "tansiq_backup", "password": held["passwords"]["backup"]}
    dump = to / DUMP
    left = [f"--exclude-schema={name}" for name in LEFT]
    _run("pg_dump", at, "--format=custom", *left, f"--file={dump}", held["name"])
    dump.chmod(0o600)
    private = folder(to)
    for name in SECRETS:
        shutil.copyfile(kept / name, private / name)
        (private / name).chmod(0o600)
    (to / LIST).write_text(json.dumps({"dump": DUMP, "sha256": _digest(dump), "name": held["name"]}))
    return dump.stat().st_size


def restore(saved: Path, data: Path, *, say: Callable[[str], None] = print) -> None:
    """Make a house of a saved one, in a new data folder, with its secrets; its contract is checked as at any start.

    Raises:
        GroundError: the saved house is not whole, or the new one is not empty; nothing was changed.
    """
    dump = _whole(saved)
    _fresh(data)
    private = folder(data)
    for name in SECRETS:
        shutil.copyfile(saved / "private" / name, private / name)
        (private / name).chmod(0o600)
    try:
        with running(data, say=say) as server:
            say(_("Restoring the tables …"))
            _load(server, data, dump)
            house.prepare(server, data, say=say)
    except GroundError:
        shutil.rmtree(private)  # Else the folder would look like a house.
        raise


def _load(server: Server, data: Path, dump: Path) -> None:
    """The dump into a database of its own, on a server where no house stands yet."""
    with psycopg.connect(server.admin_url) as admin:
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [house.NAME]).fetchone():
            raise GroundError(_("There is a house on this PostgreSQL already: nothing was restored."))
    house.found(server, data)
    at = conninfo_to_dict(server.admin_url)
    _run("pg_restore", at, "--exit-on-error", "--single-transaction", f"--dbname={house.NAME}", str(dump))


def _fresh(place: Path) -> None:
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise GroundError(_("%(folder)s is not empty: name a new folder.") % {"folder": place})


def _whole(saved: Path) -> Path:
    """The dump of a saved house of which nothing is missing or changed."""
    try:
        held = json.loads((saved / LIST).read_text())
        dump = saved / DUMP
        whole = _digest(dump) == held["sha256"] and all((saved / "private" / name).is_file() for name in SECRETS)
    except (OSError, ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise GroundError(_("%(folder)s does not hold a whole saved house.") % {"folder": saved})
    return dump


def _digest(file: Path) -> str:
    with file.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()


def _run(program: str, at: Mapping[str, object], *words: str) -> None:
    """Run one of PostgreSQL's programs; the password stands in its environment, never on its command line."""
    found = find(None, lambda _line: None).folder / program
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
    around = {names[key]: str(value) for key, value in at.items() if key in names and value}
    done = subprocess.run(  # noqa: S603 -- PostgreSQL's own program, our own words
        [found, "--no-password", *words], env={**os.environ, **around}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [program]
        raise GroundError(_("%(program)s: %(reason)s") % {"program": program, "reason": said[0]})
