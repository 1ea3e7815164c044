"""The pulse: noted each time that the door answers, and never where it does not."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tansiq.management.web import pulse


class Door(BaseHTTPRequestHandler):
    """A door that answers with what its server was told."""

    def do_GET(self):
        self.server.named.append((self.headers["Host"], self.headers["X-Forwarded-Proto"]))
        self.send_response(self.server.says)
        self.end_headers()

    def log_message(self, *_given):
        """Tell nobody."""


@pytest.fixture
def door():
    with HTTPServer(("127.0.0.1", 0), Door) as server:
        server.says, server.named = 200, []
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        yield server
        server.shutdown()


class Turns(threading.Event):
    """Over after so many looks."""

    def __init__(self, looks):
        super().__init__()
        self.looks = looks

    def wait(self, timeout=None):
        assert timeout == pulse.EVERY
        self.looks -= 1
        return self.looks == 0


def kept(server, beat, looks=3, name=""):
    host, port = server.server_address
    pulse.keep((host, port, name), beat, Turns(looks))


@pytest.mark.parametrize(("says", "beats"), [(200, 3), (302, 3), (404, 3), (500, 0), (503, 0)])
def test_R_S6_a_beat_is_noted_where_the_door_answers_and_is_not_broken(door, says, beats):
    door.says, noted = says, []
    kept(door, lambda: noted.append(1))
    assert len(noted) == beats


def test_a_door_that_is_shut_is_a_gap():
    noted = []
    with HTTPServer(("127.0.0.1", 0), Door) as gone:
        pass
    kept(gone, lambda: noted.append(1), looks=1)
    assert noted == []


def test_behind_a_proxy_it_is_asked_by_its_name(door):
    kept(door, lambda: None, looks=1, name="house.example")
    assert door.named == [("house.example", "https")]


def test_what_cannot_be_noted_once_is_tried_again(door, caplog):
    noted = []

    def beat():
        noted.append(1)
        if len(noted) == 1:
            raise OSError("the database is away")

    kept(door, beat)
    assert len(noted) == 3
    assert "could not be noted" in caplog.text
