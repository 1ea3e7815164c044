"""The house's own secrets: a folder that the program alone reads, whoever made it and under whatever mask."""

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tansiq import chance

ROLES = ("owner", "app", "worker", "public", "backup")


def folder(data: Path) -> Path:
    """The private folder of a data folder, closed to all others with all that lies in it."""
    private = data / "private"
    private.mkdir(mode=0o700, parents=True, exist_ok=True)
    private.chmod(0o700)
    for file in private.iterdir():
        with suppress(FileNotFoundError):  # Another program's draft, which has become the file by now.
            if file.is_file() and not file.is_symlink() and file.stat().st_mode & 0o077:
                file.chmod(0o600)
    return private


@contextmanager
def alone(private: Path) -> Iterator[None]:
    """One program at a time makes or changes secrets: else each of two that start together would keep its own."""
    held = os.open(private / "house.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def secrets(private: Path, where: dict[str, str]) -> dict[str, Any]:
    """The roles' passwords and where the house's database is now; what is new is made."""
    with alone(private):
        _kept(private / "secret", lambda: chance.token(48))
        _kept(private / "context.json", lambda: json.dumps({"number": 1, "key": chance.octets(32).hex()}))
        file = private / "database.json"
        held = json.loads(_kept(file, lambda: json.dumps({"passwords": {}})))
        # A role that a later version of the house brings gets its password when it first comes.
        passwords = {role: held["passwords"].get(role) or chance.token() for role in ROLES}
        now = {**held, **where, "passwords": passwords}
        if now != held:
            _write(file, json.dumps(now))
    return now


def _kept(file: Path, make: Callable[[], str]) -> str:
    """What a private file holds, made when it is new."""
    if not file.exists():
        _write(file, make())
    return file.read_text()


def _write(file: Path, words: str) -> None:
    """Write a private file whole or not at all: a crash leaves the former one."""
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as written:
        written.write(words)
        written.flush()
        os.fsync(written.fileno())
    draft.rename(file)
