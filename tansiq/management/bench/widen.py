"""Widening is one act whose work is the items that it widens, however many others there are."""

from collections.abc import Iterator
from copy import copy

from django.db import transaction

from tansiq.languages.words import Words
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.rounds import Way, in_turn
from tansiq.management.bench.world import World
from tansiq.release.models import Member
from tansiq.reviews.commands import make_remark, release_remarks
from tansiq.reviews.models import Remark, Review

ITEMS = 10
TIMES = 2
MORE = 5  # Members to whom they are released.


def bench(large: World, small: World, rounds: int) -> Iterator[Finding]:
    """The same act in a large world and in a small one."""
    times = in_turn({"ours": _widening(large), "floor": _widening(small)}, rounds=rounds, times=TIMES)
    yield Finding("release.widen", times.typical("ours"), times.typical("floor"), times.ratio("ours", "floor"))


def _widening(world: World) -> Way:
    """Release ten remarks of the member to five others; then as before."""
    world.ready("entries")
    text = Words.of("en", en="For those concerned")
    with world.opened():
        review = Review.objects.get()
        readers = sorted(Member.objects.filter(kind=Member.Kind.STATE).values_list("reader", flat=True)[:MORE])
        remarks: list[Remark] = [make_remark(review=review, text=text, readers=[]) for _ in range(ITEMS)]
        own = remarks[0].audience.readers

    def widen() -> None:
        with world.opened():
            release_remarks(remarks=[copy(one) for one in remarks], readers=[*own, *readers])
            transaction.set_rollback(True)

    return widen
