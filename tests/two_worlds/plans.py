"""Scripts of a pair: drawn from numbers, so that one short line says all of it and can be played again."""

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.two_worlds.acts import Act
from tests.two_worlds.dice import Dice
from tests.two_worlds.drawing import certain_act, hidden_act, shared_act
from tests.two_worlds.observers import OBSERVERS
from tests.two_worlds.seeing import Request

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World

MOST_HIDDEN = 30  # Acts in one world.
MOST_ASKED = 40  # Requests in one pair.
ROLLS = 1 << 16


@dataclass(frozen=True)
class Plan:
    """A pair before it is played: who looks, one number for each step of its script, and the routes dealt to it."""

    observer: str
    steps: tuple[int, ...]
    deck: tuple[int, ...] = ()  # Places in the list of all routes.

    def line(self) -> str:
        """One line, as seeds.txt keeps it."""
        return json.dumps([self.observer, self.steps, self.deck], separators=(",", ":"))

    @classmethod
    def of_line(cls, line: str) -> "Plan":
        """The plan of such a line."""
        observer, steps, deck = json.loads(line)
        return cls(observer, tuple(steps), tuple(deck))

    @classmethod
    def of_seed(cls, seed: int, observer: str, *, steps: int = 24, deck: Sequence[int] = ()) -> "Plan":
        """A random plan."""
        chance = random.Random(seed)  # noqa: S311 -- a script that can be drawn again
        return cls(observer, tuple(chance.randrange(ROLLS) for _step in range(steps)), tuple(deck))


@dataclass
class Hidden:
    """Acts behind B's back: others in the one world than in the other."""

    one: Sequence[Act] = ()
    other: Sequence[Act] = ()

    def of(self, world: int) -> Sequence[Act]:
        """Those of a world."""
        return (self.one, self.other)[world]


@dataclass
class Shared:
    """An act before B's eyes, the same in both worlds."""

    what: Act


@dataclass
class Ask:
    """A request of B: one that dice decide, or a given one, which may name what is hidden in the first world."""

    what: Dice | Callable[["World"], Request]


Step = Hidden | Shared | Ask


def drawn(plan: Plan) -> list[Step]:
    """The script of a plan."""
    observer = OBSERVERS[plan.observer]
    steps: list[Step] = [Hidden(one=[certain_act(observer)])] if any(plan.steps) else []
    counts = [len(steps), 0]
    for number in filter(None, plan.steps):  # Nothing is done in a step of 0: so a failing plan is made small.
        kind = number % 8
        if kind in {1, 2}:
            pair: list[list[Act]] = []
            for world in range(2):
                most = min(Dice(number, world).upto(5), MOST_HIDDEN - counts[world])
                pair.append(
                    [hidden_act(Dice(number, world, place), observer, first=not place) for place in range(most)]
                )
                counts[world] += most
            steps.append(Hidden(*pair))
        elif kind == 3:
            steps.append(Shared(shared_act(Dice(number), observer)))
        else:
            steps.append(Ask(Dice(number)))
    return steps
