"""The form of one reporter as a plain table: the same columns as its workbook, and in each row whose it is."""

import csv
import io
from decimal import Decimal
from typing import Any

from tansiq.engines.workbook import columns as of
from tansiq.engines.workbook.safe import safe
from tansiq.engines.workbook.writing import Form, Line

COLUMNS = (*of.COLUMNS, *of.ALSO)


def as_table(form: Form) -> bytes:
    """The table as CSV, with the mark by which spreadsheets know its letters."""
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow([form.headings[column] for column in COLUMNS])
    table.writerows([_row(line, form) for line in form.lines])
    return made.getvalue().encode("utf-8-sig")


def _row(line: Line, form: Form) -> list[str]:
    held: dict[str, Any] = {
        of.CODE: line.code,
        of.NAME: line.name,
        of.UNIT: line.unit,
        of.KIND: line.kind,
        of.LAST: line.last,
        of.FROM: form.period[0].isoformat(),
        of.UNTIL: form.period[1].isoformat(),
        **form.says,
    }
    return [_written(held.get(column, "")) for column in COLUMNS]


def _written(value: str | Decimal) -> str:
    """Words are words, never a formula."""
    return f"{value:f}" if isinstance(value, Decimal) else safe(value)
