"""One cluster of PostgreSQL: made, started, watched, stopped."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from psycopg import pq

from tansiq.database.server.binaries import Binaries, find, within_reach
from tansiq.database.server.errors import GroundError
from tansiq.database.server.place import Place
from tansiq.database.server.settings import THROWN_AWAY
from tansiq.languages.terminal import _

PATIENCE = 60.0  # Seconds that a server may take to recover, or to stop.
AT_ONCE = 20.0  # Seconds for a stop that does not wait for anything; PostgreSQL itself takes 5 to end what hangs.
TRIES = 9  # After a kill -9 the old server's children hold its memory for some seconds.
LOCALE = ("-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
LOG_LIMIT = 10_000_000
REMAINS = ("is still in use", "lock file")  # What PostgreSQL says while a killed server's children are still leaving.

# Our children that serve others still: Python would complain of one that is forgotten.
_left_running: list[subprocess.Popen[bytes]] = []


class Cluster:
    """The server of one data folder."""

    def __init__(self, place: Place, say: Callable[[str], None], *, unsafe_fast: bool) -> None:
        self.place = place
        self.say = say
        self.unsafe_fast = unsafe_fast
        self.child: subprocess.Popen[bytes] | None = None
        self.binaries: Binaries = find(place.major, say)

    @property
    def admin_url(self) -> str:
        """Where and how the administrator enters."""
        host = quote(str(self.place.sockets()), safe="")
        return f"postgresql://postgres:{quote(self.place.password(), safe='')}@/postgres?host={host}&port=5432"

    def make(self) -> None:
        """Make the cluster where there is none: whole or not at all."""
        if self.place.major is not None:
            return
        self.say(_("Making the database with PostgreSQL %(major)s …") % {"major": self.binaries.major})
        new = self.place.lay(throw_away=self.unsafe_fast)
        if self.place.cluster.is_symlink():
            self.say(
                _("It lies in %(base)s: the account that runs PostgreSQL may not enter %(data)s.")
                % {"base": self.place.base, "data": self.place.data},
            )
        words = self.place.sockets() / "password"
        words.unlink(missing_ok=True)
        words.touch(mode=0o600)
        words.write_text(self.place.password())
        self.place.account.give(words)
        ctype = "en_US.UTF-8" if os.uname().sysname == "Darwin" else "C.UTF-8"
        command = [str(self._programs() / "initdb"), "-D", str(new), "-U", "postgres", f"--pwfile={words}"]
        command += ["-A", "scram-sha-256", "--data-checksums", *LOCALE, f"--lc-ctype={ctype}", "--no-instructions"]
        made = self.place.account.popen([*command, *(["--no-sync"] if self.unsafe_fast else [])], subprocess.PIPE)
        try:
            said, _error = made.communicate()
        except BaseException:
            made.terminate()
            made.wait()
            raise
        finally:
            words.unlink()
        if made.returncode != 0:
            raise _failed(said.decode(errors="replace"))
        self.place.settle(new)

    def start(self) -> None:
        """Start the server, patiently where the remains of a killed one still hold its memory."""
        if self.answers():
            return
        self._forget_a_foreign_pid()
        for left in reversed(range(TRIES)):
            said = self._start_once()
            if said is None:
                return
            if not left or not any(remains in said for remains in REMAINS):
                raise _failed(said)
            time.sleep(1)

    def stop(self) -> None:
        """Stop the server and wait until it has written all down; one that hangs is stopped at once, and recovers."""
        if self._stops_on(signal.SIGINT, PATIENCE):
            return
        self.say(_("PostgreSQL does not stop; it is stopped at once, and the next start takes a little longer."))
        if not self._stops_on(signal.SIGQUIT, AT_ONCE):
            self.say(
                _("PostgreSQL (process %(pid)s) is still stopping; it is left to finish.") % {"pid": self.postmaster()}
            )

    def _stops_on(self, number: signal.Signals, seconds: float) -> bool:
        """Whether the server stops in time when it is sent this signal."""
        pid = self.postmaster()
        if pid is None:
            return True
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        limit = time.monotonic() + seconds
        while self._lives(pid):  # Its file goes first, the process a moment later.
            if time.monotonic() > limit:
                return False
            time.sleep(0.02)
        if self.child is not None and self.child.pid == pid:  # It has let go of its folder and is about to end.
            with suppress(subprocess.TimeoutExpired):
                self.child.wait(timeout=seconds)
        return True

    def hand_over(self) -> None:
        """Leave the server to the other programs, though it may be our child."""
        if self.child is not None:
            _left_running.append(self.child)

    def answers(self) -> bool:
        """Whether the server takes connections; nothing else is proof that it runs."""
        return self._ping() == pq.Ping.OK

    def differs(self) -> bool:
        """Whether the server that runs was started otherwise than we would start it."""
        opts = self.place.cluster / "postmaster.opts"
        wanted = " ".join(f'"{word}"' if at else word for at, word in enumerate(self._command()))
        return not opts.exists() or opts.read_text().strip() != wanted

    def postmaster(self) -> int | None:
        """The server's process, if it lives."""
        pid = self._pid_in_file()
        return pid if pid is not None and self._lives(pid) else None

    def _lives(self, pid: int) -> bool:
        """Whether a process is our server and lives; a dead child of ours is laid to rest on the way."""
        if self.child is not None and self.child.poll() is not None:
            self.child = None
        return _lives(pid) and _works_in(pid, self.place.cluster) is not False

    def _start_once(self) -> str | None:
        """Start, and wait while it recovers; what it said if it gave up."""
        log = self.place.private / "postgres.log"
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.rename(log.with_suffix(".old"))
        with os.fdopen(os.open(log, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "a+b") as output:
            before = output.seek(0, os.SEEK_END)
            self.child = self.place.account.popen(self._command(), output)
            try:
                if self._comes_up(self.child):
                    return None
            except BaseException:  # Ctrl-C stops all that was started, this too.
                self.child.send_signal(signal.SIGINT)
                self.child.wait()
                raise
            output.seek(before)
            return output.read().decode(errors="replace")

    def _comes_up(self, child: subprocess.Popen[bytes]) -> bool:
        """Whether a server that starts comes to answer; it may take its time to recover."""
        limit = time.monotonic() + PATIENCE
        while child.poll() is None:
            if self.answers():
                return True
            if time.monotonic() > limit:
                self.say(_("PostgreSQL is still recovering what was written last …"))
                limit += PATIENCE
            time.sleep(0.02)
        return False

    def _command(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.place.sockets()),
            "unix_socket_permissions": "0700",
            # A log says what failed, never the words that members wrote.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
            **(THROWN_AWAY if self.unsafe_fast else {}),
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [
            str(self._programs().resolve() / "postgres"),
            "-D",
            str(self.place.cluster.resolve()),
            "-p",
            "5432",
            *options,
        ]

    def _programs(self) -> Path:
        return within_reach(self.binaries, self.place.account, self.place.base)

    def _ping(self) -> pq.Ping:
        return pq.Ping(pq.PGconn.ping(f"host='{self.place.sockets()}' port=5432 connect_timeout=5".encode()))

    def _pid_in_file(self) -> int | None:
        try:
            return int((self.place.cluster / "postmaster.pid").read_text().split("\n")[0])
        except (OSError, ValueError):
            return None

    def _forget_a_foreign_pid(self) -> None:
        """Drop the number of a dead server that is another program's by now: PostgreSQL would yield to it."""
        pid = self._pid_in_file()
        if pid is not None and _lives(pid) and _works_in(pid, self.place.cluster) is False:
            (self.place.cluster / "postmaster.pid").unlink()


def _lives(pid: int) -> bool:
    """Whether a process lives that we may stop; another person's is none of ours."""
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _works_in(pid: int, folder: Path) -> bool | None:
    """Whether a process works in a folder, as PostgreSQL does in its cluster; None where the system does not tell."""
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == folder.resolve()
    except FileNotFoundError:  # It has ended and its parent has not looked yet, or there is no /proc.
        return False if Path("/proc/self/cwd").exists() else None
    except OSError:
        return None


def _failed(said: str) -> GroundError:
    """PostgreSQL's own reason in one sentence."""
    lines = [line for line in said.splitlines() if "FATAL" in line or "error:" in line] or said.splitlines()
    reason = lines[-1].split("FATAL:")[-1].split("error:")[-1].strip() if lines else _("no reason given")
    if "No space left" in said[-4000:]:
        reason = _("the disk is full")
    return GroundError(_("PostgreSQL does not start: %(reason)s.") % {"reason": reason.rstrip(".")})
