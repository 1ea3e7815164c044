"""What is hidden must not be told by time: the same page in a world with hidden rows and in one without (trust.md 2.3)."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from tansiq.management.bench.goals import Finding
from tansiq.management.bench.rounds import in_turn
from tansiq.management.bench.world import TO_ALL, TO_OTHERS, Ground

TIMES = 20
SEEN = 100  # One row in so many is the reader's, beside as many hidden ones as the real world has rows.
NEAR = 0.05  # Of the time itself: less is noise to whoever asks over a network.


def bench(ground: Ground, rows: int, rounds: int, page: QuerySet[Any]) -> Iterator[Finding]:
    """Hidden rows strewn between the reader's own, and hidden rows that are all newer than they."""
    seen = max(1, rows // SEEN)
    bare = ground.world("bare").fill(seen, TO_ALL, step=SEEN).ready()
    hidden = {"between": (0, 1.0), "newest": (seen * SEEN + 1, 1.0)}
    for name, (first, step) in hidden.items():
        full = ground.world(name).fill(seen, TO_ALL, step=SEEN)
        full.fill(rows, TO_OTHERS, first=first, step=step, silent=ground.measured).ready()
        times = in_turn({"full": full.asking(page), "bare": bare.asking(page)}, rounds=rounds, times=TIMES)
        ours, floor = times.typical("full"), times.typical("bare")
        yield Finding(f"release.guard.{name}", ours, floor, abs(ours - floor), near=NEAR * floor)
