"""What a demonstration opens on: a review to come, milestones, needs, a call, and what some members answered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from tansiq import clock
from tansiq.cycle.foreseen import Foreseen, lay_foreseen
from tansiq.cycle.giving import Chained, lay_chain
from tansiq.developments.briefing.commands import Brief, give_briefing
from tansiq.developments.commands import answer_claim, make_claim, report_development
from tansiq.developments.models import ClaimAnswer, Development
from tansiq.developments.seen import Change, Claimed
from tansiq.efforts.commands.attesting import set_milestone
from tansiq.efforts.models import Base, Figure, Measure
from tansiq.languages.words import Words
from tansiq.members.hats import hats_of
from tansiq.members.models import Account, Body, Precision
from tansiq.release.acting import acting_as, token_for
from tansiq.release.models import PUBLIC, Member
from tansiq.reports.answering import Answer
from tansiq.reports.commands.asking import rule_on
from tansiq.reports.commands.calling import call_for_reports
from tansiq.reports.commands.filing import file_report
from tansiq.reports.models import Call, Report, Ruling
from tansiq.reviews.commands import open_review
from tansiq.reviews.models import Review, Subject

AHEAD = timedelta(days=21)
DUE = timedelta(days=10)
PERIOD = timedelta(days=90)


@dataclass(frozen=True)
class Said:
    """What one of the cast answers for its member: to which measure, and to which other members; to all, where none."""

    who: str  # The address of the account that acts.
    measure: str
    answer: Answer
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ahead:
    """A milestone of the exercise: what, along which line, by whom, for what, attested by whom, in how many days."""

    line: str
    what: Words
    doer: str
    ready_for: Words
    attester: str
    days: int


@dataclass(frozen=True)
class Changed:
    """What one of the cast says changed: along which line, how many days ago, and which measure that makes doubtful."""

    who: str
    line: str
    words: Words
    days: int
    doubts: str = ""


@dataclass(frozen=True)
class Disputed:
    """What one of the cast claims came of what, resting on a figure of a measure, and who disputes it in what words."""

    who: str
    line: str
    effect: Words
    cause: Words
    grounds: Words
    measure: str
    against: str
    words: Words


@dataclass(frozen=True)
class Briefed:
    """What the coordinator of the cast says to the review: in which words, on what, with which next steps."""

    who: str
    words: Words
    change: Changed
    steps: tuple[tuple[Words, str], ...]


@dataclass(frozen=True)
class Exercise:
    """A review to come, the call for it, and the answers that are there already."""

    body: str  # Its kind.
    title: Words
    call: Words
    question: Words
    asked: tuple[str, ...]
    said: tuple[Said, ...]
    milestones: tuple[Ahead, ...] = ()
    chains: tuple[Chained, ...] = ()
    foreseen: Foreseen | None = None
    changes: tuple[Changed, ...] = ()
    claims: tuple[Disputed, ...] = ()
    briefed: Briefed | None = None


def open_exercise(of: Exercise) -> None:
    """Open the review, call for reports, and let the cast answer; the secretariat's officer acts."""
    today = clock.today()
    body = Body.objects.filter(kind=of.body).order_by("key")[:1].get()
    known = {member.code: member for member in Member.objects.order_by("code")}
    measures = {one.code: one for one in Measure.objects.exclude(pools=Measure.Pooling.NONE).order_by("line", "code")}
    review = open_review(
        body=body,
        title=of.title,
        on=today + AHEAD,
        place=None,
        level=Review.Level.SENIOR_OFFICIALS,
        mode=Review.Mode.VIRTUAL,
        chairs=[],
    )
    call = call_for_reports(
        body=body,
        review=review,
        title=of.call,
        question=of.question,
        period=(today - PERIOD, today),
        due_at=datetime.combine(today + DUE, time(18), UTC),
        measures=list(measures.values()),
        members=[known[code] for code in of.asked],
        way=Call.Way.ACCEPTANCE,
        own_acceptance=False,
        readers=[known[code].reader for code in ("secretariat", *of.asked)],
    )
    for ahead in of.milestones:
        set_milestone(
            line=ahead.line,
            measure=None,
            what=ahead.what,
            doer=known[ahead.doer],
            doer_name=None,
            ready_for=ahead.ready_for,
            attester=known[ahead.attester],
            expected_on=today + timedelta(days=ahead.days),
            readers=[PUBLIC],
        )
    for chained in of.chains:
        lay_chain(chained, known)
    if of.foreseen is not None:
        lay_foreseen(of.foreseen, review, today, known, _token)
    for one in of.said:
        with acting_as(_token(one.who)):
            _answer(call, measures[one.measure], one, known)
    for change in of.changes:
        with acting_as(_token(change.who)):
            _change(review, change)
    for claim in of.claims:
        _claim(claim)
    if of.briefed is not None:
        _brief(review, of.briefed)
    accepted = list(Report.objects.filter(call=call, figure__isnull=False).order_by("created_at", "key"))
    rule_on(reports=accepted, verdict=Ruling.Verdict.ACCEPTED, reason=None)


def _answer(call: Call, measure: Measure, said: Said, known: Mapping[str, Member]) -> None:
    base = Base.objects.filter(measure=measure).order_by("place", "key").values_list("pk", flat=True).first()
    readers = [known[code].reader for code in said.to] if said.to else [*call.audience.readers]
    file_report(call=call, measure=measure, answer=replace(said.answer, base=base), readers=readers)


def _brief(review: Review, told: Briefed) -> None:
    with acting_as(_token(told.who)):
        own = _change(review, told.change)
        lines = {one.code: one for one in Subject.objects.filter(is_line=True)}
        steps = [(words, lines[code]) for words, code in told.steps]
        brief = Brief(clock.today(), told.words, [own], steps)
        give_briefing(review=review, brief=brief, turn=0, readers=[PUBLIC])


def _change(review: Review, told: Changed) -> Development:
    line, on = Subject.objects.get(code=told.line), clock.today() - timedelta(days=told.days)
    doubted = Measure.objects.filter(code=told.doubts)
    change = Change(line, review, told.words, on, Precision.DAY, measures=list(doubted))
    return report_development(change=change, readers=[PUBLIC])


def _claim(told: Disputed) -> None:
    with acting_as(_token(told.who)):
        line, figures = Subject.objects.get(code=told.line), Figure.objects.filter(measure__code=told.measure)
        rests_on = list(figures.order_by("-as_of_until", "key")[:1])
        given: dict[str, Any] = {
            "cause_line": line,
            "measure": Measure.objects.get(code=told.measure),
            "figures": rests_on,
        }
        claimed = Claimed(line, told.effect, told.cause, told.grounds, **given)
        claim = make_claim(claimed=claimed, readers=[PUBLIC])
    with acting_as(_token(told.against)):
        answer_claim(claim=claim, side=ClaimAnswer.Side.DISPUTES, words=told.words, readers=[PUBLIC])


def _token(email: str) -> str:
    account = Account.objects.get(email=email)
    return token_for(account.key, hats_of(account.key)[0].accreditation)


def counted(value: int, qualifier: str = "none_stated") -> Answer:
    """A bare count."""
    return Answer("figure", value=Decimal(value), qualifier=qualifier)
