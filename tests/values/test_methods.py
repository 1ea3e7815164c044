"""Ways of asking: what only acts is not opened, what only reads stores nothing, and no way of asking is a fault."""

import pytest

from tests.two_worlds.routes import routes
from tests.values.corpus import ABSENT
from tests.values.probing import PEOPLE, browser, pages, stored
from tests.visits import at

pytestmark = pytest.mark.django_db

ACTS = [("my_items_release", ()), ("session_close", ()), ("enter_as", ("public",))]
FILLING = {"key": ABSENT, "code": "SH", "slug": "alif", "token": "no-such-token", "uidb36": "1", "name": "all-members"}


@pytest.mark.parametrize(("name", "args"), ACTS)
def test_an_act_is_not_opened(matter, name, args):
    held, before = browser("alif"), stored("alif")
    for ask in (held.get, held.head, held.put, held.patch, held.delete):
        assert ask(at(name, *args)).status_code == 405
    assert stored("alif") == before


@pytest.mark.parametrize("slug", PEOPLE)
def test_reading_stores_nothing(matter, slug):
    held, before = browser(slug), stored(slug)
    addresses = [one.path(FILLING) for one in routes()]
    answers = {address: held.get(address).status_code for address in addresses}
    assert {address: status for address, status in answers.items() if status >= 500} == {}
    assert stored(slug) == before


@pytest.mark.parametrize("slug", PEOPLE)
def test_no_way_of_asking_is_a_fault(matter, slug):
    held, before = browser(slug), stored(slug)
    found = pages(held)
    assert found
    for address, page in found.items():
        head = held.head(address)
        assert (address, head.status_code, head.content) == (address, page.status_code, b"")
        asks = (held.options, held.trace, held.put, held.patch, held.delete)
        assert (address, max(ask(address).status_code for ask in asks) < 500) == (address, True)
    assert stored(slug) == before
