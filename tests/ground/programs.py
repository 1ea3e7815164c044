"""Other programs on one data folder: real processes, because locks and signals are between processes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

HOUSE = Path(__file__).resolve().parents[2]
PATIENCE = 240  # Seconds that a program may take which makes a house, on a machine that others fill.
HOLDER = """
import sys
from pathlib import Path
from tansiq.database.server import running
say = lambda line: print("said:", line, flush=True)
with running(Path(sys.argv[1]), unsafe_fast="fast" in sys.argv, say=say) as server:
    print("open:", server.admin_url, flush=True)
    sys.stdin.read()
"""


class Holder:
    """A program that holds a server until it is let go."""

    def __init__(self, data: Path, *words: str) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(data), *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=HOUSE,
            env={**os.environ, "PYTHONPATH": str(HOUSE), "LANGUAGE": "en"},
        )

    def url(self) -> str:
        """The administrator's way in, as soon as the server is open."""
        for line in self.process.stdout:
            kind, _colon, rest = line.strip().partition(": ")
            if kind == "open":
                return rest
            self.said.append(rest)
        raise AssertionError(self.process.stderr.read())

    def leave(self) -> int:
        """Let the program go on to its end."""
        self.process.communicate()
        return self.process.returncode

    def kill(self) -> None:
        """End it with no chance to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


def postmaster(data: Path) -> int:
    """The number of the server's process."""
    return int((data / "postgres" / "postmaster.pid").read_text().split("\n")[0])


def is_stopped(data: Path) -> bool:
    """Whether the server has stopped as it should: it has taken its own file away."""
    return not (data / "postgres" / "postmaster.pid").exists()


def ask(url: str, question: str) -> list[tuple]:
    """What the server answers."""
    with psycopg.connect(url) as connection:
        answer = connection.execute(question)
        return answer.fetchall() if answer.description else []


def eventually(question: Callable[[], object], seconds: float = 40) -> object:
    """What a question answers once it can be asked."""
    limit = time.monotonic() + seconds
    while True:
        try:
            return question()
        except (psycopg.Error, OSError, AssertionError):
            if time.monotonic() > limit:
                raise
            time.sleep(0.05)
