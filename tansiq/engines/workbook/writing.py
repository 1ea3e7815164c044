"""Writing the workbook of one reporter: a locked form but for its answers, and the same bytes for the same content."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation

from tansiq.engines.workbook import archive
from tansiq.engines.workbook import columns as of
from tansiq.engines.workbook.reading import HIDDEN
from tansiq.engines.workbook.safe import safe

LISTS: Final = "lists"
WIDTHS: Final[Mapping[str, int]] = {
    of.CODE: 20, of.NAME: 34, of.UNIT: 18, of.KIND: 18, of.LAST: 22, of.FROM: 13, of.UNTIL: 13, of.ANSWER: 24,
    of.VALUE: 16, of.HIGH: 16, of.QUALIFIER: 20, of.NUMERATOR: 14, of.DENOMINATOR: 14, of.BASE: 26, of.LEVEL: 20,
}  # fmt: skip
USUAL: Final = 32
MOMENT: Final = b"2000-01-01T00:00:00Z"  # Of every workbook: the bytes tell of no hour.
_MOMENTS: Final = re.compile(rb"(?<=>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=</dcterms:)")

INK, PAPER, SHADE, RULE = "FF123B3A", "FFFFFFFF", "FFEFEBE1", "FFC9C2B2"
EDGE: Final = Side(style="thin", color=RULE)
BOX: Final = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)


@dataclass(frozen=True, slots=True)
class Line:
    """One measure as it is asked: what is ours, and the words from which its level and its denominator are chosen."""

    code: str
    name: str
    unit: str = ""
    kind: str = ""
    last: str | Decimal = ""
    levels: Sequence[str] = ()
    bases: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The workbook of one reporter."""

    title: str
    under: Sequence[str]  # Whose it is, for which period, until when, and how it is filled.
    tab: str
    headings: Mapping[str, str]
    choices: Mapping[str, Sequence[str]]
    period: tuple[date, date]
    lines: Sequence[Line]
    says: Mapping[str, str] = field(default_factory=dict)
    rightward: bool = False  # Whether it runs from right to left.


def written(form: Form) -> bytes:
    """The workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = re.sub(r"[\[\]:*?/\\']", " ", form.tab)[:31]
    lists = _Lists(book.create_sheet(LISTS))
    _says(book.create_sheet(HIDDEN), form.says)
    _opening(sheet, form)
    first = sheet.max_row + 1
    for number, line in enumerate(form.lines, first):
        _line(sheet, number, line, form)
    _choices(sheet, lists, form, first)
    _laid_out(sheet, form, first)
    book.security = WorkbookProtection(lockStructure=True)
    book.properties.creator = "Tansiq"
    return _always_the_same(book)


def _says(sheet: Any, told: Mapping[str, str]) -> None:
    """The hidden sheet: a word and its value in each row."""
    for word, value in told.items():
        sheet.append([word, value])
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


class _Lists:
    """The hidden sheet from which answers are chosen: one column for each list, each list once."""

    def __init__(self, sheet: Any) -> None:
        self.sheet, self.known = sheet, dict[tuple[str, ...], str]()
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True

    def of(self, words: Sequence[str]) -> str:
        """Where these words stand."""
        held = tuple(words)
        if held not in self.known:
            column = len(self.known) + 1
            for row, word in enumerate(held, 1):
                _put(self.sheet.cell(row, column), word)
            letter = get_column_letter(column)
            self.known[held] = f"{LISTS}!${letter}$1:${letter}${len(held)}"
        return self.known[held]


def _put(cell: Any, value: object) -> Any:
    """A value as a cell may hold it: words are words, never a formula."""
    cell.value = safe(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value
    return cell


def _opening(sheet: Any, form: Form) -> None:
    """What it is, whose it is, how it is filled; then the headings."""
    _put(sheet.cell(1, 1), form.title).font = Font(bold=True, size=15, color=INK)
    for row, words in enumerate(form.under, 2):
        _put(sheet.cell(row, 1), words).font = Font(color=INK)
    row = len(form.under) + 2
    for place, column in enumerate(of.COLUMNS, 1):
        cell = _put(sheet.cell(row, place), form.headings[column])
        cell.font = Font(bold=True, color=PAPER)
        cell.fill = PatternFill("solid", fgColor=INK)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.border = BOX


def _line(sheet: Any, number: int, line: Line, form: Form) -> None:
    ours = {of.CODE: line.code, of.NAME: line.name, of.UNIT: line.unit, of.KIND: line.kind, of.LAST: line.last}
    opened = {**ours, of.FROM: form.period[0], of.UNTIL: form.period[1]}
    for place, column in enumerate(of.COLUMNS, 1):
        cell = _put(sheet.cell(number, place), opened.get(column))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = BOX
        if column in ours:
            cell.fill = PatternFill("solid", fgColor=SHADE)
        else:
            cell.protection = Protection(locked=False)
        if column in (of.FROM, of.UNTIL):
            cell.number_format = "yyyy-mm-dd"


def _choices(sheet: Any, lists: _Lists, form: Form, first: int) -> None:
    """What is chosen from a list; the lists of levels and denominators are those of their measure."""
    last = first + max(len(form.lines), 1) - 1
    for column in of.CHOSEN:
        letter = get_column_letter(of.COLUMNS.index(column) + 1)
        _choose(sheet, lists.of(form.choices[column]), f"{letter}{first}:{letter}{last}")
    for number, line in enumerate(form.lines, first):
        for column, words in ((of.LEVEL, line.levels), (of.BASE, line.bases)):
            if words:
                letter = get_column_letter(of.COLUMNS.index(column) + 1)
                _choose(sheet, lists.of(words), f"{letter}{number}")


def _choose(sheet: Any, words: str, cells: str) -> None:
    choice = DataValidation(type="list", formula1=f"={words}", allow_blank=True, showErrorMessage=True)
    choice.add(cells)
    sheet.add_data_validation(choice)


def _laid_out(sheet: Any, form: Form, first: int) -> None:
    for place, column in enumerate(of.COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTHS.get(column, USUAL)
    sheet.sheet_view.rightToLeft = form.rightward
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = sheet.cell(first, 3)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # Columns may be made wider.
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _always_the_same(book: Workbook) -> bytes:
    """The file without the hour at which it was made."""
    made = io.BytesIO()
    book.save(made)
    parts = archive.unpacked(made.getvalue())
    return archive.packed((name, _MOMENTS.sub(MOMENT, data)) for name, data in sorted(parts.items()))
