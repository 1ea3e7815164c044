"""What is hidden must not be told by time: one page in a world with hidden rows and in one without (trust.md 2.3)."""

from collections.abc import Iterator

from django.test import RequestFactory

from tansiq.management.bench.goals import Finding
from tansiq.management.bench.rounds import Way, in_turn
from tansiq.management.bench.world import TO_ALL, TO_OTHERS, Ground, World
from tansiq.release.pages import page_of
from tansiq.reviews.queries import remarks

TIMES = 20
SEEN = 100  # One row in so many is the reader's, beside as many hidden ones as the real world has rows.
NEAR = 0.05  # Of the time itself: less is noise to whoever asks over a network.


def bench(ground: Ground, rows: int, rounds: int) -> Iterator[Finding]:
    """Hidden rows strewn between the reader's own, and hidden rows that are all newer than they."""
    seen = max(1, rows // SEEN)
    bare = ground.world("bare").fill(seen, TO_ALL, step=SEEN).ready()
    for name, first in {"between": 0, "newest": seen * SEEN + 1}.items():
        full = ground.world(name).fill(seen, TO_ALL, step=SEEN)
        full.fill(rows, TO_OTHERS, first=first, silent=ground.measured).ready()
        times = in_turn({"ours": listing(full), "floor": listing(bare)}, rounds=rounds, times=TIMES)
        ours, floor = times.typical("ours"), times.typical("floor")
        yield Finding(f"release.guard.{name}", ours, floor, abs(ours - floor), near=NEAR * floor)


def listing(world: World) -> Way:
    """All that a page of remarks asks of the database: how many there are, and its rows."""
    request = RequestFactory().get("/")

    def ask() -> None:
        with world.opened():
            list(page_of(request, remarks()))

    return ask
