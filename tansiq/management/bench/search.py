"""Looking for words, against the same question without release control; and what hidden rows tell by its time."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import psycopg

from tansiq.engines.search import Query, Term
from tansiq.finding.queries import Wanted, found, known_words, statement
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.guard import NEAR, SEEN
from tansiq.management.bench.rounds import Times, Way, in_turn
from tansiq.management.bench.world import REAL, SPARSE, TO_ALL, TO_OTHERS, Ground, Mix, World

SIZE = 20
TIMES = 10  # Of every way, in every round.
# One in a thousand remarks holds it; one in a hundred; nearly every one.
RARE, SELDOM, COMMON = "rare", "seldom", "التحالف"
PLAIN = (
    "SELECT key, count(*) OVER () FROM plain.findable WHERE vector @@ %s::tsquery "
    "ORDER BY ts_rank(vector, %s::tsquery) DESC, dated DESC NULLS LAST, key LIMIT %s"
)
Say = Callable[[str], None]


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:
    """All that is promised of a search."""
    say(f"{rows} remarks, {ground.members} members …")
    ground.lay()
    real = _world(ground, "real", rows, REAL)
    yield _against(real, "search.rare", RARE, rounds)
    yield _against(real, "search.seldom", SELDOM, rounds)
    yield _against(real, "search.common", COMMON, rounds)
    yield _against(_world(ground, "sparse", rows, SPARSE), "search.sparse", SELDOM, rounds)
    yield _typos(real, rounds)
    yield from _guard(ground, rows, rounds)
    if long:
        say(f"{rows * 10} remarks …")
        large = _world(ground, "large", rows * 10, REAL)
        yield _against(large, "search.long.rare", RARE, rounds)
        yield _against(large, "search.long.seldom", SELDOM, rounds)


def wanted(word: str) -> Wanted:
    """A question for one word."""
    return Wanted(Query((Term(((word, (word,)),), wanted=True),)))


def _world(ground: Ground, name: str, rows: int, mix: Mix) -> World:
    return ground.world(name).fill(rows, mix).ready("findable", "words")


def _against(world: World, name: str, word: str, rounds: int) -> Finding:
    """The statement that finds, against the same without control, which finds more."""
    asked, given = statement(wanted(word), 0, SIZE)
    bare = wanted(word).query.expression.replace("@", "")
    ways = {"ours": _asking(world, asked, given), "floor": _asking(world, PLAIN, [bare, bare, SIZE])}
    times = in_turn(ways, rounds=rounds, times=TIMES)
    return _ratio(name, times)


def _asking(world: World, query: str, given: list[Any]) -> Way:
    text = cast("psycopg.ClientCursor[Any]", world.guest.cursor()).mogrify(query, given)
    return lambda: world.guest.execute(text).fetchall()


def _ratio(name: str, times: Times) -> Finding:
    return Finding(name, times.typical("ours"), times.typical("floor"), times.ratio("ours", "floor"))


def _typos(world: World, rounds: int) -> Finding:
    """Reading the words that a mistyped one is compared with: bounded, however many rows there are."""

    def read() -> None:
        with world.opened():
            known_words()

    return Finding("search.known_words", in_turn({"ours": read}, rounds=rounds, times=2).typical("ours"))


def _guard(ground: Ground, rows: int, rounds: int) -> Iterator[Finding]:
    """A search in a world with hidden rows that hold the word, and in one without."""
    seen = max(1, rows // SEEN)
    bare = ground.world("bare").fill(seen, TO_ALL, step=SEEN).ready("findable")
    full = ground.world("full").fill(seen, TO_ALL, step=SEEN)
    full.fill(rows, TO_OTHERS, silent=ground.measured).ready("findable")
    for word in (SELDOM, COMMON):
        times = in_turn({"ours": _finding(full, word), "floor": _finding(bare, word)}, rounds=rounds, times=TIMES)
        ours, floor = times.typical("ours"), times.typical("floor")
        name = {SELDOM: "seldom", COMMON: "common"}[word]
        yield Finding(f"search.guard.{name}", ours, floor, abs(ours - floor), near=NEAR * floor)


def _finding(world: World, word: str) -> Way:
    def ask() -> None:
        with world.opened():
            found(wanted(word), 0, SIZE)

    return ask
