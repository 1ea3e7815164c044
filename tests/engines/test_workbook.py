"""The rows of a workbook: digits, days, lists and doubts; every encoding that a spreadsheet writes; nothing guessed."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.workbook import Asked, Lexicon, Refused, Sheet, check, formula_like, safe
from tansiq.engines.workbook.checking import whose
from tansiq.engines.workbook.reading import read
from tansiq.engines.workbook.safe import bare
from tests.engines.hostile import GOOD_ROWS, book, sheet, words

PERIOD = (date(2026, 5, 1), date(2026, 5, 31))
LEXICON = Lexicon.of(
    {"Measure code": "code", "رمز المؤشر": "code", "Value": "value", "القيمة": "value", "Answer": "answer"},
    {
        "answer": {"a figure": "figure", "رقم": "figure", "no data exist": "no_data", "no report": "no_report"},
        "qualifier": {"about": "about", "نحو": "about", "between": "range", "in words only": "words_only"},
        "reliability": {"A": "A"},
        "credibility": {"1": "1"},
    },
)
ASKED = {
    "trained": Asked("trained", "flow", last=Decimal(10)),
    "held": Asked("held", "share", bases={"land": "b1"}),
    "front": Asked("front", "level", levels={"halted": "halted"}),
    "told": Asked("told", "text"),
}


def checked(
    *rows, head="code,value,answer,high,qualifier,numerator,denominator,base,level,words,reason,from,until,overruled"
):
    return check(read("\n".join([head, *rows]).encode()), ASKED, LEXICON, PERIOD)


def flaws(*rows, **given):
    return [(flaw.at, flaw.code) for flaw in checked(*rows, **given).flaws]


def one(row):
    found = checked(row)
    assert found.flaws == ()
    return found.rows[0]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", "12"),
        ("١٢", "12"),
        ("١٢٫٥", "12.5"),
        ('"1,200"', "1200"),
        ("١٬٢٠٠", "1200"),
        ("12.50", "12.50"),
        ("−3", "-3"),
    ],
)
def test_digits_of_both_scripts(typed, value):
    found = checked(f"trained,{typed},,,,,,,,,,,,because")
    assert (found.rows[0].value, found.flaws) == (Decimal(value), ())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.234", "number_ambiguous"), ('"1.234,5"', "number_separators"), ('"12,5"', "number_separators"),
        ("ten", "number_letters"), ("9" * 40, "number_long"), ("9" * 21, "number_long"), ("0.1234567", "precise"),
        ("1٬2.3", "number_separators"), ("NaN", "number_letters"), ("1e400", "number_letters"),
    ],
)  # fmt: skip
def test_a_number_is_never_silently_another(typed, code):
    assert flaws(f"trained,{typed}") == [("B2", code)]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("trained,5,,5,,,,,,,,,,", ("D2", "ends")),
        ("trained,5,,,between", ("D2", "missing")),
        ("trained,,a figure", ("B2", "missing")),
        ("trained,5,no data exist,,,,,,,,none", ("B2", "no_figure")),
        ("trained,,no data exist", ("K2", "missing")),
        ("trained,,no report,,,,,,,,why", ("K2", "no_reason")),
        ("trained,,,,about", ("C2", "missing")),
        ("trained,5,,,,1,2", ("F2", "no_share")),
        ("held,,,,,1,,land", ("G2", "missing")),
        ("held,,,,,1,0,land", ("G2", "not_positive")),
        ("held,40,,,,1,2,land", ("B2", "parts")),
        ("held,40", ("H2", "missing")),
        ("held,40,,,,,,sea", ("H2", "choice")),
        ("front,3,,,,,,,halted", ("B2", "no_number")),
        ("front,,a figure", ("I2", "missing")),
        ("told,,a figure", ("J2", "missing")),
        ("trained,5,perhaps", ("C2", "choice")),
        ("absent,5", ("A2", "unknown")),
        (",5", ("A2", "missing")),
        ("trained,5,,,,,,,,,,2026-06-01,2026-05-01", ("M2", "order")),
        ("trained,5,,,,,,,,,,03/04/2026", ("L2", "day_ambiguous")),
        ("trained,5,,,,,,,,,,30 February 2026", ("L2", "day_impossible")),
        ("trained,5,,,,,,,,,,,,,one,too,many", ("Q2", "ragged")),
        ("trained,5000", ("B2", "far_more")),
        ("trained,-5", ("B2", "below_zero")),
        ("held,140,,,,,,land", ("B2", "over_whole")),
        ("trained,5,,,,,,,,a\u202eb", ("J2", "mark")),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(row, place):
    assert place in flaws(row)


def test_a_point_is_read_as_the_other_numbers_of_a_table_show_it():
    assert [row.value for row in checked("trained,1.567", "held,0.25,,,,,,land").rows] == [
        Decimal("1.567"),
        Decimal("0.25"),
    ]
    assert ("B2", "number_ambiguous") in flaws("trained,1.567", "held,25,,,,,,land")
    assert ("B2", "number_ambiguous") in flaws("trained,1.567", 'held,"2.500,25",,,,,,land', "told,0.5")


def test_answers_of_every_kind():
    assert one("trained,5,,7").qualifier == "range"
    assert one("trained,5,رقم,,نحو").qualifier == "about"
    assert one("held,,,,,1,4,land").value == Decimal(25)
    assert one("front,,,,,,,,halted").level == "halted"
    assert one("told,,,,,,,,,held the line").answer == "figure"
    assert one("trained,,,,,,,,,hundreds").qualifier == "words_only"
    assert one("trained,,no report").answer == "no_report"
    assert one("trained,5000,,,,,,,,,,,,a new camp").doubt == "far_more"


def test_days_in_either_calendar_and_without_one_those_of_the_call():
    hijri = one("trained,5,,,,,,,,,,٢ ربيع الآخر ١٤٣٦ هـ,2015-02")
    assert (hijri.as_of_from, hijri.as_of_until) == (date(2015, 1, 22), date(2015, 2, 28))
    usual = one("trained,5")
    assert (usual.as_of_from, usual.as_of_until) == PERIOD


def test_a_row_twice_is_told_by_the_first_and_other_periods_are_other_rows():
    found = checked("trained,5", "trained,6", "trained,7,,,,,,,,,,2026-04-01,2026-04-30")
    assert [(flaw.number, flaw.code, flaw.given) for flaw in found.flaws] == [(3, "twice", "2")]


def test_what_is_left_blank_is_no_answer_and_is_said_to_be_missing():
    assert checked("trained,5", "held,").unanswered == ("held", "front", "told")
    assert checked("trained,ten").unanswered == ("held", "front", "told")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_separators_are_told_from_what_stands_there(codec, mark):
    text = mark.join(["رمز المؤشر", "القيمة", "words"]) + "\n" + mark.join(["trained", "12", "متدربون"])
    found = check(read(text.encode(codec)), ASKED, LEXICON, PERIOD)
    assert [(row.value, row.words) for row in found.rows] == [(Decimal(12), "متدربون")]


def test_a_formula_is_no_answer_even_with_a_number_beside_it():
    rows = GOOD_ROWS.replace("<v>12</v>", "<f>SUM(A1:A9)</f><v>12</v>")
    found = check(read(book(**{"xl/worksheets/sheet1.xml": sheet(rows)})), ASKED, LEXICON, PERIOD)
    assert [(flaw.at, flaw.code) for flaw in found.flaws] == [("B2", "formula")]


def test_a_day_that_a_spreadsheet_made_of_a_number_is_no_number():
    sheet = Sheet("Answers", [(1, ["tcode", "tvalue"]), (2, ["ttrained", "d2015-01-22"])])
    assert [flaw.code for flaw in check(sheet, ASKED, LEXICON, PERIOD).flaws] == ["a_day"]


def test_a_number_of_a_spreadsheet_is_taken_as_it_is():
    rows = GOOD_ROWS.replace("<v>12</v>", "<v>1.234</v>")
    found = check(read(book(**{"xl/worksheets/sheet1.xml": sheet(rows)})), ASKED, LEXICON, PERIOD)
    assert found.rows[0].value == Decimal("1.234")


def test_a_table_without_our_headings_is_refused():
    with pytest.raises(Refused, match="headings"):
        check(read(b"a,b\n1,2"), ASKED, LEXICON, PERIOD)
    with pytest.raises(Refused, match="headings"):
        check(read(b"code,value,value\ntrained,2,3"), ASKED, LEXICON, PERIOD)


def test_a_table_says_whose_it_is_in_its_rows_and_speaks_for_one():
    assert whose(read(b"code,value,member\ntrained,2,SH"), LEXICON)[1] == "SH"
    with pytest.raises(Refused, match="form"):
        whose(read(b"code,value,member\ntrained,2,SH\nheld,3,WA"), LEXICON)


@given(st.text(max_size=30))
def test_words_survive_being_made_safe(text):
    assert bare(safe(text)) == text or text.startswith("'")
    assert not formula_like(safe(text)[0:1].replace("'", "x")) or not formula_like(text)


@given(st.binary(max_size=400))
def test_whatever_comes_is_read_or_refused(content):
    with suppress(Refused):
        check(read(content), ASKED, LEXICON, PERIOD)


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=5))
def test_whatever_stands_in_cells_is_understood_or_told(rows):
    held = [(1, ["tcode", "tvalue", "twords", "tfrom", "tanswer"])]
    held += [(number, ["t" + text if text else "" for text in row]) for number, row in enumerate(rows, 2)]
    found = check(Sheet("Answers", held), ASKED, LEXICON, PERIOD)
    assert all(flaw.number > 1 for flaw in found.flaws)


def test_what_is_read_survives_the_way_between_processes():
    held = read(book())
    assert Sheet.from_json(held.as_json()) == held
    assert words("A1", "x").startswith("<c")
