"""Taking in a file of answers against a COPY of the same rows: read, checked and filed; with its entry as well."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction

from tansiq.engines.workbook.apart import Apart, apart
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.rounds import Way, in_turn
from tansiq.management.bench.world import Ground, World
from tansiq.members import offices
from tansiq.release.commands import audience_of
from tansiq.release.models import Member
from tansiq.reports.brought import readers_of
from tansiq.reports.commands.taking_in import put_in, take_in
from tansiq.reports.looking import Desk, Looked, Sent
from tansiq.reports.models import Call
from tansiq.reports.workbooks import questions

MOST = 10_000  # Rows of one file.
FIRST = date(1990, 1, 1)
MOMENT = datetime(2026, 6, 1, tzinfo=UTC)
FIGURE = (
    "key, owner_id, audience_id, said_by_id, created_at, version, measure_id, value, qualifier, level, as_of_from, "
    "as_of_until, as_of_precision, stated_from, stated_until, stated_precision, review_id"
)
REPORT = (
    "key, owner_id, audience_id, said_by_id, created_at, version, call_id, measure_id, answer, figure_id, method, "
    "reliability, credibility"
)
Say = Callable[[str], None]


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:  # noqa: ARG001 -- as every bench is asked
    """One file, as large as a file may be."""
    count = min(rows, MOST)
    say(f"{count} answers in one file …")
    ground.lay()
    world = ground.world("ingest").ready("call")
    content = _table(count)
    with apart() as reader:
        ways: dict[str, Way] = {
            "floor": _copied(world, count, "plain"),
            "keyed": _copied(world, count, "keyed"),
            "ours": lambda: _taken(world, reader, content, entry=False),
            "entry": lambda: _taken(world, reader, content, entry=True),
        }
        for way in ways.values():
            way()
        times = in_turn(ways, rounds=rounds, times=1)
    # The goals were found over a table with its foreign keys; what a COPY without any takes is told beside them.
    for floor, name in {"keyed": "", "floor": ".bare"}.items():
        least = times.typical(floor)
        yield Finding(f"ingest.validated{name}", times.typical("ours"), least, times.ratio("ours", floor))
        yield Finding(f"ingest.entries{name}", times.typical("entry"), least, times.ratio("entry", floor))


def _days(count: int) -> Iterator[date]:
    return (FIRST + timedelta(days=number) for number in range(count))


def _table(count: int) -> bytes:
    told = (f"trained,{number % 997},{day},{day},من القوائم" for number, day in enumerate(_days(count)))
    return "\n".join(["code,value,from,until,method", *told]).encode()


def _taken(world: World, reader: Apart, content: bytes, *, entry: bool) -> None:
    """Read apart, checked, held against what stands, and filed; then as before."""
    with world.opened():
        call = Call.objects.select_related("audience").get()
        ((_code, of_reporter),) = questions(call).items()
        member = of_reporter.member
        to = [Member.objects.get(code=offices.SECRETARIAT).reader]
        desk = Desk(call, {member.code: of_reporter}, member, to, "", "ar")
        (one,) = desk.look_at([Sent("bench.csv", hashlib.sha256(content).hexdigest(), reader.read(content))])
        _file(one, call, to, entry=entry)
        transaction.set_rollback(True)


def _file(one: Looked, call: Call, to: Sequence[int], *, entry: bool) -> None:
    if one.of_reporter is None or one.brought is None or not one.can_be_taken:
        raise RuntimeError(one.refused or one.flaws[:1])
    if entry:
        take_in(call=call, of_reporter=one.of_reporter, brought=one.brought, readers=to)
        return
    member = one.of_reporter.member
    put_in(call, member, audience_of(readers_of(member, to)), one.plan)


def _copied(world: World, count: int, schema: str) -> Way:
    """The same rows, typed already, into the same tables without any control: with their foreign keys, or without."""
    with world.opened():
        call = Call.objects.get()
        member = Member.objects.get(code=f"M{world.ground.measured:04}")
    owned = (member.pk, call.audience_id, member.pk, MOMENT, 1)
    keys = [hashlib.md5(f"bench {number}".encode(), usedforsecurity=False).hexdigest() for number in range(2 * count)]
    measure = hashlib.md5(b"bench measure", usedforsecurity=False).hexdigest()
    words = '{"source": "ar", "words": {"ar": "من القوائم"}}'
    figures: list[tuple[Any, ...]] = [
        (key, *owned, measure, number % 997, "none_stated", "", day, day, "day", day, day, "day", call.review_id)
        for number, (key, day) in enumerate(zip(keys[:count], _days(count), strict=True))
    ]
    reports: list[tuple[Any, ...]] = [
        (key, *owned, call.pk, measure, "figure", figure, words, "", "")
        for figure, key in zip(keys[:count], keys[count:], strict=True)
    ]
    guest = world.guest

    def copy() -> None:
        with guest.cursor() as cursor:
            cursor.execute("SAVEPOINT before")
            for table, columns, held in (("figure", FIGURE, figures), ("report", REPORT, reports)):
                with cursor.copy(f"COPY {schema}.{table} ({columns}) FROM STDIN".encode()) as to:
                    for row in held:
                        to.write_row(row)
            cursor.execute("ROLLBACK TO SAVEPOINT before")

    return copy
