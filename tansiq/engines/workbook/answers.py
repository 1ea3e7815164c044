"""One row as an answer: a figure of its measure's kind, or why there is none."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, Protocol

from tansiq.engines.figures import per_cent
from tansiq.engines.likely import Beside, Given, doubts
from tansiq.engines.workbook import columns as of
from tansiq.engines.workbook.cells import Cells

FIGURE, NO_REPORT, RANGE, WORDS_ONLY = "figure", "no_report", "range", "words_only"
SAYS: Final = frozenset(of.ANSWERS) - {of.FROM, of.UNTIL}  # Columns of which one says that the row answers.
FIGURES: Final = frozenset((*of.NUMBERS, of.LEVEL, of.WORDS))  # Columns that tell a figure.
NOTHING: Final = {**dict.fromkeys(of.NUMBERS), **dict.fromkeys((*of.TEXTS, *of.CHOSEN, of.LEVEL, of.BASE, "doubt"), "")}
FAR: Final = Decimal("0.5")  # Points by which a share and its parts may differ: it was rounded.


class Question(Protocol):
    """What a row answers."""

    @property
    def kind(self) -> str:
        """The kind of its measure."""

    @property
    def levels(self) -> Mapping[str, str]:
        """The steps of its scale."""

    @property
    def bases(self) -> Mapping[str, str]:
        """Of what a share may be."""

    @property
    def last(self) -> Decimal | None:
        """What was said last time."""


class Row:
    """Reads one row."""

    def __init__(self, cells: Cells, asked: Mapping[str, Question], period: tuple[date, date]) -> None:
        self.cells, self.asked, self.period = cells, asked, period
        self.code = ""
        self.answers = False  # Whether the row says anything at all.

    def read(self) -> dict[str, Any] | None:
        """The answer; nothing where the row gives none or something is wrong with it."""
        self.code = self.cells.text(of.CODE)
        if SAYS.isdisjoint(self.cells.filled):
            if self.code not in self.asked:
                self._unknown()
            return None
        self.answers = True
        question = self.asked.get(self.code)
        if question is None:
            self._unknown()
            return None
        given = self._given(question)
        self._agree(given, question)
        return None if self.cells.flaws else given

    def _unknown(self) -> None:
        self.cells.wrong(of.CODE, "unknown" if self.code else "missing", self.code[:40])

    def _given(self, question: Question) -> dict[str, Any]:
        cells, filled = self.cells, self.cells.filled
        given: dict[str, Any] = {**NOTHING, "code": self.code}
        given |= {column: cells.number_in(column) for column in of.NUMBERS if column in filled}
        given |= {column: cells.text(column) for column in of.TEXTS if column in filled}
        given |= {column: cells.choice(column) for column in of.CHOSEN if column in filled}
        if of.LEVEL in filled:
            given["level"] = cells.choice(of.LEVEL, question.levels)
        if of.BASE in filled:
            given["base"] = cells.choice(of.BASE, question.bases)
        given["as_of_from"] = cells.day(of.FROM) or self.period[0]
        given["as_of_until"] = cells.day(of.UNTIL, last=True) or self.period[1]
        given["answer"] = given["answer"] or ("" if FIGURES.isdisjoint(filled) else FIGURE)
        return given

    def _agree(self, given: dict[str, Any], question: Question) -> None:
        """What the cells of a row say together."""
        if given["as_of_from"] > given["as_of_until"]:
            self.cells.wrong(of.UNTIL, "order")
        if given["answer"] != FIGURE:
            self._without(given)
            return
        given["reason"], given["change"] = "", given["reason"]
        if question.kind == "share":
            self._share(given, question)
        elif given["numerator"] is not None or given["denominator"] is not None:
            self.cells.wrong(of.NUMERATOR, "no_share")
        if question.kind in ("level", "yes_no"):
            self._level(given)
        elif question.kind == "text":
            if not given["words"]:
                self._missing(of.WORDS)
        else:
            self._value(given)
        self._likely(given, question)

    def _without(self, given: dict[str, Any]) -> None:
        """No figure: a reason, and nothing that looks like one."""
        given["change"] = ""
        if not given["answer"]:
            self._missing(of.ANSWER)
            return
        for column in (*of.NUMBERS, of.LEVEL, of.WORDS):
            if given[column] not in (None, ""):
                self.cells.wrong(column, "no_figure")
        if given["answer"] == NO_REPORT and given["reason"]:
            self.cells.wrong(of.REASON, "no_reason")
        if given["answer"] != NO_REPORT and not given["reason"]:
            self._missing(of.REASON)
        given["qualifier"] = "none_stated"

    def _missing(self, column: str) -> None:
        """One flaw for a cell: what cannot be read there is not missing, too."""
        if not any(flaw.column == column for flaw in self.cells.flaws):
            self.cells.wrong(column, "missing")

    def _value(self, given: dict[str, Any]) -> None:
        value, high = given["value"], given["high"]
        if value is None and given["words"] and not self.cells.flaws:
            given["qualifier"] = WORDS_ONLY
            return
        if value is None:
            self._missing(of.VALUE)
        if high is not None and value is not None and high <= value:
            self.cells.wrong(of.HIGH, "ends")
        if high is not None and given["qualifier"] not in ("", RANGE):
            self.cells.wrong(of.QUALIFIER, "ends_hedged")
        given["qualifier"] = RANGE if high is not None else given["qualifier"] or "none_stated"
        if given["qualifier"] == RANGE and high is None:
            self._missing(of.HIGH)
        if given["qualifier"] == WORDS_ONLY:
            self.cells.wrong(of.QUALIFIER, "words_only")

    def _share(self, given: dict[str, Any], question: Question) -> None:
        """A share is told with both its parts, or with none; of what it is a share is said where that is known."""
        top, under = given["numerator"], given["denominator"]
        if (top is None) != (under is None):
            self._missing(of.DENOMINATOR if under is None else of.NUMERATOR)
        elif under is not None and under <= 0:
            self.cells.wrong(of.DENOMINATOR, "not_positive")
        elif top is not None:
            share = per_cent(top, under)
            if given["value"] is None:
                given["value"] = share.normalize() if share else Decimal(0)
            elif abs(given["value"] - share) > FAR:
                self.cells.wrong(of.VALUE, "parts", f"{share.normalize():f}")
        if question.bases and not given["base"]:
            self._missing(of.BASE)

    def _level(self, given: dict[str, Any]) -> None:
        if not given["level"]:
            self._missing(of.LEVEL)
        for column in (of.VALUE, of.HIGH):
            if given[column] is not None:
                self.cells.wrong(column, "no_number")
        given["qualifier"] = "none_stated"

    def _likely(self, given: dict[str, Any], question: Question) -> None:
        """A doubt stands in the way until somebody says why it is right."""
        number = Given(question.kind, *(given[name] for name in of.NUMBERS))
        found = next(iter(doubts(number, Beside(question.last))), None)
        if found and not given["overruled"]:
            last = "" if question.last is None else f"{question.last.normalize():f}"
            self.cells.wrong(of.VALUE, found.code, last)
        elif found:
            given["doubt"] = found.code
