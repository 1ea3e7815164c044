"""Releasing something to more, as a browser does it: a preview first, then what it showed is confirmed."""

from typing import Any

from django.http import HttpResponse

from tests.pages import text
from tests.visits import at, client


def mark_of(preview: HttpResponse) -> str:
    return preview.content.decode().partition('name="confirmed" value="')[2].partition('"')[0]


def widen(slug: str, name: str, key: object, *codes: str, version: int = 1, **given: Any) -> HttpResponse:
    """The answer to what was confirmed; the form releases to those who are named, else to the public."""
    to = {"release": "chosen", "chosen": [*codes]} if codes else {"release": "public"}
    browser, sent = client(slug), {**to, "version": version, **given}
    preview = browser.post(at(name, key), sent)
    assert preview.status_code == 200, text(preview)
    return browser.post(at(name, key), {**sent, "confirmed": mark_of(preview)})
