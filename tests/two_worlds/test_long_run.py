"""The long run: hypothesis draws the scripts, makes a failing one small, and keeps it for the suite.

python3 run.py two_worlds --pairs 10000 --seed 7
"""

import sys
import time

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as some

from tests.two_worlds import seeds
from tests.two_worlds.observers import OBSERVERS
from tests.two_worlds.pairs import faults, play_pair, told
from tests.two_worlds.plans import ROLLS, Plan, drawn
from tests.two_worlds.routes import routes

STEPS, DEALT = 26, 6
EVERY = 100  # Pairs between two lines of progress.

pytestmark = pytest.mark.long


def test_long_run(ground, pytestconfig):
    pairs, number = pytestconfig.getoption("pairs", 200), pytestconfig.getoption("seed", 1)
    counts, failing, began = {"pairs": 0, "requests": 0, "hidden": 0}, [], time.perf_counter()
    known = routes()
    plans = some.builds(
        Plan,
        some.sampled_from(sorted(OBSERVERS)),
        some.lists(some.integers(0, ROLLS - 1), min_size=STEPS, max_size=STEPS).map(tuple),
        some.lists(some.integers(0, len(known) - 1), max_size=DEALT).map(tuple),
    )

    def tell():
        rate = counts["pairs"] / (time.perf_counter() - began)
        line = ", ".join(f"{count} {name}" for name, count in counts.items())
        sys.stdout.write(f"seed {number}: {line}, {rate:.1f} pairs/s\n")
        sys.stdout.flush()

    @seed(number)
    @settings(
        max_examples=pairs,
        deadline=None,
        database=None,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(plans)
    def every_pair(plan):
        steps = drawn(plan)
        outcome = play_pair(ground, OBSERVERS[plan.observer], steps, [known[place] for place in plan.deck])
        counts["pairs"] += 1
        counts["requests"] += len(outcome.first.seen) + len(outcome.second.seen)
        counts["hidden"] += sum(outcome.first.hidden) + sum(outcome.second.hidden)
        if counts["pairs"] % EVERY == 0:
            tell()
        if outcome.difference or faults(outcome):
            failing.append(plan)
        assert outcome.difference == "", told(plan.line(), steps, outcome)
        assert faults(outcome) == []

    try:
        every_pair()
    finally:
        tell()
        if failing:
            seeds.keep(failing[-1])
