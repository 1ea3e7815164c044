"""Decisions that follow from a few numbers."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Chance that can be drawn again."""

    def __init__(self, *numbers: int) -> None:
        self._chance = random.Random(".".join(map(str, numbers)))  # noqa: S311 -- to be drawn again

    def upto(self, most: int) -> int:
        """A number below `most`."""
        return self._chance.randrange(most)

    def pick(self, of: Sequence[T]) -> T:
        """One of several."""
        return of[self.upto(len(of))]
