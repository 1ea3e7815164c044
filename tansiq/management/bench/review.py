"""The page of the review that most was said at: on the shipped record, and on ten and a hundred times its rows."""

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
WHOLE, TEN, HUNDRED = "", ".tenfold", ".hundredfold"
FOLD = {WHOLE: 1, TEN: 10, HUNDRED: 100}
KEYED = re.compile(rb'href="(/ar/\w+/[0-9a-f-]{36}/)')
Page = Callable[[], bytes]
ByHand = Callable[[psycopg.Connection[Any]], bytes]


def bench(ground: Ground, page: Page, by_hand: ByHand, *, rounds: int, say: Callable[[str], None]) -> Iterator[Finding]:
    """The page against its floor on each size of record, how it grows, and its statements."""
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined] # the stubs lack it; a house with a guest in it cannot be cloned
    worlds = {name: _grown(ground, times) for name, times in FOLD.items()}
    ways: dict[str, Way] = {}
    for name, world in worlds.items():
        whole, hand = partial(_asked, world, page), partial(by_hand, connect(world.name, "app"))
        ways |= {f"ours{name}": whole, f"floor{name}": hand}
        say(f"{FOLD[name]} × the record: {_compared(whole(), hand())}")
    times = in_turn(ways, rounds=rounds, times=TIMES)
    for name in worlds:
        ours, floor = f"ours{name}", f"floor{name}"
        yield Finding(f"page.review{name}", times.typical(ours), times.typical(floor), times.ratio(ours, floor))
    # At ten times the rows every list of the page is as long as it may be: beyond, only finding the rows may cost more.
    for name, less in {"growth": f"ours{TEN}", "filling": f"ours{WHOLE}"}.items():
        more = f"ours{HUNDRED}"
        yield Finding(f"page.review.{name}", times.typical(more), times.typical(less), times.ratio(more, less))
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
