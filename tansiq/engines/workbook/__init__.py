"""Workbooks of figures: what a reporter sends back as a spreadsheet, read with care and checked row by row."""

from tansiq.engines.workbook.checking import Asked, Checked, Filled, Flaw, Lexicon, check
from tansiq.engines.workbook.columns import COLUMNS, FORM
from tansiq.engines.workbook.refusals import LARGEST, MOST_ROWS, REASONS, Refused
from tansiq.engines.workbook.safe import formula_like, safe
from tansiq.engines.workbook.sheet import Sheet

__all__ = [
    "COLUMNS", "FORM", "LARGEST", "MOST_ROWS", "REASONS", "Asked", "Checked", "Filled", "Flaw", "Lexicon", "Refused",
    "Sheet", "check", "formula_like", "safe",
]  # fmt: skip
