"""The pairs of one run: whose eyes, which seed, which routes are dealt to it, so that none is left unvisited."""

from collections.abc import Sequence
from math import ceil

from tests.two_worlds.plans import Plan
from tests.two_worlds.routes import Route

LEADING = ("nawras", "secretariat", "public")  # One of each kind: to these all routes are dealt.
OTHERS = {  # What they alone are shown is dealt to them.
    "alternate": (),
    "chair": ("advice_answer", "soundings"),
    "coordinator": ("briefing_write",),
    "guest": ("visit", "hat", "my_sessions", "document_content", "guest"),
    "secretariat": ("series_change",),  # The last of its hand: the pair to which it is dealt ends before it.
}
DEALT = 6  # Routes to one pair: more are not visited within its steps.
STEPS = 26


def plans(routes: Sequence[Route], seed: int = 0) -> list[Plan]:
    """Every route is dealt to a member, to an office and to the public, in Arabic and English by turns."""
    names = sorted({route.name for route in routes})
    each = ceil(len(names) / DEALT)  # Pairs for each of the leading ones.
    made: list[Plan] = []
    for row, observer in enumerate(LEADING):
        deck = [_twin(routes, name, (row + place) % 2) for place, name in enumerate(names)]
        for place in range(each):
            dealt = deck[place * DEALT : (place + 1) * DEALT]
            made.append(Plan.of_seed(seed + row * each + place, observer, steps=STEPS, deck=dealt))
    for observer, named in OTHERS.items():
        dealt = [_twin(routes, name, turn) for name in named for turn in range(2)]
        made.append(Plan.of_seed(seed + len(made), observer, steps=STEPS, deck=dealt))
    return made


def _twin(routes: Sequence[Route], name: str, turn: int) -> int:
    """The place of a route under the one or the other language."""
    places = [place for place, route in enumerate(routes) if route.name == name]
    return places[turn % len(places)]
