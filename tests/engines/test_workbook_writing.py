"""The workbook of one reporter: right to left in Arabic, locked but for answers, never a formula, always the same."""

import io
import time
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from tansiq.engines.workbook import COLUMNS, FORM, archive, parts
from tansiq.engines.workbook.reading import read
from tansiq.engines.workbook.writing import Form, Line, written

SAYS = {"call": "c1", "member": "SH", "form": FORM, "language": "ar"}


def form(**given):
    lines = [
        Line("trained", "=cmd|' /C calc'!A0", "@persons", "flow", Decimal("12.5")),
        Line("front", "Front", levels=("متقدم", "متوقف")),
        Line("held", "Land held", bases=("of the land, all", "of the people")),
    ]
    held = {
        "title": "تقارير أيار",
        "under": ["شرقستان", "+من ١ إلى ٣١ أيار"],
        "tab": "الإجابات",
        "headings": {column: f"[{column}]" for column in COLUMNS},
        "choices": dict.fromkeys(("answer", "qualifier", "reliability", "credibility"), ("one", "two")),
        "period": (date(2026, 5, 1), date(2026, 5, 31)),
        "lines": lines,
        "says": SAYS,
        "rightward": True,
        **given,
    }
    return Form(**held)


@pytest.fixture(scope="module")
def made():
    return written(form())


@pytest.fixture(scope="module")
def book(made):
    return openpyxl.load_workbook(io.BytesIO(made))


def test_it_reads_back_as_what_it_says(made):
    sheet = read(made)
    assert (sheet.says, sheet.name) == (SAYS, "الإجابات")
    assert [cells[0] for _number, cells in sheet.rows[-3:]] == ["ttrained", "tfront", "theld"]
    assert sheet.rows[-3][1][4:7] == ["n12.5", "d2026-05-01", "d2026-05-31"]


def test_it_runs_from_right_to_left_where_its_language_does(book):
    assert book.worksheets[0].sheet_view.rightToLeft
    assert not openpyxl.load_workbook(io.BytesIO(written(form(rightward=False)))).worksheets[0].sheet_view.rightToLeft


def test_only_answers_can_be_typed_and_sheets_stay_as_they_are(book):
    sheet = book.worksheets[0]
    row = sheet[sheet.max_row]
    assert [cell.protection.locked for cell in row] == [True] * 5 + [False] * (len(COLUMNS) - 5)
    assert all(one.protection.sheet for one in book.worksheets)
    assert book.security.lockStructure
    assert [one.sheet_state for one in book.worksheets] == ["visible", "hidden", "veryHidden"]


def test_lists_to_choose_from_are_those_of_the_column_and_of_the_measure(book):
    held = {str(one.sqref): one.formula1 for one in book.worksheets[0].data_validations.dataValidation}
    lists = book["lists"]

    def words(cell):
        first, last = (
            next(rule for cells, rule in held.items() if cells == cell).split("!")[1].replace("$", "").split(":")
        )
        return [row[0].value for row in lists[first:last]]

    assert (words("O6"), words("N7")) == (["متقدم", "متوقف"], ["of the land, all", "of the people"])
    assert words("H5:H7") == ["one", "two"]


def test_words_of_members_are_never_a_formula(made, book):
    sheet = book.worksheets[0]
    assert sheet["B5"].value == "'=cmd|' /C calc'!A0"
    assert sheet["C5"].value == "'@persons"
    held = parts.looked_at(archive.unpacked(made))
    assert not any(b"<f>" in data for name, data in held.items() if "worksheets" in name)


def test_the_same_form_is_the_same_bytes_at_any_hour(made):
    time.sleep(2.1)  # A zip knows every other second.
    assert written(form()) == made
