"""Checking the rows of a file: every answer is understood, or told by its cell what is wrong; nothing is guessed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from tansiq.engines import arabic
from tansiq.engines.workbook import columns as of
from tansiq.engines.workbook.answers import Row
from tansiq.engines.workbook.cells import Cells, Wrong
from tansiq.engines.workbook.flaws import Flaw
from tansiq.engines.workbook.refusals import MOST_ROWS, Refused
from tansiq.engines.workbook.sheet import Sheet

DECIMALS: Final = re.compile(r"t-?(?:0\.\d+|\d+\.(?:\d{1,2}|\d{4,}))")
THOUSANDS: Final = re.compile(r"t-?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})*,\d{1,2}|(?:\.\d{3})+,\d+)")
SIGHT: Final = 12  # Rows among which the headings are.
FEWEST: Final = 2  # Headings that make a row one of headings.


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The headings and the lists of a form in every language of the house, each with the word that programs use."""

    headings: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, headings: Mapping[str, str], choices: Mapping[str, Mapping[str, str]]) -> "Lexicon":
        """A lexicon that knows a word by its letters alone."""
        return cls(
            {folded(word): column for word, column in headings.items()} | {column: column for column in KNOWN},
            {column: {folded(word): code for word, code in held.items()} for column, held in choices.items()},
        )


KNOWN: Final = (*of.COLUMNS, *of.ALSO)


def folded(word: str) -> str:
    """A word by its letters alone.

    >>> folded("  Upper  End ") == folded("upper end")
    True
    """
    return arabic.sort_key(word)[0]


@dataclass(frozen=True, slots=True)
class Asked:
    """One measure that a reporter is asked for, with what its answers may be and what was said last time."""

    code: str
    kind: str
    levels: Mapping[str, str] = field(default_factory=dict)  # Folded names to codes.
    bases: Mapping[str, str] = field(default_factory=dict)  # Folded names to keys.
    last: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """One row that can be taken as it stands."""

    number: int
    code: str
    answer: str
    as_of_from: date
    as_of_until: date
    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "none_stated"
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    base: str = ""
    level: str = ""
    words: str = ""
    reason: str = ""
    method: str = ""
    evidence: str = ""
    reliability: str = ""
    credibility: str = ""
    overruled: str = ""
    change: str = ""  # Why a figure that stands is restated: in the column of reasons.
    doubt: str = ""  # Overruled with a reason.


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file says: the rows that can be taken, what is wrong, and which measures it leaves unanswered."""

    rows: tuple[Filled, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    unanswered: tuple[str, ...] = ()
    member: str = ""
    call: str = ""
    language: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether all of it can be taken."""
        return not self.flaws


def whose(sheet: Sheet, lexicon: Lexicon) -> tuple[str, str, str, str]:
    """The call, the member, the form and the language that a file names: in its hidden sheet, or in its rows."""
    says = sheet.says
    if says:
        return says.get("call", ""), says.get("member", ""), says.get("form", ""), says.get("language", "")
    places, below = _headed(sheet, lexicon)
    named = {
        column: {cells[place][1:] for _number, cells in below if place < len(cells) and cells[place]}
        for column in of.ALSO
        if (place := places.get(column)) is not None
    }
    if any(len(several) > 1 for several in named.values()):
        raise Refused("form")
    call, member = (next(iter(named.get(column, ())), "") for column in of.ALSO)
    return call, member, of.FORM, ""


def check(sheet: Sheet, asked: Mapping[str, Asked], lexicon: Lexicon, period: tuple[date, date]) -> Checked:
    """The rows of a file against what its reporter is asked.

    Raises:
        Refused: it has no headings, or more rows than are read.
    """
    places, below = _headed(sheet, lexicon)
    if of.CODE not in places or not set(places) & {of.VALUE, of.ANSWER, of.WORDS, of.LEVEL, of.NUMERATOR}:
        raise Refused("headings")
    if len(below) > MOST_ROWS:
        raise Refused("rows", below[-1][0])
    width = len(sheet.rows[0][1]) if sheet.name else max(places.values()) + 1
    pointed = not sheet.name and points_part_decimals(
        cells[place] for _number, cells in below for place in places.values() if place < len(cells)
    )
    rows: list[Filled] = []
    flaws: list[Flaw] = []
    seen: dict[tuple[str, date, date], int] = {}
    met: set[str] = set()
    for number, cells in below:
        if any(cells[width:]):
            flaws.append(Flaw(number, len(cells) - 1, "", "ragged"))
            continue
        row = Row(Cells(number, cells, places, lexicon.choices, pointed=pointed), asked, period)
        taken = row.read()
        if row.answers:
            met.add(row.code)
        if taken is not None:
            filled = Filled(number, **taken)
            before = seen.setdefault((filled.code, filled.as_of_from, filled.as_of_until), number)
            if before != number:
                row.cells.flaws.append(Flaw(number, places[of.CODE], of.CODE, "twice", str(before)))
            rows.append(filled)
        flaws += row.cells.flaws
    unanswered = tuple(code for code in asked if code not in met)
    return Checked(tuple(rows), tuple(flaws), unanswered)


def points_part_decimals(cells: Iterable[str]) -> bool:
    """Whether the numbers of a table that one program wrote show what its points are, and none shows the contrary.

    >>> points_part_decimals(["t1.567", "t0.15"]), points_part_decimals(["t1.567", "t2.250"])
    (True, False)
    >>> points_part_decimals(["t0.15", "t1.234.567"]), points_part_decimals(["t0.15", "t1.234,5"])
    (False, False)
    """
    shown = False
    for one in cells:
        if "." not in one and "," not in one:
            continue
        if THOUSANDS.fullmatch(one):
            return False
        shown = shown or bool(DECIMALS.fullmatch(one))
    return shown


def _headed(sheet: Sheet, lexicon: Lexicon) -> tuple[dict[str, int], Sequence[tuple[int, Sequence[str]]]]:
    """Where each column stands, and the rows below the headings."""
    for index, (_number, cells) in enumerate(sheet.rows[:SIGHT]):
        places: dict[str, int] = {}
        for place, one in enumerate(cells):
            column = lexicon.headings.get(folded(one[1:])) if one else None
            if column is not None:
                if column in places:
                    raise Refused("headings")
                places[column] = place
        if len(places) >= FEWEST:
            return places, sheet.rows[index + 1 :]
    raise Refused("headings")


__all__ = ["Asked", "Checked", "Filled", "Flaw", "Lexicon", "Wrong", "check", "folded", "whose"]
