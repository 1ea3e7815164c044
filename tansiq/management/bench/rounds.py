"""Measuring on a machine that is never quiet: everything in turn, and medians over rounds.

A round keeps the quickest of its tries: whatever took longer was waiting for somebody else's work.
"""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Way = Callable[[], object]
MILLI = 1000.0


@dataclass(frozen=True)
class Times:
    """What each way took: the quickest try of each round, in milliseconds."""

    of: Mapping[str, list[float]]

    def typical(self, way: str) -> float:
        """A way's median over the rounds."""
        return median(self.of[way])

    def ratio(self, way: str, floor: str) -> float:
        """How many times as long as the floor: the median over the rounds of the ratio within each."""
        return median(ours / least for ours, least in zip(self.of[way], self.of[floor], strict=True))


def in_turn(ways: Mapping[str, Way], *, rounds: int, times: int) -> Times:
    """Run all the ways one after the other, so many times in every round."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    order = list(ways.items())
    gc.collect()
    gc.freeze()  # As the house that serves has it (wsgi.py).
    for _ in range(rounds):
        samples: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(times):
            for name, way in order:
                began = time.perf_counter()
                way()
                samples[name].append((time.perf_counter() - began) * MILLI)
            order.reverse()  # Nobody is always the one that finds the cache warm.
        for name, measured in samples.items():
            taken[name].append(min(measured))
    return Times(taken)
