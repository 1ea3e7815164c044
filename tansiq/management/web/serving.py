"""The web server as a child of the house: started, waited for, started again when it dies, stopped."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from tansiq.database.server import GroundError
from tansiq.languages.terminal import _
from tansiq.management.web.pulse import status
from tansiq.management.web.unbroken import unbroken

NEXT_PORTS = 50
LAST_PORT = 65535
APPLICATION = "tansiq.wsgi:application"
PATIENCE = 60.0  # Seconds until the first answer, on a slow machine.


def free_port(host: str, asked: int | None, usual: int) -> int:
    """The port asked for, or the first free one from the usual on."""
    if asked is not None:
        if reason := _taken(host, asked):
            following = asked + 1 if 0 < asked < LAST_PORT - NEXT_PORTS else usual
            words = _("Port %(port)s cannot be used (%(reason)s); choose another: python3 run.py --port %(other)s")
            raise GroundError(words % {"port": asked, "reason": reason, "other": free_port(host, None, following)})
        return asked
    for port in range(usual, usual + NEXT_PORTS):
        if not _taken(host, port):
            return port
    raise GroundError(_("No port is free from %(port)s on; name one: python3 run.py --port N") % {"port": usual})


def _taken(host: str, port: int) -> str:
    """Why a port cannot be listened on; empty if it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OverflowError:
            return _("a port is a number up to 65535")
        except OSError as reason:
            return reason.strerror or str(reason)
    return ""


class Web:
    """Granian, serving the house's WSGI application (or another, in tests)."""

    def __init__(  # noqa: PLR0913 -- where, what, how much
        self,
        host: str,
        port: int,
        data: Path,
        *,
        threads: int = 4,
        workers: int = 1,
        application: str = APPLICATION,
    ) -> None:
        self.host = host
        self.port = port
        self.data = data
        self.name = os.environ.get("TANSIQ_HOST", "")
        self.application = application
        self.options = ["--blocking-threads", str(threads), "--workers", str(workers)]

    def __enter__(self) -> Self:
        """Start it, in a session of its own: the terminal's Ctrl-C comes to us alone."""
        try:
            self._start()
        except KeyboardInterrupt:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_reason: object) -> None:
        """Stop it and all that it started."""
        if self.child.poll() is None:
            self.child.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.child.wait(timeout=10)
        self._sweep()
        self.child.wait()

    @property
    def door(self) -> tuple[str, int, str]:
        """Where it is asked on this machine, and under which name."""
        return self.host, self.port, self.name

    @property
    def address(self) -> str:
        """What to type into a browser; behind a proxy the name under which the public knows the house."""
        if self.name:
            return f"https://{self.name}/"
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}/"

    def open_up(self) -> None:
        """Come back when the first page has been served."""
        if (first := self._first_answer()) >= http.HTTPStatus.INTERNAL_SERVER_ERROR:
            words = _("The first page answers with %(status)s; the lines above say why.")
            raise GroundError(words % {"status": first})

    def keep(self, say: Callable[[str], None]) -> None:
        """Keep it alive until we are asked to stop."""
        while True:
            self.child.wait()
            say(_("The web server has died; it is started again."))
            self._sweep()
            self._start()
            self._first_answer()

    def _first_answer(self) -> int:
        """The status of the first answer, whatever it is."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit and self.child.poll() is None:
            if (found := self._status()) is not None:
                return found
            time.sleep(0.05)
        raise GroundError(_("The web server does not answer on %(address)s.") % {"address": self.address})

    def _start(self) -> None:
        command = [sys.executable, "-m", "tansiq.management.web", str(os.getpid()), "--interface", "wsgi", "--no-ws"]
        command += ["--host", self.host, "--port", str(self.port), *self.options, "--respawn-failed-workers"]
        command += ["--respawn-interval", "0.2", "--workers-kill-timeout", "8", "--log-level", "warning"]
        environment = {**os.environ, "TANSIQ_DATA": str(self.data), "TANSIQ_POOL": "1"}
        # Only the set-up knows these.
        for secret in ("TANSIQ_DATABASE_URL", "TANSIQ_SETTING_UP"):
            environment.pop(secret, None)
        with unbroken():
            self.child = subprocess.Popen(  # noqa: S603 -- our own module
                [*command, self.application],
                stdin=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )

    def _sweep(self) -> None:
        """End the workers of a web server that was killed: they are of its session, and nothing else is."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.child.pid, signal.SIGKILL)

    def _status(self) -> int | None:
        """What the first page answers; None where nobody listens yet."""
        return status(self.host, self.port, self.name, PATIENCE)
