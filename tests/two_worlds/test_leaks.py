"""The test of the test: every planted leak is noticed, and without it the same script shows nothing."""

import pytest

from tests.two_worlds import leaks, more_leaks  # noqa: F401 -- each enters its leaks in the list
from tests.two_worlds.observers import OBSERVERS
from tests.two_worlds.pairs import faults, play_pair, told
from tests.two_worlds.plans import Hidden
from tests.two_worlds.planting import LEAKS
from tests.two_worlds.scripts import SCRIPTS

marked = [pytest.param(leak, id=leak.name, marks=[pytest.mark.long] if leak.long else []) for leak in LEAKS]


def test_seventeen_leaks_are_in_the_suite_and_ten_more_behind_it():
    assert [sum(not leak.long for leak in LEAKS), len(LEAKS)] == [17, 27]


@pytest.mark.parametrize("leak", marked)
def test_a_planted_leak_is_noticed(ground, leak):
    outcome = play_pair(ground, OBSERVERS[SCRIPTS[leak.script]], leak.script(), plant=leak.plant)
    assert outcome.difference != "", f"{leak.name} was not noticed"


@pytest.mark.long
@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.name)
def test_a_planted_leak_says_nothing_where_nothing_is_hidden(ground, leak):
    steps = [step for step in leak.script() if not isinstance(step, Hidden)]
    outcome = play_pair(ground, OBSERVERS[SCRIPTS[leak.script]], steps, plant=leak.plant)
    assert outcome.difference == ""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.__name__)
def test_without_a_leak_the_script_shows_nothing(ground, script):
    steps = script()
    outcome = play_pair(ground, OBSERVERS[SCRIPTS[script]], steps)
    assert outcome.difference == "", told(script.__name__, steps, outcome)
    assert faults(outcome) == []
    assert (len(outcome.first.hidden) > 0, all(outcome.first.hidden), outcome.second.hidden) == (True, True, [])
