"""What tests read off a page: its words, and how many statements it needed."""

import re

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

ABSENT = "00000000-0000-4000-8000-000000000000"


def text(response: HttpResponse) -> str:
    """A page's words, without marks and with one space between them."""
    page = response.content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index("<main") :]))


def statements(browser: Client, address: str) -> int:
    """How many statements a page needs, what opens and closes its transaction aside."""
    browser.get(address)  # A session's first page keeps the hat.
    with CaptureQueriesContext(connection) as held:
        assert browser.get(address).status_code == 200
    told = [one["sql"] for one in held if not re.match(r"BEGIN|COMMIT|(RELEASE )?SAVEPOINT", one["sql"])]
    again = sum("tansiq.enter(" in one for one in told) - 1  # Within a test's own transaction it is entered twice.
    return len(told) - again
