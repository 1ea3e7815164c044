"""From octets to the cells of one sheet: what a file is tells its content, never its name."""

import csv
import io
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from tansiq.engines.member_list import Unreadable, decode
from tansiq.engines.workbook import archive, parts
from tansiq.engines.workbook.refusals import ABOVE, LARGEST, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Refused
from tansiq.engines.workbook.sheet import FORMULA, Sheet, cell

HIDDEN: Final = "tansiq"  # The sheet that says whose answers these are.
SEPARATORS: Final = ";\t,؛"
MARKED: Final = (b"<", b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ", b"\x7fELF", b"#!", b"\x1f\x8b")


def read(content: bytes) -> Sheet:
    """The answers of a file.

    Raises:
        Refused: nothing of it is taken, with the reason.
    """
    if not content.strip():
        raise Refused("empty")
    if len(content) > LARGEST:
        raise Refused("large")
    if content.startswith((b"PK", archive.OLD)):
        return _book(content)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(MARKED):
        raise Refused("kind")
    return _text(content)


def _book(content: bytes) -> Sheet:
    held = parts.looked_at(archive.unpacked(content))
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(archive.packed(held.items()))) as book:
            names = book.sheet_names
            says = _says(book) if HIDDEN in names else {}
            name = next((one for one in names if one != HIDDEN), None)
            if name is None:
                raise Refused("headings")
            table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError, UnicodeError) as broken:
        if isinstance(broken, Refused):
            raise
        raise Refused("broken") from broken
    rows = [[cell(value) for value in row] for row in table]
    for row, column in {at for data in _answers(held) for at in parts.formulas(data)}:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = FORMULA
    return _bounded(Sheet(name, [(number, row) for number, row in enumerate(rows, 1) if any(row)], says))


def _answers(held: dict[str, bytes]) -> list[bytes]:
    """The sheets of which one is the first: formulas are sought in them all, for none of ours holds any."""
    return [data for name, data in held.items() if name.startswith("xl/worksheets/")]


def _says(book: CalamineWorkbook) -> dict[str, str]:
    """What the hidden sheet says: a word and its value in each row."""
    told = {}
    for row in book.get_sheet_by_name(HIDDEN).to_python(skip_empty_area=False)[:10]:
        if len(row) > 1 and row[0]:
            told[str(row[0])] = str(row[1])[:100]
    return told


def _text(content: bytes) -> Sheet:
    """A table in plain text, in whichever encoding and with whichever separator a spreadsheet wrote it."""
    try:
        text = decode(content)
    except Unreadable as unreadable:
        raise Refused(unreadable.code) from unreadable
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not lines.strip():
        raise Refused("empty")
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=_separator(lines), strict=True)
    rows: list[tuple[int, list[str]]] = []
    number = 1
    try:
        for cells in reader:
            held = [cell(value) for value in cells]
            if any(held):
                rows.append((number, held))
            if len(rows) > MOST_ROWS + 1:
                raise Refused("rows", number)
            number = reader.line_num + 1
    except csv.Error as odd:
        raise Refused("strings" if "field larger" in str(odd) else "quote", number) from odd
    return _bounded(Sheet("", rows))


def _separator(lines: str) -> str:
    """The separator of the headings: in the first line that holds one."""
    first = next(line for line in lines.split("\n") if line.strip())
    return max(SEPARATORS, key=lambda mark: (first.count(mark), -SEPARATORS.index(mark)))


def _bounded(sheet: Sheet) -> Sheet:
    if not sheet.rows:
        raise Refused("empty")
    for number, cells in sheet.rows:
        if len(cells) > MOST_COLUMNS:
            raise Refused("columns", number)
        if any(len(one) > LONGEST_CELL for one in cells):
            raise Refused("strings", number)
    if len(sheet.rows) > MOST_ROWS + ABOVE:
        raise Refused("rows", sheet.rows[-1][0])
    return sheet
