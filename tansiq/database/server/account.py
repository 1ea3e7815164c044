"""The system account that PostgreSQL runs under: our own, or `nobody` when we are root."""

import os
import pwd
import stat
import subprocess
from pathlib import Path
from typing import IO, NamedTuple

NOBODY = 65534  # Where the system's list of accounts has none of that name.


class Account(NamedTuple):
    """A system account, and whether it is another than ours."""

    uid: int
    gid: int
    foreign: bool

    def popen(self, command: list[str], output: IO[bytes] | int) -> "subprocess.Popen[bytes]":
        """Start a program as this account, out of reach of the terminal's Ctrl-C and of our environment."""
        # PG* and secrets of the environment are not for the server; its words stay English, its hours UTC.
        passed = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            env={**passed, "LC_ALL": "C", "TZ": "UTC"},
            umask=0o077,
            start_new_session=True,
            user=self.uid if self.foreign else None,
            group=self.gid if self.foreign else None,
            extra_groups=[] if self.foreign else None,
        )

    def give(self, path: Path) -> None:
        """Hand a file or folder of ours to this account."""
        if self.foreign:
            os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Whether this account may pass through every folder down to this one."""
        if not self.foreign:
            return True
        folder = path.resolve()
        return all(self._may_pass(place.stat()) for place in (folder, *folder.parents) if place.exists())

    def _may_pass(self, place: os.stat_result) -> bool:
        if place.st_uid == self.uid:
            return bool(place.st_mode & stat.S_IXUSR)
        if place.st_gid == self.gid:
            return bool(place.st_mode & stat.S_IXGRP)
        return bool(place.st_mode & stat.S_IXOTH)


def account_for(cluster: Path) -> Account:
    """Who runs PostgreSQL on this cluster: its owner where root asks, else ourselves."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), foreign=False)
    if cluster.exists() and (owner := cluster.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid, foreign=True)
    try:
        known = pwd.getpwnam("nobody")
    except KeyError:
        return Account(NOBODY, NOBODY, foreign=True)
    return Account(known.pw_uid, known.pw_gid, foreign=True)
