"""The program's log: one line whatever comes, and no secret of a link."""

import json
import logging

import pytest

from tansiq.cycle.logs import OneLine


def line(message: str, *args: object) -> str:
    return OneLine().format(logging.LogRecord("django.request", logging.WARNING, "", 0, message, args, None))


@pytest.mark.parametrize("forged", ["a\r\nb", "a\nWARNING b", "\x1b[31m", "\u2028b", '"}\n{"'])
def test_what_a_visitor_sends_stays_on_one_line(forged):
    written = line("Not Found: %s", forged)
    assert written.isprintable()
    assert json.loads(written)["message"] == f"Not Found: {forged}"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/en/invitation/GJVG8aQNOtRiD2zqkIGHeiy9ZpE/", "/en/invitation/…/"),
        ("/ar/account/password/reset/0a1b-c2d-3e4f/", "/ar/account/password/reset/…/"),
        ("/en/calendar/ow9O9CF2Qo-OIpNT.V_rMmjY1fvK4/", "/en/calendar/…/"),
        ("/ar/notices/stop/eyJ4Ijoi:x_y/", "/ar/notices/stop/…/"),
        ("/en/reviews/", "/en/reviews/"),
    ],
)
def test_the_secret_of_a_link_is_not_written_down(path, kept):
    assert json.loads(line("Bad Request: %s", path))["message"] == f"Bad Request: {kept}"
