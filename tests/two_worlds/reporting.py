"""Calls for reports in the worlds: what is there before anything happens, and what is reported behind B's back."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from tansiq.efforts.models import Measure
from tansiq.languages.words import Words
from tansiq.members import commands
from tansiq.members.models import Body
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Member
from tansiq.reports.answering import Answer
from tansiq.reports.commands.asking import ask_about, reply_to, state_overlap
from tansiq.reports.commands.calling import call_for_reports
from tansiq.reports.commands.filing import file_report, restate_report
from tansiq.reports.models import Call, Query, Report
from tests.two_worlds.ground import Ground

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World

MEMBERS = ("SH", "WA", "NW")
CIRCLE = (*MEMBERS, "secretariat", "chair")


def lay(ground: Ground) -> None:
    """Two open calls, of which one accepts; Nawras and Wadina have answered, asked and restated."""
    with acting_as(ground.token("officer")), transaction.atomic():
        given = commands.ownership(audience_of({PUBLIC}))
        names = {"name": Words.of("en", en="Persons trained"), "code": "trained", "line": "military"}
        ways = {"kind": "flow", "role": "output", "direction": "up", "pools": "sum"}
        measure = Measure.objects.create(**names, **ways, **given)
        calls = [_call(ground, measure, way) for way in Call.Way.values]
        ground.loaded |= {"trained": measure.pk, "call": calls[0].pk}
    for slug in ("jim", "ba"):
        with acting_as(ground.token(slug)), transaction.atomic():
            for call in calls:
                _file(ground, call, measure, Decimal(10), CIRCLE)
    with acting_as(ground.token("ba")), transaction.atomic():
        ask_about(report=_of(calls[0], "NW"), text=Words.of("en", en="Were the trainers counted?"))
        _restate(ground, _of(calls[0], "WA"), Decimal(11), CIRCLE)
        _overlap(ground, calls[0], measure, "NW")
    with acting_as(ground.token("jim")), transaction.atomic():
        reply_to(query=Query.objects.get(), text=Words.of("en", en="No."))
    with acting_as(ground.token("officer")), transaction.atomic():
        _file(ground, calls[0], measure, Decimal(12), CIRCLE, on_the_word_of=Member.objects.get(code="NW"))


def _call(ground: Ground, measure: Measure, way: str) -> Call:
    return call_for_reports(
        body=Body.objects.filter(kind="small_group").earliest("created_at"),
        review=None,
        title=Words.of("en", en=f"Reports, by {way}"),
        question=None,
        period=(date(2026, 5, 1), date(2026, 6, 1)),
        due_at=datetime.fromisoformat("2026-06-20T12:00:00+00:00"),
        measures=[measure],
        members=list(Member.objects.filter(code__in=MEMBERS).order_by("code")),
        way=way,
        own_acceptance=False,
        readers=ground.readers_of(CIRCLE),
    )


def _file(ground: Ground, call: Call, measure: Measure, value: Decimal, to: tuple[str, ...], **given: object) -> Report:
    readers = ground.readers_of(to)
    return file_report(call=call, measure=measure, answer=Answer("figure", value=value), readers=readers, **given)


def _restate(ground: Ground, report: Report, value: Decimal, to: tuple[str, ...]) -> Report:
    return restate_report(
        report=report,
        answer=Answer("figure", value=value),
        reason=Words.of("en", en="Some were missing."),
        readers=ground.readers_of(to),
    )


def _overlap(ground: Ground, call: Call, measure: Measure, other: str) -> None:
    state_overlap(
        call=call,
        measure=measure,
        other=Member.objects.get(code=other),
        value=Decimal(2),
        note=None,
        readers=ground.readers_of(CIRCLE),
    )


def _of(call: Call, code: str) -> Report:
    """What stands of a member in a call."""
    found = Report.objects.filter(call=call, said_by__code=code, restated_by__isnull=True).order_by("key").first()
    if found is None:
        raise PermissionDenied
    return found


def _open(way: str) -> Call:
    return Call.objects.get(way=way)


def report(world: "World", by: str, *, value: str, to: tuple[str, ...], way: str = "clarification") -> None:
    """A member reports to a few."""
    with world.acting(by):
        call, measure = _open(way), Measure.objects.get(code="trained")
        world.keys.append(_file(world.ground, call, measure, Decimal(value), to).pk)


def restate(world: "World", by: str, *, value: str, to: tuple[str, ...], way: str = "clarification") -> None:
    """A member restates what it reported."""
    with world.acting(by) as who:
        code = Member.objects.get(pk=who.member).code
        world.keys.append(_restate(world.ground, _of(_open(way), code), Decimal(value), to).pk)


def query(world: "World", by: str, *, of: str, text: str, reply: str = "", replied_by: str = "") -> None:
    """A member asks about another's report, which may answer."""
    with world.acting(by):
        asked = ask_about(report=_of(_open("clarification"), of), text=Words.of("en", en=text))
        world.keys.append(asked.pk)
    if reply:
        with world.acting(replied_by):
            reply_to(query=Query.objects.get(pk=asked.pk), text=Words.of("en", en=reply))


def overlap(world: "World", by: str, *, other: str) -> None:
    """A member says to another what both of them counted."""
    with world.acting(by):
        state_overlap(
            call=_open("clarification"),
            measure=Measure.objects.get(code="trained"),
            other=Member.objects.get(code=other),
            value=Decimal(3),
            note=None,
            readers=[],
        )
