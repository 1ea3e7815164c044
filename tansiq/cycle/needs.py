"""What needs whoever acts: worked out anew from what is released to that person, never stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from tansiq import clock
from tansiq.cycle.pages.gathering import Gathering, Listed
from tansiq.engines import needing
from tansiq.engines.zones import UTC
from tansiq.forecasts import queries as forecasts
from tansiq.forecasts.commands import RESOLVERS
from tansiq.languages.words import Words
from tansiq.members.models import Accreditation
from tansiq.release.acting import acting
from tansiq.reports import waiting
from tansiq.reports.commands.calling import CALLERS

CALLED, DRAFTED, ASKED, HANDED_BACK, ENTERED, SHARED, MISSING, RULING, FORETOLD, UNDATED = (
    *("called", "drafted", "asked", "handed_back", "entered", "shared"),
    *("missing", "ruling", "foretold", "undated"),
)
PAGES = {  # Where one does what is needed.
    **dict.fromkeys((CALLED, DRAFTED), "call_answer"),
    **dict.fromkeys((ASKED, HANDED_BACK, ENTERED), "report"),
    **dict.fromkeys((SHARED, RULING), "call"),
    MISSING: "call_closing",
    FORETOLD: "forecast_resolve",
    UNDATED: "forecast_date",
}
CALL = ("title", "due_at", "created_at", "body__zone")
REPORT = ("created_at", "measure__name", "call__title")
FORECAST = ("created_at", "claim")


def _of_offices(_office: UUID) -> Any:
    return waiting.calls_unanswered()


DELEGATION = Gathering(
    called=Listed(waiting.calls_asking, (*CALL, "asks", "left")),
    drafted=Listed(waiting.calls_with_drafts, (*CALL, "ready")),
    asked=Listed(waiting.questions_to, ("created_at", "report__answer", "report__measure__name")),
    handed_back=Listed(waiting.handed_back_to, REPORT),
    entered=Listed(waiting.entered_for, REPORT),
    shared=Listed(waiting.overlaps_before, REPORT),
    undated=Listed(forecasts.undated_of, FORECAST),
)
OFFICE = Gathering(
    missing=Listed(_of_offices, (*CALL, "asks", "left")),
    ruling=Listed(waiting.calls_to_rule_on, (*CALL, "waiting")),
    undated=Listed(forecasts.undated_of, FORECAST),
    foretold=Listed(forecasts.due_from_others, FORECAST),
)
# The coordinator resolves forecasts, those of the secretariat among them.
COORDINATION = Gathering(**DELEGATION.lists, foretold=Listed(forecasts.due_from_others, FORECAST))


@dataclass(frozen=True)
class Need:
    """One thing that needs whoever acts: of what kind, on which item, of how many, by when."""

    kind: str
    item: UUID
    title: Words
    page: UUID
    since: datetime
    due: datetime | None = None
    zone: str = UTC  # In which that is told.
    count: int = 1
    of: int = 0

    @property
    def address(self) -> str:
        """Where it is done."""
        return reverse(PAGES[self.kind], args=[self.page])

    @property
    def near(self) -> str:
        """How near its time is."""
        return needing.nearness(self.due, clock.now())


def needs() -> list[Need]:
    """All that needs whoever acts, what is due first, first; in two statements."""
    who = acting()
    if who.code in CALLERS:
        found = _for_office(OFFICE.of(who.member), resolves=who.code in RESOLVERS)
    else:
        lists = COORDINATION if who.code in RESOLVERS else DELEGATION
        found = _for_delegation(lists.of(who.member), clears=who.hat == Accreditation.Role.HEAD)
    return sorted(found, key=lambda one: (*needing.place(one.due, one.since), one.kind, str(one.item)))


def _for_delegation(held: Mapping[str, Sequence[Any]], *, clears: bool) -> Iterable[Need]:
    yield from (_of_call(CALLED, call, call.left, call.asks) for call in held[CALLED])
    yield from (_of_call(DRAFTED, call, call.ready) for call in held[DRAFTED] if clears)
    yield from (
        Need(ASKED, query.pk, query.report.measure.name, query.report.pk, query.created_at) for query in held[ASKED]
    )
    for kind in (HANDED_BACK, ENTERED):
        yield from (Need(kind, one.pk, one.measure.name, one.pk, one.created_at) for one in held[kind])
    yield from (Need(SHARED, one.pk, one.measure.name, one.call.pk, one.created_at) for one in held[SHARED])
    yield from _of_forecasts(UNDATED, held[UNDATED])
    yield from _of_forecasts(FORETOLD, held.get(FORETOLD, ()))


def _for_office(held: Mapping[str, Sequence[Any]], *, resolves: bool) -> Iterable[Need]:
    due = (call for call in held[MISSING] if call.due_at <= clock.now())
    yield from (_of_call(MISSING, call, call.left, call.asks) for call in due)
    yield from (Need(RULING, one.pk, one.title, one.pk, one.created_at, count=one.waiting) for one in held[RULING])
    yield from _of_forecasts(UNDATED, held[UNDATED])
    yield from _of_forecasts(FORETOLD, held[FORETOLD] if resolves else ())


def _of_forecasts(kind: str, rows: Iterable[Any]) -> Iterable[Need]:
    return (Need(kind, one.pk, one.claim, one.pk, one.created_at) for one in rows)


def _of_call(kind: str, call: Any, count: int, of: int = 0) -> Need:
    return Need(kind, call.pk, call.title, call.pk, call.created_at, call.due_at, call.body.zone, count, of)
