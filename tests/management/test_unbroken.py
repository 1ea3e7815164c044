"""Who asks the house to stop while it starts a child leaves none behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tansiq.management.web.serving import Web
from tansiq.management.web.unbroken import unbroken
from tansiq.management.web.working import Worker

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
begin = subprocess.Popen


@pytest.fixture(autouse=True)
def stoppable() -> Iterator[None]:
    """SIGTERM as the program hears it."""
    former = signal.signal(signal.SIGTERM, signal.default_int_handler)
    yield
    signal.signal(signal.SIGTERM, former)


@pytest.fixture
def children(monkeypatch) -> list[subprocess.Popen]:
    """What was started: each time somebody asks us to stop before it is known."""
    made: list[subprocess.Popen] = []

    def asked_meanwhile(_command, **how):
        child = begin(SLEEPS, **how)
        made.append(child)
        os.kill(os.getpid(), signal.SIGTERM)
        return child

    monkeypatch.setattr(subprocess, "Popen", asked_meanwhile)
    return made


def test_the_question_is_heard_at_the_end_and_by_whom_it_was_heard_before():
    done = []
    heard = signal.getsignal(signal.SIGTERM)

    def work() -> None:
        with unbroken():
            os.kill(os.getpid(), signal.SIGTERM)
            done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert (done, signal.getsignal(signal.SIGTERM)) == (["all of it"], heard)


@pytest.mark.parametrize(
    "made", [lambda data: Worker(data, "http://127.0.0.1:1/"), lambda data: Web("127.0.0.1", 1, data)]
)
def test_the_child_is_ended(tmp_path, children, made):
    with pytest.raises(KeyboardInterrupt), made(tmp_path):
        pytest.fail("it was not asked to stop")
    assert [child.poll() is not None for child in children] == [True]
