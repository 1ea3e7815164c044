"""The page of the review that most was said at: on the shipped record, and on a hundred times its rows."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import psycopg
from django.db import connection

from tansiq.management.bench.counting import statements
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.rounds import Way, in_turn
from tansiq.management.bench.world import Ground, World, connect

TIMES = 3
WHOLE, HUNDRED = "", ".hundredfold"
FOLD = {WHOLE: 1, HUNDRED: 100}
KEYED = re.compile(rb'href="(/ar/\w+/[0-9a-f-]{36}/)')
Page = Callable[[], bytes]
ByHand = Callable[[psycopg.Connection[Any]], bytes]


def bench(ground: Ground, page: Page, by_hand: ByHand, *, rounds: int, say: Callable[[str], None]) -> Iterator[Finding]:
    """The page against its floor on each size of record, how it grows, and its statements."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined] # the stubs lack it; a house with a guest in it cannot be cloned
    worlds = {name: _grown(ground, times) for name, times in FOLD.items()}
    ways: dict[str, Way] = {}
    shown: dict[str, int] = {}
    for name, world in worlds.items():
        whole, hand = partial(_asked, world, page), partial(by_hand, connect(world.name, "app"))
        ways |= {f"ours{name}": whole, f"floor{name}": hand}
        shown[name] = len(whole())
        say(f"{FOLD[name]} × the record: {_compared(whole(), hand())}")
    times = in_turn(ways, rounds=rounds, times=TIMES)
    for name in worlds:
        ours, floor = f"ours{name}", f"floor{name}"
        yield Finding(f"page.review{name}", times.typical(ours), times.typical(floor), times.ratio(ours, floor))
    # A page may take longer by as much as it shows more; finding that among all the rows may cost half as much again.
    more, less = f"ours{HUNDRED}", f"ours{WHOLE}"
    grown = times.ratio(more, less) / (shown[HUNDRED] / shown[WHOLE])
    yield Finding("page.review.growth", times.typical(more), times.typical(less), grown)
    yield from _statements(worlds, page)


def _grown(ground: Ground, times: int) -> World:
    """The record with so many times the rows of all that hangs on reviews."""
    if times == 1:
        return World(ground, ground.name).ready()
    world = ground.world(f"record_{times}")
    ground.run("record", world.name, {"times": times})
    return world.ready()


def _asked(world: World, page: Page) -> bytes:
    with world.lent():
        return page()


def _compared(ours: bytes, floor: bytes) -> str:
    """How large both pages are, and whether the floor leads to all that ours leads to."""
    missing = set(KEYED.findall(ours)) - set(KEYED.findall(floor))
    sizes = f"{len(ours) // 1024} kB; by hand {len(floor) // 1024} kB"
    return f"{sizes}, without {len(missing)} of our links" if missing else sizes


def _statements(worlds: Mapping[str, World], page: Page) -> Iterator[Finding]:
    """How many statements of SQL the page needs, whatever its size."""
    needed: dict[str, int] = {}
    for name, world in worlds.items():
        with world.lent():
            needed[name] = statements(page)
    most, least = max(needed.values()), min(needed.values())
    yield Finding("page.review.statements", most, unit="")
    yield Finding("page.review.statements.growth", most, least, most / least, unit="")
