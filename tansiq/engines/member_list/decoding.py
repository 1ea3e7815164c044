"""From octets to the cells of a table, within bounds: the encodings and the separators that spreadsheets write."""

import csv
import io
from typing import Final

LARGEST: Final = 2_000_000  # Octets of a file, characters of what is pasted.
MOST_ROWS: Final = 1_000
MOST_COLUMNS: Final = 40
LONGEST_CELL: Final = 1_000
SEPARATORS: Final = "\t;,،؛"
OPENING: Final = 20  # Lines from which the separator is told.

BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Unreadable(ValueError):
    """A list of which nothing can be read; the code says why: large, encoding, rows, columns, cell, empty, quote."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16, or the Arabic encoding of old spreadsheets.

    >>> decode("JO;الأردن".encode("utf-16")), decode("JO;الأردن".encode("windows-1256"))
    ('JO;الأردن', 'JO;الأردن')

    Raises:
        Unreadable: it is too large, or in no encoding that is read.
    """
    if len(data) > LARGEST:
        raise Unreadable("large")
    marked = next((codec for bom, codec in BOMS if data.startswith(bom)), "")
    for codec in (marked,) if marked else _guesses(data):
        try:
            text = data.decode(codec)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("encoding")


def _guesses(data: bytes) -> tuple[str, ...]:
    """Without a mark: UTF-16 has an octet of nought in every other place wherever there are Latin letters or signs."""
    if b"\0" in data:
        return ("utf-16-le", "utf-16-be") if data[1::2].count(0) >= data[::2].count(0) else ("utf-16-be", "utf-16-le")
    return ("utf-8", "windows-1256")


def table(text: str) -> list[tuple[int, list[str]]]:
    r"""The rows of a list that hold anything, each with its number as a person counts lines, and its cells.

    >>> table("JO; الأردن\n\nNL;هولندا")
    [(1, ['JO', 'الأردن']), (3, ['NL', 'هولندا'])]

    Raises:
        Unreadable: there are too many rows, columns or letters in a cell; a quotation mark is not closed; or nothing.
    """
    if len(text) > LARGEST:
        raise Unreadable("large")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=_separator(lines), strict=True)
    found: list[tuple[int, list[str]]] = []
    number = 1
    try:
        for cells in reader:
            held = [cell.strip() for cell in cells]
            if any(held):
                found.append((number, held))
            number = reader.line_num + 1
            _bound(found, held)
    except csv.Error as odd:
        raise Unreadable("cell" if "field larger" in str(odd) else "quote") from odd
    if not found:
        raise Unreadable("empty")
    return found


def _bound(found: list[tuple[int, list[str]]], held: list[str]) -> None:
    if len(found) > MOST_ROWS + 1:  # One of them may be the headings.
        raise Unreadable("rows")
    if len(held) > MOST_COLUMNS:
        raise Unreadable("columns")
    if any(len(cell) > LONGEST_CELL for cell in held):
        raise Unreadable("cell")


def _separator(text: str) -> str:
    """The separator that stands as often in each of the first lines; a tab before others, for names hold commas."""
    lines = [line for line in text.split("\n", OPENING * 4) if line.strip()][:OPENING]
    counts = {mark: [line.count(mark) for line in lines] for mark in SEPARATORS}
    shared = [mark for mark in SEPARATORS if counts[mark] and min(counts[mark]) > 0]
    return max(shared, key=lambda mark: (mark == "\t", min(counts[mark])), default=_commonest(counts))


def _commonest(counts: dict[str, list[int]]) -> str:
    return max(SEPARATORS, key=lambda mark: sum(map(bool, counts[mark])))
