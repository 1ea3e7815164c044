"""How many statements of SQL a page needs, what opens and closes its transaction aside."""

from collections.abc import Callable

from django.db import connections
from django.test.utils import CaptureQueriesContext

AROUND = ("BEGIN", "COMMIT")


def statements(page: Callable[[], object]) -> int:
    """The statements between the beginning and the end of a page's transaction."""
    with CaptureQueriesContext(connections["default"]) as asked:
        page()
    return sum(one["sql"] not in AROUND for one in asked)
