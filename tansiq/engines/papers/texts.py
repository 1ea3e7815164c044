"""Plain texts and tables: letters, and nothing that a browser or a spreadsheet would run."""

import csv
import re
from typing import Final

from tansiq.engines.papers.kinds import Kind, Paper
from tansiq.engines.papers.refusals import LETTERS
from tansiq.engines.workbook.refusals import Refused
from tansiq.engines.workbook.safe import formula_like

MARKUP: Final = re.compile(
    r"\A\s*<[!?a-z]|<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|link|meta|style|xml|\?xml|a\s)",
    re.IGNORECASE,
)
CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NUMBER: Final = re.compile(r"[+\-−]?[\d٠-٩.,٫٬\s]+%?\Z")
MARKS: Final = (",", ";", "\t")


def letters(content: bytes) -> Paper:
    """A text or a table, as UTF-8.

    Raises:
        Refused: it is no text, or a page, or a table with formulas.
    """
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as none:
        raise Refused("kind") from none
    if CONTROLS.search(text):
        raise Refused("kind")
    if len(text) > LETTERS:
        raise Refused("large")
    if MARKUP.search(text):
        raise Refused("markup")
    if not text.strip():
        raise Refused("empty")
    rows = _table(text)
    if any(formula_like(cell) and not NUMBER.match(cell) for row in rows for cell in row):
        raise Refused("formula")
    return Paper(Kind.CSV if rows else Kind.TEXT, text.encode())


def _table(text: str) -> list[list[str]]:
    """The rows of a table: two at least, each with as many cells as the first, two at least."""
    for mark in MARKS:
        try:
            rows = [row for row in csv.reader(text.splitlines(), delimiter=mark, strict=True) if row]
        except csv.Error:
            continue
        if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
            return rows
    return []
