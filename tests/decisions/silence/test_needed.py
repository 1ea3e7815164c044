"""What runs of silence need of whom, and until when they are told so."""

import pytest

from tansiq.cycle.needs import needs
from tansiq.decisions.silence.commands import suspend
from tests.decisions.running import END, HOUR, NOW, US, WORDS, at, begun, broken, led, proposed, said
from tests.decisions.tabled import both, put, ruled, seated, tabled
from tests.decisions.voiced import takes
from tests.pages import statements, text
from tests.visits import at as address
from tests.visits import client

SLUGS = ("alif", "alif2", "ba", "chair", "officer", "coordinator")


def told(when=NOW, slugs=SLUGS):
    """What each is told, by kind."""
    found = {}
    for slug in slugs:
        with at(when, slug):
            if kinds := [one.kind for one in needs()]:
                found[slug] = kinds
    return found


def test_the_chair_is_told_of_what_is_proposed_and_the_delegates_once_it_began(outcomes):
    proposed()
    assert told() == {"chair": ["starting"]}
    begun()
    assert told() == {"alif": ["silent"], "alif2": ["silent"], "ba": ["silent"], "chair": ["starting"]}


@pytest.mark.parametrize("kind", ["acknowledged", "associated", "reserved"])
def test_R_S4_a_member_that_spoke_is_told_no_more(outcomes, kind):
    question = begun()
    said(question, kind, words=WORDS if kind == "reserved" else None)
    assert told() == {"ba": ["silent"]}


def test_the_end_is_told_and_while_the_clock_stands_still_there_is_none(outcomes):
    question = begun()
    with at(NOW, "ba"):
        assert [one.due for one in needs()] == [END]
    led(suspend, question)
    with at(NOW, "ba"):
        assert [one.due for one in needs()] == [None]


def test_R_S6_after_the_end_the_chair_is_told_that_its_notice_is_due(outcomes):
    begun()
    assert told(END + HOUR) == {"chair": ["notifying"]}


def test_R_S5_a_break_ends_what_is_asked_of_all_without_telling_who(outcomes):
    question = begun()
    broken(question, "alif")
    assert told() == {}


def test_a_delegate_is_told_of_a_question_in_a_meeting_until_its_member_has_a_position(outcomes):
    body = seated(*US)
    ruled(body)
    question = put(tabled("officer", *US, body=body, title=both("Road", "طريق")))
    assert told() == {"alif": ["voiceless"], "alif2": ["voiceless"], "ba": ["voiceless"]}
    takes("alif", question, "agrees")
    assert told() == {"ba": ["voiceless"]}


@pytest.mark.parametrize(("slug", "number"), [("ba", 12), ("chair", 12)])
def test_as_many_statements_for_one_run_as_for_three(outcomes, slug, number):
    counts = []
    for _time in range(3):
        begun()
        proposed()
        counts.append(statements(client(slug), address("my_needs")))
    assert counts == [number] * 3
    assert "See a text under silence" in text(client("ba").get(address("my_needs")))
