"""The flagship: whatever others do behind B's back, B sees the same bytes; and no route is left unvisited."""

import pytest

from tests.two_worlds import seeds, suite
from tests.two_worlds.ledger import Ledger
from tests.two_worlds.observers import OBSERVERS
from tests.two_worlds.pairs import faults, play_pair, told
from tests.two_worlds.plans import drawn
from tests.two_worlds.routes import routes


def play(ground, plan):
    all_routes = routes()
    steps = drawn(plan)
    deck = [all_routes[place % len(all_routes)] for place in plan.deck]
    return steps, play_pair(ground, OBSERVERS[plan.observer], steps, deck)


@pytest.fixture(scope="module")
def run(ground):
    ledger, played = Ledger(), []
    for plan in suite.plans(routes()):
        steps, outcome = play(ground, plan)
        ledger.note(OBSERVERS[plan.observer], outcome)
        played.append((plan, steps, outcome))
    return ledger, played


def test_b_sees_the_same_in_both_worlds(run):
    _ledger, played = run
    differences = [told(plan.line(), steps, outcome) for plan, steps, outcome in played if outcome.difference]
    assert differences == [], "\n\n".join(differences)


def test_no_request_makes_the_house_fail(run):
    _ledger, played = run
    failed = [fault for _plan, _steps, outcome in played for fault in faults(outcome)]
    assert failed == [], "\n".join(failed)


def test_every_route_is_visited_in_both_languages(run):
    ledger, _played = run
    assert ledger.unvisited(routes()) == []


@pytest.mark.parametrize("kind", ["member", "office", "public"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_route_is_visited_by_each_kind_of_observer(run, kind, method):
    ledger, _played = run
    assert ledger.names_unvisited(routes(), f"{kind} {method}") == []


# Pages of a house that is being founded: here they are there for nobody (tests/members/test_founding.py).
FOUNDED = {"founding", "founding_bodies"}


def test_every_route_has_shown_something(run):
    ledger, _played = run
    assert {route.name for route in routes()} - ledger.answered - FOUNDED == set()


def test_much_was_done_behind_bs_back_and_before_its_eyes(run):
    _ledger, played = run
    hidden = [sum(outcome.first.hidden) + sum(outcome.second.hidden) for _plan, _steps, outcome in played]
    shared = [sum(outcome.first.shared) for _plan, _steps, outcome in played]
    assert (min(hidden) > 0, sum(hidden) > 100, sum(shared) > 20) == (True, True, True)


def test_what_once_differed_differs_no_more(ground):
    for plan in seeds.kept():
        steps, outcome = play(ground, plan)
        assert outcome.difference == "", told(plan.line(), steps, outcome)
        assert faults(outcome) == []
