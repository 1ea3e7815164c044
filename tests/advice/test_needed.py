"""What calls, advice and answers need of whom, told to those alone whom it concerns."""

import pytest

from tests.advice.given import answered, called, gave, handed, has_nothing, laid, took
from tests.pages import text
from tests.secretariat import en
from tests.visits import at, client

pytestmark = pytest.mark.django_db


def needs(slug, language="en"):
    found = text(client(slug).get(at("my_needs", language=language)))
    told = ("Give your advice", "Take a position on", "Lay on the table", "Answer a piece of advice")
    return [words for words in told if words in found]


@pytest.mark.parametrize("answer", [gave, handed, has_nothing])
def test_R_V1_a_delegate_is_asked_until_its_member_has_answered_in_any_way(answer):
    call = called(asked=("SH", "WA"))
    assert ([needs(slug) for slug in ("alif", "ba", "jim", "officer")]) == [["Give your advice"]] * 2 + [[], []]
    answer(call, "alif")
    assert needs("alif") == []
    assert needs("alif2") == []


def test_a_call_that_is_not_open_asks_nobody(later):
    called()
    later(24)
    assert needs("alif") == []


def test_what_lies_on_the_table_waits_for_the_positions_of_the_others():
    call = called()
    made = gave(call, "alif")
    has_nothing(call, "ba")
    assert (needs("alif"), needs("ba")) == ([], ["Take a position on"])
    took(made, "ba")
    assert needs("ba") == []


def test_the_secretariat_lays_and_the_chair_answers(later):
    call = called()
    gave(call, "alif")
    handed(call, "ba", en("Late."))
    assert (needs("officer"), needs("chair")) == ([], [])
    later(25)
    assert (needs("officer"), needs("chair")) == (["Lay on the table"], ["Answer a piece of advice"])
    answered(laid(call)[0])
    assert (needs("officer"), needs("chair")) == ([], ["Answer a piece of advice"])
    assert needs("coordinator") == []
