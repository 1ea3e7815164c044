"""The smallest set of proposed wordings that clears all objections, each by one of the ways that its member named."""

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple, TypeVar

W = TypeVar("W", bound=Hashable)
MOST = 20_000  # Sets that are looked at before the greedy way is taken.


class Cleared(NamedTuple):
    """Which wordings clear which objections, whether fewer could, and which objections no wording clears."""

    wordings: tuple[Hashable, ...]
    is_least: bool  # Exact: no smaller set clears as much.
    left: tuple[str, ...]  # Members whose objection names no wording.


def clear(objections: Mapping[str, Iterable[frozenset[W]]]) -> Cleared:
    """The smallest set of wordings that clears every objection that can be cleared.

    Args:
        objections: for each member that objects, the sets of wordings by each of which it would lift its objection.

    >>> clear({"A": [frozenset({1})], "B": [frozenset({1, 2}), frozenset({3})], "C": []})
    Cleared(wordings=(1, 2), is_least=True, left=('C',))
    """
    ways = {who: [set(way) for way in held] for who, held in objections.items()}
    left = tuple(sorted(who for who, held in ways.items() if not held))
    asked: list[list[set[W]]] = [held for who, held in sorted(ways.items()) if held]
    known = sorted({one for held in asked for way in held for one in way}, key=_order)
    looked = 0
    for size in range(len(known) + 1):
        for chosen in combinations(known, size):
            looked += 1
            if looked > MOST:
                return Cleared(_greedy(asked), is_least=False, left=left)
            if all(any(way <= set(chosen) for way in held) for held in asked):
                return Cleared(chosen, is_least=True, left=left)
    raise AssertionError  # All known wordings together clear whatever can be cleared.


def _greedy(asked: list[list[set[W]]]) -> tuple[Hashable, ...]:
    """For each objection in turn the way that adds fewest wordings to those taken already."""
    taken: set[W] = set()
    for held in sorted(asked, key=lambda ways: min(len(way) for way in ways), reverse=True):
        taken |= min(held, key=lambda way: (len(way - taken), sorted(map(_order, way))))
    return tuple(sorted(taken, key=_order))


def _order(one: Hashable) -> str:
    return str(one)
