"""Reading runs of silence: one with all that was done, and where it stands now; the list of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tansiq import clock
from tansiq.database.uptime import stretches
from tansiq.decisions.silence.models import SilenceAct, SilenceChoice
from tansiq.decisions.texts.models import Elector, Question
from tansiq.decisions.texts.queries import electorate, electors_of
from tansiq.engines import silence
from tansiq.engines.silence import Event, Kind, Run, State, Terms
from tansiq.engines.uptime import GRACE, Stretch, is_measured, outages
from tansiq.release.acting import acting
from tansiq.release.queries import with_audiences

WITH = ("audience", "owner", "said_by", "paragraph", "document", "document__audience")
SAID_APART = frozenset({SilenceAct.Kind.PREPARED})  # No part of the run.
OF_THEMSELVES = silence.OF_MEMBERS | {Kind.OBJECTED, Kind.AMENDED}
SOMEBODY = ""  # Who broke, where that is not shown to the reader (R-S10).


@dataclass(frozen=True)
class Standing:
    """A run as it stands: the question, what was done as far as it is shown, and what follows from all of it."""

    question: Question
    acts: tuple[SilenceAct, ...]
    electors: tuple[Elector, ...]
    run: Run
    now: datetime
    measured: bool = False  # Whether the house looked at itself in all of the last hours before the end (R-S6).

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.run.state(self.now)

    @property
    def left(self) -> timedelta:
        """How long silence lasts yet."""
        return self.run.remaining(self.now)


def runs() -> QuerySet[Question]:
    """The versions that were put under silence, the newest first."""
    rows = Question.objects.filter(way=Question.Way.SILENCE)
    return rows.select_related(
        *(
            "audience",
            "chair",
            "text_version",
            "text_version__audience",
            "text",
            "text__audience",
            "text__body",
            "text__body__audience",
        ),
        *("review", "review__audience", "end", "end__audience"),
    ).order_by("-created_at", "key")


def standing(question: Question) -> Standing:
    """One run as it stands now; before silence begins, with those that would be entitled now."""
    listed = electors_of(question.pk) or would_be(question)
    return standings([question], {question.pk: listed})[0]


def would_be(question: Question) -> list[Elector]:
    """Who would be on the list if silence began now: it is frozen when it begins, and kept nowhere before (R-S1)."""
    members = electorate(question.text.body)
    return [Elector(question=question, member=one, audience=question.audience) for one in members]


def standings(questions: Sequence[Question], electors: dict[UUID, list[Elector]] | None = None) -> list[Standing]:
    """Runs as they stand now, in a number of statements that does not grow with them."""
    keys = [one.pk for one in questions]
    held = electors_among(keys) if electors is None else electors
    acts, shown = acts_among(keys), breaks_among(keys)
    up = pulse_since([one.created_at for rows in acts.values() for one in rows if one.kind == Kind.STARTED])
    made = []
    for one in questions:
        run = run_of(one, held[one.pk], acts[one.pk], shown[one.pk], up)
        watched = run.end is not None and is_measured(up, run.end - run.terms.watch)
        made.append(Standing(one, tuple(acts[one.pk]), tuple(held[one.pk]), run, clock.now(), watched))
    return made


def pulse_since(starts: Sequence[datetime]) -> list[Stretch]:
    """When the house is known to have answered since the first of these runs began."""
    return stretches(min(starts)) if starts else []


def electors_among(keys: Iterable[UUID]) -> dict[UUID, list[Elector]]:
    """Who is entitled, of each of these questions; the list is released as its question is."""
    held: dict[UUID, list[Elector]] = defaultdict(list)
    rows = Elector.objects.filter(question__in=[*keys]).select_related("member")
    for one in rows.order_by("member__code"):
        held[one.question_id].append(one)
    return held


def acts_among(keys: Iterable[UUID]) -> dict[UUID, list[SilenceAct]]:
    """What was done in these runs, as far as it is released to the reader, in the order of the record."""
    held: dict[UUID, list[SilenceAct]] = defaultdict(list)
    rows = SilenceAct.objects.filter(question__in=[*keys]).select_related(*WITH[1:])
    for one in with_audiences([*rows.order_by("turn", "created_at", "key")]):
        held[one.question_id].append(one)
    return held


@dataclass(frozen=True)
class Broken:
    """A break that all are told of, whoever made it."""

    key: UUID
    kind: str
    at: datetime
    received: datetime | None


def breaks_among(keys: Sequence[UUID]) -> dict[UUID, list[Broken]]:
    """The breaks of these runs that took effect, by whomever: of them all readers of a question are told at once."""
    held: dict[UUID, list[Broken]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT question, act, kind, at, received FROM tansiq.silence_breaks(%s) ORDER BY at, act", [[*keys]]
        )
        for question, *told in cursor.fetchall():
            held[question].append(Broken(*told))
    return held


def letters_on(question: UUID, end: datetime | None) -> dict[UUID, datetime]:
    """To which members letters that tell this end have left, and when the first did; for the two offices (R-S11)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT member, at FROM tansiq.silence_letters(%s, %s)", [question, end])
        return dict(cursor.fetchall())


def not_reached(held: Standing) -> list[Elector]:
    """Those entitled to whom no letter has left before the end and who have done nothing in the run themselves."""
    letters, end = letters_on(held.question.pk, held.run.end), held.run.end
    done = {one.said_by_id for one in held.acts if one.kind in OF_THEMSELVES}
    return [
        one
        for one in held.electors
        if one.member_id not in done
        and (one.member_id not in letters or (end is not None and letters[one.member_id] >= end))
    ]


def said_in(question: UUID) -> list[SilenceAct]:
    """The statements and reservations that follow their paragraphs, in the order in which they were made."""
    kinds = (SilenceAct.Kind.STATED, SilenceAct.Kind.RESERVED)
    rows = SilenceAct.objects.filter(question=question, kind__in=kinds)
    return list(rows.select_related(*WITH).order_by("turn", "created_at", "key"))


def terms_of(question: Question, entitled: Iterable[Elector]) -> Terms:
    """The rule of the body as the question froze it, and who is entitled."""
    rule = question.ruled
    return Terms(
        frozenset(str(one.member_id) for one in entitled),
        timedelta(hours=rule.silence_hours),
        rule.extensions,
        timedelta(hours=rule.downtime_hours),
        rule.without_meeting,
        rule.reasons,
    )


def run_of(
    question: Question,
    entitled: Iterable[Elector],
    acts: Sequence[SilenceAct],
    breaks: Sequence[Broken],
    up: Iterable[Stretch] = (),
) -> Run:
    """The run after all that was done, and after the times in which the house was down: computed, never typed (R-S6).

    The chair's acts and the members' come first, in the order of the record, for after a break there are none but
    that by which a contested run is settled; then the breaks, by whomever.
    """
    terms = terms_of(question, entitled)
    told = [one for one in acts if one.kind not in SAID_APART]
    plain = [event_of(one) for one in told if one.kind not in silence.BREAKS]
    seen = {one.pk for one in told}
    broke = [event_of(one) for one in told if one.kind in silence.BREAKS]
    broke += [_by_somebody(one) for one in breaks if one.key not in seen]
    last = [one for one in plain if one.kind == Kind.SETTLED]
    ordered = [*(one for one in plain if one.kind != Kind.SETTLED), *sorted(broke, key=lambda one: one.at), *last]
    anybody = Terms(**{**vars(terms), "entitled": terms.entitled | {SOMEBODY}, "wants_words": False})
    return silence.fold(anybody, [*_known_down(up, acts), *ordered])


def _known_down(up: Iterable[Stretch], acts: Iterable[SilenceAct]) -> list[Event]:
    """The outages; of those that were not known yet when the chair gave the notice, it is not undone."""
    noticed = next((one.created_at for one in acts if one.kind == Kind.NOTICE), None)
    down = [one for one in outages(up, clock.now()) if noticed is None or noticed - one.since > GRACE]
    return [Event(Kind.OUTAGE, one.until, since=one.since) for one in down]


def event_of(act: SilenceAct) -> Event:
    """An act as the procedure takes it."""
    return Event(
        Kind(act.kind),
        act.created_at,
        str(act.said_by_id or act.owner_id),
        act.until_at,
        act.received_at,
        act.words.plain() if act.words else "",
        act.plain,
    )


def _by_somebody(told: Broken) -> Event:
    return Event(Kind(told.kind), told.at, SOMEBODY, since=told.received)


def own_choice() -> SilenceChoice | None:
    """What the acting member decided for itself, last."""
    rows = SilenceChoice.objects.filter(owner_id=acting().member)
    return rows.select_related("audience").order_by("-created_at", "-key").first()


def prepared_of(question: UUID) -> SilenceAct | None:
    """The break that somebody of the acting member prepared last."""
    rows = SilenceAct.objects.filter(question=question, kind=SilenceAct.Kind.PREPARED, owner_id=acting().member)
    return rows.select_related(*WITH).order_by("-turn", "-created_at").first()
