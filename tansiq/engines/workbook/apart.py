"""Reading files that strangers sent, apart from the process that serves pages: limits, and a watch on the wall."""

import contextlib
import json
import selectors
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import IO, Any, ClassVar, Final

from tansiq.engines.workbook.refusals import LARGEST, Refused
from tansiq.engines.workbook.sheet import Sheet
from tansiq.engines.workbook.worker import LENGTH

WAIT: Final = 4.0  # Seconds on the wall for one file: twice what its processor is given, for a machine that is busy.
ANSWER: Final = 32_000_000  # Octets.
HERE: Final = Path(__file__).resolve().parents[3]


class Apart:
    """Reads files in a worker; one that breaks it is refused, and the next has a new one."""

    program: ClassVar[str] = "tansiq.engines.workbook.worker"
    largest: ClassVar[int] = LARGEST
    patience: ClassVar[int] = 1  # How many times as long as for a workbook is waited.

    def __init__(self) -> None:
        self._worker: subprocess.Popen[bytes] | None = None

    def read(self, content: bytes) -> Sheet:
        """The answers of a file.

        Raises:
            Refused: nothing of it is taken, with the reason.
        """
        return Sheet.from_json(self.answer(content))

    def answer(self, content: bytes) -> dict[str, Any]:
        """What the worker answers to a file.

        Raises:
            Refused: nothing of it is taken, with the reason.
        """
        if len(content) > self.largest:
            raise Refused("large")
        worker = self._worker = self._worker or self._begun()
        try:
            held: dict[str, Any] = json.loads(_asked(worker, content, WAIT * self.patience))
        except (OSError, EOFError, TimeoutError) as dead:
            self.close()
            raise Refused("heavy") from dead
        if "refused" in held:
            raise Refused(held["refused"], held["row"])
        return held

    def _begun(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 -- one of our own programs
            [sys.executable, "-m", self.program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=HERE,
            env={"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            close_fds=True,
        )

    def close(self) -> None:
        """End the worker, whatever it is doing."""
        if self._worker is not None:
            self._worker.kill()
            with contextlib.suppress(OSError):
                self._worker.communicate()
            self._worker = None


@contextlib.contextmanager
def apart() -> Iterator[Apart]:
    """A reader for the files of one sending."""
    reader = Apart()
    try:
        yield reader
    finally:
        reader.close()


def _asked(worker: "subprocess.Popen[bytes]", content: bytes, wait: float) -> bytes:
    """What the worker answers in time.

    Raises:
        TimeoutError: it does not.
        EOFError: it has ended.
    """
    into, back = worker.stdin, worker.stdout
    if into is None or back is None:
        raise EOFError
    into.write(len(content).to_bytes(LENGTH, "big") + content)
    into.flush()
    until = monotonic() + wait
    size = int.from_bytes(_waited(back, LENGTH, until), "big")
    if size > ANSWER:
        raise EOFError
    return _waited(back, size, until)


def _waited(back: IO[bytes], size: int, until: float) -> bytes:
    """So many octets, before a moment."""
    parts: list[bytes] = []
    with selectors.DefaultSelector() as watch:
        watch.register(back, selectors.EVENT_READ)
        while size:
            if not watch.select(max(0.0, until - monotonic())):
                raise TimeoutError
            part = back.read1(min(size, 1 << 16))  # type: ignore[attr-defined] # a pipe of Popen is buffered
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
    return b"".join(parts)
