"""The pairs of one run: whose eyes, which seed, which routes are dealt to it, so that none is left unvisited."""

from collections.abc import Sequence
from math import ceil

from tests.two_worlds.plans import Plan
from tests.two_worlds.routes import Route

LEADING = ("nawras", "secretariat", "public")  # One of each kind: to these all routes are dealt.
OTHERS = ("alternate", "coordinator")
EACH = 12  # Pairs for each of the leading ones.
STEPS = 26


def plans(routes: Sequence[Route], seed: int = 0) -> list[Plan]:
    """Every route is dealt to a member, to an office and to the public, in Arabic and English by turns."""
    names = sorted({route.name for route in routes})
    share = ceil(len(names) / EACH)
    made: list[Plan] = []
    for row, observer in enumerate(LEADING):
        deck = [_twin(routes, name, (row + place) % 2) for place, name in enumerate(names)]
        for place in range(EACH):
            dealt = deck[place * share : (place + 1) * share]
            made.append(Plan.of_seed(seed + row * EACH + place, observer, steps=STEPS, deck=dealt))
    others = [Plan.of_seed(seed + len(made) + place, observer, steps=STEPS) for place, observer in enumerate(OTHERS)]
    return [*made, *others]


def _twin(routes: Sequence[Route], name: str, turn: int) -> int:
    """The place of a route under the one or the other language."""
    places = [place for place, route in enumerate(routes) if route.name == name]
    return places[turn % len(places)]
