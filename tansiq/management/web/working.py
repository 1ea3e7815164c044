"""The worker beside the web server: letters and the house's pulse; started again when it dies, ended with the house."""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

from tansiq.management.web.unbroken import unbroken

PAUSE = 5.0  # Seconds until a worker that has died is started again.
SECRETS = ("TANSIQ_DATABASE_URL", "TANSIQ_SETTING_UP")  # Only the set-up knows these.


class Worker:
    """The worker as a child of the house, under its own role in the database."""

    def __init__(self, data: Path, address: str, door: tuple[str, int, str] | None = None) -> None:
        self.environment = {name: value for name, value in os.environ.items() if name not in SECRETS}
        self.environment |= {"TANSIQ_DATA": str(data), "TANSIQ_ROLE": "worker", "TANSIQ_ADDRESS": address.rstrip("/")}
        if door is not None:
            self.environment["TANSIQ_DOOR"] = json.dumps(door)
        self.over = threading.Event()

    def __enter__(self) -> Self:
        """Start it, and look after it."""
        try:
            self._start()
            threading.Thread(target=self._keep, name="worker", daemon=True).start()
        except KeyboardInterrupt:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_reason: object) -> None:
        """Stop it: a letter that is on its way has ten seconds to leave."""
        self.over.set()
        if self.child.poll() is None:
            self.child.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.child.wait(timeout=10)
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()

    def _start(self) -> None:
        with unbroken():
            self.child = subprocess.Popen(  # noqa: S603 -- our own module
                [sys.executable, "-m", "tansiq.management.worker", str(os.getpid())],
                stdin=subprocess.DEVNULL,
                env=self.environment,
                start_new_session=True,
            )

    def _keep(self) -> None:
        while True:
            self.child.wait()
            if self.over.wait(PAUSE):
                return
            self._start()
