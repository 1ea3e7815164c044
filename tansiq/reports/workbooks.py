"""The words of a workbook in either language, and what it asks of one reporter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from tansiq.efforts.models import Base, Figure, Measure, Qualifier
from tansiq.efforts.wording import said_plainly, steps
from tansiq.engines.figures import plain as plain_number
from tansiq.engines.workbook import COLUMNS, FORM, Asked, Lexicon
from tansiq.engines.workbook import columns as of
from tansiq.engines.workbook.checking import folded
from tansiq.engines.workbook.table import as_table
from tansiq.engines.workbook.writing import Form, Line, written
from tansiq.languages.dates import written as day
from tansiq.languages.ways import language
from tansiq.languages.words import direction, plain
from tansiq.languages.zones import meets_at_plainly
from tansiq.release.models import Member
from tansiq.reports.models import Call, Report
from tansiq.reports.opening import bases_in, last_of_each
from tansiq.reports.queries import asked_in

LANGUAGES = ("ar", "en")
HEADINGS: Mapping[str, Any] = {
    of.CODE: gettext_lazy("Code of the measure"),
    of.NAME: gettext_lazy("Measure"),
    of.UNIT: gettext_lazy("Unit"),
    of.KIND: gettext_lazy("Kind of measure"),
    of.LAST: gettext_lazy("Last time"),
    of.FROM: gettext_lazy("Period from"),
    of.UNTIL: gettext_lazy("Period until"),
    of.ANSWER: gettext_lazy("Answer"),
    of.VALUE: gettext_lazy("Value, or its lower end"),
    of.HIGH: gettext_lazy("Upper end of a range"),
    of.QUALIFIER: gettext_lazy("Qualifier"),
    of.NUMERATOR: gettext_lazy("Numerator"),
    of.DENOMINATOR: gettext_lazy("Denominator"),
    of.BASE: gettext_lazy("Share of what"),
    of.LEVEL: gettext_lazy("Level"),
    of.WORDS: gettext_lazy("In words"),
    of.REASON: gettext_lazy("Why there is no figure, or why it is restated"),
    of.METHOD: gettext_lazy("How it was counted"),
    of.EVIDENCE: gettext_lazy("Evidence"),
    of.RELIABILITY: gettext_lazy("Reliability of the source"),
    of.CREDIBILITY: gettext_lazy("Credibility of the information"),
    of.OVERRULED: gettext_lazy("Why it is right though it looks unlikely"),
}
ALSO: Mapping[str, Any] = {of.CALL: gettext_lazy("Key of the call"), of.MEMBER: gettext_lazy("Code of the member")}
NAMED = (of.RELIABILITY, of.CREDIBILITY)  # Their letters and numbers stand before their words.


def _choices() -> dict[str, dict[str, str]]:
    """By column, the word for each code, in the language of now."""
    held: dict[str, Any] = {
        of.ANSWER: Report.Answer.choices,
        of.QUALIFIER: Qualifier.choices,
        of.RELIABILITY: Report.Reliability.choices,
        of.CREDIBILITY: Report.Credibility.choices,
    }
    return {
        column: {code: f"{code} – {word}" if column in NAMED else str(word) for code, word in pairs}
        for column, pairs in held.items()
    }


@cache
def lexicon() -> Lexicon:
    """Every heading and every word of a list, in both languages."""
    headings: dict[str, str] = {}
    choices: dict[str, dict[str, str]] = defaultdict(dict)
    for one in LANGUAGES:
        with override(one):
            headings |= {str(word): column for column, word in {**HEADINGS, **ALSO}.items()}
            for column, words in _choices().items():
                choices[column] |= {word: code for code, word in words.items()} | {code: code for code in words}
    return Lexicon.of(headings, choices)


@dataclass(frozen=True)
class Questions:
    """What a call asks of one reporter, by the code that stands in its workbook."""

    member: Member
    measures: Mapping[str, Measure]
    asked: Mapping[str, Asked]
    last: Mapping[UUID, Figure]
    bases: Mapping[UUID, Sequence[Base]]


def questions(call: Call, members: Iterable[Member] | None = None) -> dict[str, Questions]:
    """What a call asks of each of these members, by their codes; three statements for any number of them."""
    rows = asked_in(call)
    if members is not None:
        rows = rows.filter(member__in=[*members])
    of_member: dict[Member, list[Measure]] = defaultdict(list)
    for row in rows:
        of_member[row.member].append(row.measure)
    measures = {measure.pk: measure for held in of_member.values() for measure in held}
    bases: dict[UUID, list[Base]] = defaultdict(list)
    for base in bases_in(measures):
        bases[base.measure_id].append(base)
    last: dict[UUID, dict[UUID, Figure]] = defaultdict(dict)
    for report in last_of_each([member.pk for member in of_member], measures, call):
        if report.figure and report.said_by_id:
            last[report.said_by_id][report.measure_id] = report.figure
    return {member.code: _of(member, held, last[member.pk], bases) for member, held in of_member.items()}


def _of(
    member: Member, held: list[Measure], last: Mapping[UUID, Figure], bases: Mapping[UUID, Sequence[Base]]
) -> Questions:
    twice = Counter(measure.code for measure in held)
    coded = {
        measure.code if twice[measure.code] == 1 else f"{measure.code}~{measure.pk.hex[:8]}": measure
        for measure in sorted(held, key=lambda one: (one.line, one.code, one.pk))
    }
    asked = {code: _asked(code, measure, last.get(measure.pk), bases) for code, measure in coded.items()}
    return Questions(member, coded, asked, last, bases)


def _asked(code: str, measure: Measure, last: Figure | None, bases: Mapping[UUID, Sequence[Base]]) -> Asked:
    levels = {folded(word): step for one in LANGUAGES for step, word in _levels(measure, one)}
    named = {folded(word): str(base.pk) for base in bases.get(measure.pk, ()) for word in base.name.words.values()}
    return Asked(code, measure.kind, levels, named, last.value if last else None)


def _levels(measure: Measure, of_language: str) -> list[tuple[str, str]]:
    """The steps of a measure's scale, or yes and no, by their words."""
    with override(of_language):
        return steps(measure)


def workbook(call: Call, of_reporter: Questions) -> bytes:
    """The workbook of one reporter, in the language of the page."""
    return written(_form(call, of_reporter))


def table(call: Call, of_reporter: Questions) -> bytes:
    """The same as a plain table."""
    return as_table(_form(call, of_reporter))


def _form(call: Call, of_reporter: Questions) -> Form:
    here = language()
    lines = [_line(code, measure, of_reporter) for code, measure in of_reporter.measures.items()]
    due = meets_at_plainly(call.due_at, call.body.zone)
    return Form(
        title=call.title.plain(),
        under=[
            of_reporter.member.name.plain(),
            _("Period: %(from)s – %(until)s. Due: %(due)s.")
            % {"from": day(call.period_from), "until": day(call.period_until), "due": due},
            _("Fill in the white cells; leave a row empty where you do not answer. Digits of either script are read."),
        ],
        tab=_("Answers"),
        headings={column: str(word) for column, word in {**HEADINGS, **ALSO}.items()},
        choices={column: list(words.values()) for column, words in _choices().items()},
        period=(call.period_from, call.period_until),
        lines=lines,
        says={of.CALL: str(call.pk), of.MEMBER: of_reporter.member.code, "form": FORM, "language": here},
        rightward=direction(here) == "rtl",
    )


def _line(code: str, measure: Measure, of_reporter: Questions) -> Line:
    last = of_reporter.last.get(measure.pk)
    unit = _("per cent") if measure.is_share else plain(measure.unit)
    levels = [word for _step, word in _levels(measure, language())]
    bases = [base.name.plain() for base in of_reporter.bases.get(measure.pk, ())]
    kind = str(measure.get_kind_display())
    return Line(code, measure.name.plain(), unit, kind, _last(measure, last), levels, bases)


def _last(measure: Measure, figure: Figure | None) -> str | Decimal:
    """What was said last time: a bare number as one, all else in words."""
    if figure is None:
        return ""
    if figure.level:
        return dict(_levels(measure, language())).get(figure.level, figure.level)
    bare = figure.qualifier == Qualifier.NONE_STATED and figure.base_id is None and figure.words is None
    return plain_number(figure.value) if bare and figure.value is not None else said_plainly(figure)


__all__ = ["COLUMNS", "HEADINGS", "Questions", "lexicon", "questions", "table", "workbook"]
