"""The bar of rooms: which rooms there are, and in which of them a page stands."""

import re

import pytest

from tansiq.cycle.frame import BESIDE, ROOMS
from tests.pages import ABSENT
from tests.visits import at, client

pytestmark = pytest.mark.django_db


def lit(name, *keys, language="en"):
    """The rooms that the bar of a page shows as those where its reader is."""
    held = client("officer").get(at(name, *keys, language=language)).content.decode()
    bar = held[held.index('<nav class="nav"') : held.index("</nav>")]
    return [address.split("/")[2] for address in re.findall(r'<a href="([^"]+)" aria-current="page"', bar)]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("home", ""),
        ("reviews", "reviews"),
        ("advice_calls", "reviews"),
        ("measures", "lines"),
        ("milestones", "lines"),
        ("texts", "decisions"),
        ("silence_runs", "decisions"),
        ("actions", "decisions"),
        ("lessons", "decisions"),
        ("needs", "contributions"),
        ("forecasts", "statements"),
        ("my_needs", None),
        ("search", None),
    ],
)
def test_a_page_stands_in_its_room(officer, name, room, language):
    assert lit(name, language=language) == ([] if room is None else [room])


def test_a_page_that_is_hidden_or_absent_stands_in_its_room_too(officer):
    assert lit("proxy", ABSENT) == ["decisions"]


def test_no_page_stands_in_two_rooms():
    begins = [one for held in BESIDE.values() for one in held]
    assert len(begins) == len({*begins})
    assert not {*begins} & {*dict(ROOMS)}
