"""The web server as a child: it lives as long as the house wants it, and no longer."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tansiq.database.server import GroundError
from tansiq.management.web.serving import Web, free_port
from tests.ground.programs import HOUSE, eventually

SERVING = """
import sys, signal
from pathlib import Path
from tansiq.management.web.serving import Web
def stop(*_): raise KeyboardInterrupt
signal.signal(signal.SIGTERM, stop)
try:
    with Web("127.0.0.1", int(sys.argv[1]), Path("."), application="tests.ground.plain:application") as web:
        web.open_up()
        print(web.child.pid, flush=True)
        web.keep(lambda line: print(line, flush=True))
except KeyboardInterrupt:
    pass
"""


def ask(port: int) -> int:
    """Which process answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/")
        return int(connection.getresponse().read())
    except http.client.HTTPException as reason:
        raise ConnectionError from reason
    finally:
        connection.close()


def gone(pid: int) -> None:
    """Fail while a process lives."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return
    assert state == "Z"


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def house(port: int) -> Iterator[subprocess.Popen]:
    """A program that serves the smallest application."""
    environment = {**os.environ, "PYTHONPATH": str(HOUSE), "LANGUAGE": "en"}
    with subprocess.Popen(
        [sys.executable, "-c", SERVING, str(port)], stdout=subprocess.PIPE, text=True, env=environment, cwd=HOUSE
    ) as program:
        yield program
        program.kill()


def test_it_answers_and_a_stop_takes_all_of_it_along(house, port):
    web = int(house.stdout.readline())
    worker = ask(port)
    house.terminate()
    assert house.wait(timeout=15) == 0
    gone(web)
    gone(worker)
    assert free_port("127.0.0.1", port, 1) == port


def test_killed_workers_are_replaced_at_once(house, port):
    house.stdout.readline()
    for _ in range(3):
        killed = ask(port)
        os.kill(killed, signal.SIGKILL)
        began = time.monotonic()
        eventually(lambda killed=killed: another(port, killed))
        assert time.monotonic() - began < 5  # Idle: 0.4 s.


def another(port: int, former: int) -> None:
    assert ask(port) != former


def test_a_killed_web_server_is_started_again(house, port):
    web = int(house.stdout.readline())
    former = ask(port)
    os.kill(web, signal.SIGKILL)
    eventually(lambda: another(port, former))
    assert house.stdout.readline() == "The web server has died; it is started again.\n"
    eventually(lambda: gone(former))


def test_a_killed_house_leaves_nothing_on_its_port(house, port):
    web = int(house.stdout.readline())
    worker = ask(port)
    house.kill()
    eventually(lambda: gone(web))
    eventually(lambda: gone(worker))


def test_a_port_that_is_taken(port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        following = free_port("127.0.0.1", None, port)
        assert following > port
        with pytest.raises(GroundError) as refusal:
            free_port("127.0.0.1", port, 8000)
        assert str(refusal.value) == (
            f"Port {port} cannot be used (Address already in use); choose another: python3 run.py --port {following}"
        )
    assert free_port("127.0.0.1", port, 8000) == port


def test_a_port_that_is_none(port):
    with pytest.raises(GroundError) as refusal:
        free_port("127.0.0.1", 70000, port)
    assert str(refusal.value) == (
        f"Port 70000 cannot be used (a port is a number up to 65535); choose another: python3 run.py --port {port}"
    )


def test_a_first_page_that_fails_is_told(port):
    with (
        pytest.raises(GroundError) as refusal,
        Web("127.0.0.1", port, Path(), application="tests.ground.plain:failing") as web,
    ):
        web.open_up()
    assert str(refusal.value) == "The first page answers with 500; the lines above say why."


def test_a_web_server_that_cannot_start_is_told(port, capfd):
    with (
        pytest.raises(GroundError) as refusal,
        Web("127.0.0.1", port, Path(), application="tests.ground.plain:missing") as web,
    ):
        web.open_up()
    assert str(refusal.value) == f"The web server does not answer on http://127.0.0.1:{port}/."
    capfd.readouterr()
