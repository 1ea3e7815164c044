"""What a file brings, held against what stands: which rows are new, which restate, which say the same again."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, partial
from typing import Any, Final
from uuid import UUID

from tansiq.efforts.models import Measure
from tansiq.engines.workbook import Filled, Flaw
from tansiq.languages.words import Words
from tansiq.release.acting import acting
from tansiq.release.commands import own_reader
from tansiq.release.models import PUBLIC, Member
from tansiq.reports.answering import Answer
from tansiq.reports.models import Report
from tansiq.reports.workbooks import Questions

ARABIC: Final = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True)
class Brought:
    """One file as it is taken in: whose answers they are, in which language its words are."""

    name: str
    digest: str  # SHA-256 of the file, in hex.
    language: str
    rows: Sequence[Filled]
    reason: str = ""  # Why what stands is restated, where a row does not say it.

    @cached_property
    def answers(self) -> Sequence[Answer]:
        """Its rows as answers, each row's at its place; the same words are held once."""
        worded = cache(partial(words_in, language=self.language))
        return [answer_of(row, worded) for row in self.rows]


@dataclass(frozen=True)
class Row:
    """One row that is taken in, and the report that it restates."""

    filled: Filled
    measure: Measure
    answer: Answer
    restates: Report | None = None
    reason: Words | None = None


@dataclass
class Plan:
    """What taking a file in would do."""

    new: list[Row] = field(default_factory=list)
    restating: list[Row] = field(default_factory=list)
    same: int = 0
    gone: list[Report] = field(default_factory=list)  # What stands and is not in the file: it stands as it is.
    flaws: list[Flaw] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """All that would be filed."""
        return [*self.new, *self.restating]


def plan(of_reporter: Questions, brought: Brought, standing: Iterable[Report], readers: Collection[int]) -> Plan:
    """What taking a file in would do, as far as the acting member may see.

    Args:
        of_reporter: whose answers these are, and what is asked.
        brought: the rows of the file.
        standing: what stands of this reporter's word in the call (opening.words_of).
        readers: to whom it would be released; of a narrow and a wide report the one released alike is restated.
    """
    made = Plan()
    stands: dict[UUID, list[Report]] = defaultdict(list)
    for report in standing:
        stands[report.measure_id].append(report)
    rows: dict[UUID, list[tuple[Filled, Answer]]] = defaultdict(list)
    for filled, answer in zip(brought.rows, brought.answers, strict=True):
        rows[of_reporter.measures[filled.code].key].append((filled, answer))
    for measure in of_reporter.measures.values():
        held, alone = stands[measure.pk], len(rows[measure.pk]) == 1
        for filled, answer in rows[measure.pk]:
            former = _former(filled, held, alone=alone, readers=frozenset(readers)) if held else None
            if former is None:
                made.new.append(Row(filled, measure, answer))
                continue
            held.remove(former)
            _restate(made, Row(filled, measure, answer, former), former, brought)
        made.gone += held
    return made


def readers_of(member: Member, readers: Collection[int]) -> set[int]:
    """Those whom whoever files chose; the member whose word it is always reads it."""
    return {PUBLIC} if PUBLIC in readers else {*readers, member.reader, own_reader()}


def _former(filled: Filled, held: Iterable[Report], *, alone: bool, readers: frozenset[int]) -> Report | None:
    """The report that a row is about: of the same period, or the only one where the row is the only one."""
    held = list(held)
    alike = [report for report in held if frozenset(report.audience.readers) == readers] or (
        held if len(held) == 1 else []
    )
    if alone and len(alike) == 1:
        return alike[0]
    period = (filled.as_of_from, filled.as_of_until) if filled.answer == Report.Answer.FIGURE else None
    return next((report for report in alike if _period(report) == period), None)


def _period(report: Report) -> tuple[date | None, date | None] | None:
    return (report.figure.as_of_from, report.figure.as_of_until) if report.figure else None


def _restate(made: Plan, row: Row, former: Report, brought: Brought) -> None:
    """A row about a report that stands: it says the same, or restates it with a reason."""
    filled = row.filled
    if said(row.answer) == said(answer_in(former)):
        made.same += 1
        return
    if acting().member not in (former.owner_id, former.said_by_id):
        code = former.said_by.code if former.said_by else ""
        made.flaws.append(Flaw(filled.number, 0, "code", "own_word", code))
        return
    why = words_in(filled.change or filled.reason or brought.reason, brought.language)
    if why is None:
        made.flaws.append(Flaw(filled.number, 0, "reason", "why_restated"))
        return
    made.restating.append(replace(row, reason=why))


def words_in(text: str, language: str) -> Words | None:
    """Words in the language that their letters tell, else in that of the file."""
    if not text:
        return None
    source = "ar" if ARABIC.search(text) else "en" if language == "ar" else language
    return Words(source, {source: text})


def answer_of(row: Filled, worded: Callable[[str], Words | None]) -> Answer:
    """A row as an answer; its words as they are held."""
    figure = row.answer == Report.Answer.FIGURE
    return Answer(
        answer=row.answer,
        as_of_from=row.as_of_from if figure else None,
        as_of_until=row.as_of_until if figure else None,
        value=row.value,
        high=row.high,
        qualifier=row.qualifier,
        numerator=row.numerator,
        denominator=row.denominator,
        base=UUID(row.base) if row.base else None,
        level=row.level,
        words=worded(row.words),
        reason=worded(row.reason),
        method=worded(row.method),
        evidence=worded(row.evidence),
        reliability=row.reliability,
        credibility=row.credibility,
        overruled=worded(row.overruled),
    )


def answer_in(report: Report) -> Answer:
    """A report as the answer that it was."""
    figure = report.figure
    held: dict[str, Any] = {}
    if figure is not None:
        names = (
            "as_of_from",
            "as_of_until",
            "value",
            "high",
            "qualifier",
            "numerator",
            "denominator",
            "level",
            "words",
        )
        held = {name: getattr(figure, name) for name in names} | {"base": figure.base_id}
    evidence = next(iter(report.evidence.all()), None)
    return Answer(
        answer=report.answer,
        reason=report.reason,
        method=report.method,
        evidence=evidence.words if evidence else None,
        reliability=report.reliability,
        credibility=report.credibility,
        overruled=report.overruled,
        **held,
    )


def said(answer: Answer) -> dict[str, Any]:
    """What an answer says, however its numbers are spelled."""
    told = answer.as_json()
    for name in ("value", "high", "numerator", "denominator"):
        if name in told:
            told[name] = f"{Decimal(told[name]).normalize():f}"
    return told
