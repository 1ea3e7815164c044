"""Several programs may hold one data folder: the first starts its server, the last stops it, all look after it."""

import fcntl
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tansiq.database.server.binaries import FLOOR, too_old
from tansiq.database.server.cluster import Cluster
from tansiq.database.server.errors import GroundError
from tansiq.database.server.place import Place
from tansiq.languages.terminal import _

Say = Callable[[str], None]
GLANCE = 0.5  # Seconds between two looks at whether the server lives.
PAUSE = 3.0  # Seconds until the next try when it cannot be started.


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that runs: the administrator's way in, where it comes from, its version."""

    admin_url: str
    source: str
    version: int


@contextmanager
def running(data: Path, *, unsafe_fast: bool = False, say: Say = print) -> Iterator[Server]:
    """Hold a running PostgreSQL: the one of TANSIQ_DATABASE_URL, else our own in the data folder.

    Raises:
        GroundError: none can be had; its one sentence says why.
    """
    if url := os.environ.get("TANSIQ_DATABASE_URL"):
        yield _outside(url)
        return
    try:
        place = Place(data)
        place.make()
        holding = _Holding(place, say, unsafe_fast=unsafe_fast)
        server = holding.enter()
    except OSError as reason:
        raise _unwritable(data, reason) from reason
    try:
        yield server
    finally:
        holding.leave()


def discard(data: Path) -> None:
    """Throw a data folder away, with its cluster wherever it lies; nobody may hold it."""
    place = Place(data)
    with _lock(place.private / "holders.lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
        if place.cluster.is_symlink():
            shutil.rmtree(place.base, ignore_errors=True)
        if (note := place.private / "socket").exists():
            shutil.rmtree(note.read_text(), ignore_errors=True)
        shutil.rmtree(place.data)


class _Holding:
    """One program's share in a server."""

    def __init__(self, place: Place, say: Say, *, unsafe_fast: bool) -> None:
        self.place = place
        self.say = say
        self.unsafe_fast = unsafe_fast
        self.gone = threading.Event()

    def enter(self) -> Server:
        """Take a share; start the server where nobody has."""
        with self._turn():
            self.share = os.open(self.place.private / "holders.lock", os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(self.share, fcntl.LOCK_SH)
                self.cluster = Cluster(self.place, self.say, unsafe_fast=self.unsafe_fast)
                self.cluster.make()
                found = self.cluster.binaries
                server = Server(self.cluster.admin_url, found.source, found.version)
                # A server whose programs were all killed is adopted, if it was started as we would start it.
                if self.cluster.answers() and self.cluster.differs() and self._alone():
                    self.cluster.stop()
                self.cluster.start()
                self.watch = threading.Thread(target=self._look_after, name="postgres-watch", daemon=True)
                self.watch.start()
            except BaseException:
                os.close(self.share)
                raise
        return server

    def leave(self) -> None:
        """Give the share back; the last one stops the server."""
        self.gone.set()
        self.watch.join()
        with self._turn():
            if self._alone():
                self.cluster.stop()
            else:
                self.cluster.hand_over()
            os.close(self.share)

    def _alone(self) -> bool:
        """Whether no other program holds this server; asked only in our turn."""
        try:
            fcntl.flock(self.share, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(self.share, fcntl.LOCK_SH)  # A refused change of a lock gives up the old one.
            return False
        fcntl.flock(self.share, fcntl.LOCK_SH)
        return True

    def _look_after(self) -> None:
        """Start the server again when something has killed it."""
        trouble = ""
        while not self.gone.wait(GLANCE if not trouble else PAUSE):
            if self.cluster.postmaster() is not None:
                trouble = ""
                continue
            try:
                with self._turn():
                    if not self.gone.is_set() and not self.cluster.answers():
                        if not trouble:
                            self.say(_("PostgreSQL has died; it is started again."))
                        self.cluster.start()
                trouble = ""
            except (GroundError, OSError) as reason:  # A full disk, say: it is tried until there is room.
                if str(reason) != trouble:
                    self.say(str(reason))
                trouble = str(reason)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One program at a time starts or stops."""
        with _lock(self.place.private / "turn.lock", fcntl.LOCK_EX):
            yield


@contextmanager
def _lock(file: Path, how: int) -> Iterator[None]:
    held = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, how)
        yield
    finally:
        os.close(held)


def _outside(url: str) -> Server:
    """The server that the administrator named, if it is new enough."""
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            version = connection.info.server_version
    except (psycopg.Error, UnicodeError) as reason:
        words = _("The database of TANSIQ_DATABASE_URL cannot be reached: %(reason)s.")
        raise GroundError(words % {"reason": str(reason).strip().splitlines()[-1].rstrip(".")}) from None
    if version < FLOOR * 10_000:
        raise too_old(version)
    return Server(url, "url", version)


def _unwritable(data: Path, reason: OSError) -> GroundError:
    words = _("The data folder %(data)s cannot be used (%(reason)s): choose another with --data.")
    return GroundError(words % {"data": data, "reason": reason.strerror or reason})
