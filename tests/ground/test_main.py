"""`python -m tansiq`: a house that opens, serves, closes; a command on its database."""

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ground.programs import HOUSE, PATIENCE, is_stopped
from tests.ground.test_web import port

__all__ = ["port"]


def tansiq(*words: str, data: Path, **more: str) -> subprocess.Popen:
    """The program, as run.py starts it."""
    around = {name: value for name, value in os.environ.items() if not name.startswith("TANSIQ_")}
    return subprocess.Popen(
        [sys.executable, "-m", "tansiq", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=data.parent,
        env={
            **around,
            "PYTHONPATH": str(HOUSE),
            "PYTHONSAFEPATH": "1",
            "LANGUAGE": "en",
            "TANSIQ_DATA": str(data),
            **more,
        },
    )


def ended(program: subprocess.Popen) -> list[str]:
    """What a program that ends by itself has told and complained of; one that does not is ended."""
    try:
        return [*program.communicate(timeout=PATIENCE)]
    except subprocess.TimeoutExpired:
        program.kill()
        raise


def first_page(port: int) -> int:
    return answered(port, "/")


def answered(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def way_in(house: subprocess.Popen) -> str:
    """The path by which the first officer comes in, as the terminal tells it."""
    for line in house.stdout:
        if found := re.search(r"The first officer \(first@mission\.example\) .*(/en/invitation/[\w-]+/)", line):
            return found[1]
    return pytest.fail(house.stderr.read())


@pytest.mark.slow
def test_the_house_opens_shares_its_data_and_closes(data, port):
    with tansiq("--port", str(port), "--demo", "empty", data=data) as house:
        for line in house.stdout:
            if f"http://127.0.0.1:{port}/" in line:
                break
        else:
            pytest.fail(house.stderr.read())
        assert first_page(port) < 500

        second = tansiq("--port", str(port), data=data)
        _said, refused = ended(second)
        assert refused.startswith(f"Port {port} cannot be used (Address already in use)")
        assert (refused.count("\n"), second.returncode) == (1, 1)

        command = tansiq("showmigrations", "--plan", "tansiq", data=data)
        said, _progress = ended(command)
        assert said.splitlines()[0] == "[X]  tansiq.0001_house"
        assert command.returncode == 0
        assert is_stopped(data) is False

        house.terminate()
        rest = house.stdout.read().splitlines()
        assert house.wait(timeout=30) == 0
    assert rest[-1] == "Closed."
    assert is_stopped(data) is True


@contextmanager
def of_ones_own(data: Path, port: int) -> Iterator[str]:
    """The way in that a house of one's own prints; the house is closed whatever the test finds."""
    with tansiq("--port", str(port), "--own", "first@mission.example", data=data) as house:
        try:
            yield way_in(house)
        finally:
            house.terminate()


@pytest.mark.slow
def test_a_house_of_ones_own_prints_its_first_officers_way_in_and_a_later_one_voids_it(data, port):
    with of_ones_own(data, port) as former:
        assert (answered(port, former), answered(port, "/en/invitation/nothing/")) == (200, 404)
    with of_ones_own(data, port) as later:
        assert (answered(port, former), answered(port, later)) == (404, 200)
    assert is_stopped(data) is True


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--own", "nobody"), "this is no e-mail address, for example name@mission.example"),
        (("--own", "first@mission.example", "--demo", "empty"), "not allowed with argument"),
    ],
)
def test_a_house_that_cannot_be_ones_own_is_refused_before_anything_starts(data, asked, told):
    program = tansiq(*asked, data=data)
    _said, refused = ended(program)
    assert (told in refused, program.returncode, data.exists()) == (True, 2, False)


@pytest.mark.slow
def test_an_unknown_command_is_told_and_stops_what_it_started(data):
    program = tansiq("no_such_command", data=data)
    _said, told = ended(program)
    assert told.splitlines()[-2:] == ["Unknown command: 'no_such_command'", "Type 'run.py help' for usage."]
    assert program.returncode == 1
    assert is_stopped(data) is True


def test_a_folder_that_cannot_be_is_told_in_one_sentence(room):
    (room / "file").touch()
    program = tansiq("--data", str(room / "file" / "data"), data=room / "data")
    _said, told = ended(program)
    assert told == (f"The data folder {room}/file/data cannot be used (Not a directory): choose another with --data.\n")
    assert program.returncode == 1


@pytest.mark.slow
def test_behind_a_proxy_it_opens_under_its_own_name_without_a_complaint(data, port):
    with tansiq("--port", str(port), "--demo", "empty", data=data, TANSIQ_HOST="house.example") as house:
        for line in house.stdout:
            if "https://house.example/" in line:
                break
        house.terminate()
        assert "enter as one of the people" not in line
        assert house.stderr.read() == ""
