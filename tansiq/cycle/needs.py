"""What needs whoever acts: worked out anew from what is released to that person, never stored."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse

from tansiq import clock
from tansiq.advice import queries as advice
from tansiq.cycle.pages.gathering import Gathering, Listed
from tansiq.decisions import waiting as texts
from tansiq.decisions.actions import queries as actions
from tansiq.decisions.silence import queries as silence
from tansiq.decisions.silence.queries import Standing
from tansiq.decisions.silence.voicing import SPEAKERS
from tansiq.engines import needing
from tansiq.engines import silence as procedure
from tansiq.engines.silence import OPEN, State
from tansiq.engines.zones import UTC
from tansiq.forecasts import queries as forecasts
from tansiq.forecasts.commands import RESOLVERS
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.models import Accreditation
from tansiq.release.acting import Actor, acting
from tansiq.release.models import Member
from tansiq.reports import waiting
from tansiq.reports.commands.calling import CALLERS
from tansiq.reviews.minutes import waiting as minutes
from tansiq.reviews.minutes.models import Minutes

(
    CALLED,
    DRAFTED,
    ASKED,
    HANDED_BACK,
    ENTERED,
    SHARED,
    MINUTED,
    MISSING,
    RULING,
    CORRECTED,
    ADOPTING,
    FORETOLD,
    UNDATED,
    ADVISING,
    SEEING,
    LAYING,
    ANSWERING,
    SILENT,
    VOICELESS,
    STARTING,
    NOTIFYING,
    BARRED,
    CONTESTED,
    OWED,
    UNWANTED,
    UNJUDGED,
    ENDED,
) = (
    *("called", "drafted", "asked", "handed_back", "entered", "shared", "minuted"),
    *("missing", "ruling", "corrected", "adopting", "foretold", "undated"),
    *("advising", "seeing", "laying", "answering"),
    *("silent", "voiceless", "starting", "notifying", "barred", "contested"),
    *("owed", "unwanted", "unjudged", "ended"),
)
PAGES = {  # Where one does what is needed.
    **dict.fromkeys((CALLED, DRAFTED), "call_answer"),
    **dict.fromkeys((ASKED, HANDED_BACK, ENTERED), "report"),
    **dict.fromkeys((SHARED, RULING), "call"),
    MISSING: "call_closing",
    MINUTED: "minutes",
    CORRECTED: "minutes_answer",
    ADOPTING: "minutes_adopt",
    FORETOLD: "forecast_resolve",
    UNDATED: "forecast_date",
    ADVISING: "advise",
    SEEING: "advice_call",
    LAYING: "advice_lay",
    ANSWERING: "advice_answer",
    **dict.fromkeys((SILENT, ENDED), "silence"),
    VOICELESS: "position_take",
    OWED: "action_tell",
    UNWANTED: "action_settle",
    UNJUDGED: "action_judge",
    **dict.fromkeys((STARTING, NOTIFYING, BARRED, CONTESTED), "silence_lead"),
}
LED = {  # What a run of silence needs of the chair, as it stands.
    State.PROPOSED: STARTING,
    State.DUE: NOTIFYING,
    State.BARRED: BARRED,
    State.CONTESTED: CONTESTED,
}
TOLD = procedure.ENDED | {State.CONTESTED}  # All who are entitled are told of it by letter.
CALL = ("title", "due_at", "created_at", "body__zone")
REPORT = ("created_at", "measure__name", "call__title")
MINUTES = ("created_at", "until_on", "called", "item__key")
FORECAST = ("created_at", "claim")
ADVICE_CALL = ("title", "created_at", "closes_at", "settled_at", "zone")
ACTION = ("created_at", "text", "due_until", "moved_to")
QUESTION = ("created_at", "text__title", "text__body__zone")
RUN = (*QUESTION, "way", "rule")


def _of_offices(rows: Callable[[], Any]) -> Callable[[UUID], Any]:
    """What waits for any of the offices, whichever asks."""
    return lambda _office: rows()


DELEGATION = Gathering(
    called=Listed(waiting.calls_asking, (*CALL, "asks", "left")),
    drafted=Listed(waiting.calls_with_drafts, (*CALL, "ready")),
    asked=Listed(waiting.questions_to, ("created_at", "report__answer", "report__measure__name")),
    handed_back=Listed(waiting.handed_back_to, REPORT),
    entered=Listed(waiting.entered_for, REPORT),
    shared=Listed(waiting.overlaps_before, REPORT),
    minuted=Listed(minutes.minutes_before, MINUTES),
    undated=Listed(forecasts.undated_of, FORECAST),
    advising=Listed(advice.calls_asking, ADVICE_CALL),
    seeing=Listed(advice.calls_to_see, (*ADVICE_CALL, "left")),
    silent=Listed(texts.runs_unspoken, RUN),
    voiceless=Listed(texts.questions_unanswered, QUESTION),
    owed=Listed(actions.owed_by, ACTION),
)
OFFICE = Gathering(
    missing=Listed(_of_offices(waiting.calls_unanswered), (*CALL, "asks", "left")),
    ruling=Listed(waiting.calls_to_rule_on, (*CALL, "waiting")),
    corrected=Listed(_of_offices(minutes.corrections_to_answer), ("created_at", "called")),
    adopting=Listed(_of_offices(minutes.minutes_to_adopt), MINUTES),
    undated=Listed(forecasts.undated_of, FORECAST),
    foretold=Listed(forecasts.due_from_others, FORECAST),
    laying=Listed(advice.calls_to_lay, ADVICE_CALL),
    answering=Listed(advice.answers_due, ("created_at", "words")),
    led=Listed(texts.runs_led, RUN),
    unwanted=Listed(actions.to_be_dropped, ACTION),
    unjudged=Listed(actions.unjudged, ACTION),
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
    """All that needs whoever acts, what is due first, first; in two statements, and four more of runs of silence."""
    who = acting()
    if who.code in CALLERS:
        found = _for_office(OFFICE.of(who.member), who)
    else:
        lists = COORDINATION if who.code in RESOLVERS else DELEGATION
        found = _for_delegation(lists.of(who.member), who)
    return sorted(found, key=lambda one: (*needing.place(one.due, one.since), one.kind, str(one.item)))


def outcomes() -> list[tuple[Need, str]]:
    """What came of runs of silence in which the acting member is entitled: told by letter, once for each outcome."""
    who = acting()
    if who.kind == Member.Kind.OFFICE or who.member is None or who.hat not in SPEAKERS:
        return []
    runs = _standing(list(silence.runs().filter(pk__in=texts.runs_over(who.member).values("pk"))))
    return [(_of_run(ENDED, run), run.state.value) for run in runs if run.state in TOLD]


def _for_delegation(held: Mapping[str, Sequence[Any]], who: Actor) -> Iterable[Need]:
    yield from (_of_call(CALLED, call, call.left, call.asks) for call in held[CALLED])
    if who.hat == Accreditation.Role.HEAD:
        yield from (_of_call(DRAFTED, call, call.ready) for call in held[DRAFTED])
    yield from (
        Need(ASKED, query.pk, query.report.measure.name, query.report.pk, query.created_at) for query in held[ASKED]
    )
    for kind in (HANDED_BACK, ENTERED):
        yield from (Need(kind, one.pk, one.measure.name, one.pk, one.created_at) for one in held[kind])
    yield from (Need(SHARED, one.pk, one.measure.name, one.call.pk, one.created_at) for one in held[SHARED])
    if who.kind != Member.Kind.OFFICE:
        yield from (_of_minutes(MINUTED, one, _end_of(one.until_on)) for one in held[MINUTED] if _is_open(one))
    yield from _of_forecasts(UNDATED, held[UNDATED])
    yield from _of_forecasts(FORETOLD, held.get(FORETOLD, ()))
    yield from (_of_advice(ADVISING, one, one.closes_at) for one in held[ADVISING])
    yield from (_of_advice(SEEING, one, one.settled_at, one.left) for one in held[SEEING])
    if who.hat in SPEAKERS:
        yield from (_of_run(SILENT, run) for run in _standing(held[SILENT]) if run.state in OPEN)
    yield from (_of_question(VOICELESS, one) for one in held[VOICELESS])
    yield from (_of_action(OWED, one, _end_of(one.due_now)) for one in held[OWED])


def _for_office(held: Mapping[str, Sequence[Any]], who: Actor) -> Iterable[Need]:
    due = (call for call in held[MISSING] if call.due_at <= clock.now())
    yield from (_of_call(MISSING, call, call.left, call.asks) for call in due)
    yield from (Need(RULING, one.pk, one.title, one.pk, one.created_at, count=one.waiting) for one in held[RULING])
    for one in held[CORRECTED]:
        yield Need(CORRECTED, one.pk, Words.from_json(one.called), one.pk, one.created_at)
    yield from (_of_minutes(ADOPTING, one) for one in held[ADOPTING] if not _is_open(one))
    yield from _of_forecasts(UNDATED, held[UNDATED])
    yield from _of_forecasts(FORETOLD, held[FORETOLD] if who.code in RESOLVERS else ())
    yield from (_of_advice(LAYING, one) for one in held[LAYING])
    if who.code == offices.CHAIR:
        yield from (Need(ANSWERING, one.pk, one.words, one.pk, one.created_at) for one in held[ANSWERING])
        yield from (_of_run(LED[run.state], run) for run in _standing(held["led"]) if run.state in LED)
        yield from (_of_action(kind, one) for kind in (UNWANTED, UNJUDGED) for one in held[kind])


def _standing(rows: Sequence[Any]) -> Sequence[Standing]:
    """Runs as they stand now; where there is none, nothing is asked."""
    return silence.standings(rows) if rows else ()


def _is_open(minutes: Minutes) -> bool:
    """Whether the day until which minutes may be corrected has not passed."""
    return minutes.until_on is not None and minutes.until_on >= clock.today()


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, tzinfo=ZoneInfo(UTC))


def _of_minutes(kind: str, one: Any, due: datetime | None = None) -> Need:
    return Need(kind, one.pk, Words.from_json(one.called), one.item.pk, one.created_at, due)


def _of_advice(kind: str, call: Any, due: datetime | None = None, count: int = 1) -> Need:
    return Need(kind, call.pk, call.title, call.pk, call.created_at, due, call.zone, count)


def _of_run(kind: str, held: Standing) -> Need:
    """What a run needs, by its end while it can be told; after it, what waits waits without a time."""
    return _of_question(kind, held.question, held.run.end if kind == SILENT else None)


def _of_question(kind: str, one: Any, due: datetime | None = None) -> Need:
    return Need(kind, one.pk, one.text.title, one.pk, one.created_at, due, one.text.body.zone)


def _of_action(kind: str, one: Any, due: datetime | None = None) -> Need:
    return Need(kind, one.pk, one.text, one.pk, one.created_at, due)


def _of_forecasts(kind: str, rows: Iterable[Any]) -> Iterable[Need]:
    return (Need(kind, one.pk, one.claim, one.pk, one.created_at) for one in rows)


def _of_call(kind: str, call: Any, count: int, of: int = 0) -> Need:
    return Need(kind, call.pk, call.title, call.pk, call.created_at, call.due_at, call.body.zone, count, of)
