"""A list of members: any spreadsheet's, in any order of columns; what is wrong is told line by line."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines import member_list
from tansiq.engines.member_list import LARGEST, MOST_ROWS, Unreadable, decode, read

HEADS = {
    "en": ["code", "name in Arabic", "name in English", "kind", "date of accession", "e-mail"],
    "ar": ["الرمز", "الاسم بالعربية", "الاسم بالإنكليزية", "النوع", "تاريخ الانضمام", "البريد الإلكتروني"],
}
ROWS = [
    ["JO", "الأردن", "Jordan", "دولة", "٢٢ كانون الثاني/يناير ٢٠١٥", "a@jordan.example"],
    ["DHIFAF", "إغاثة الضفتين", "Two Banks Relief", "NGO", "2 Rajab 1446", ""],
    ["WADINA", "مدينة وادينا", "City of Wadina", "city", "", "b@wadina.example"],
]
UNDERSTOOD = [
    ("JO", "state", "الأردن", "Jordan", date(2015, 1, 22), "a@jordan.example"),
    ("DHIFAF", "organisation", "إغاثة الضفتين", "Two Banks Relief", date(2025, 1, 2), ""),
    ("WADINA", "city", "مدينة وادينا", "City of Wadina", None, "b@wadina.example"),
]


def written(rows, separator):
    held = io.StringIO()
    csv.writer(held, delimiter=separator).writerows(rows)
    return held.getvalue()


def understood(reading):
    return [(one.code, one.kind, one.name_ar, one.name_en, one.joined_on, one.email) for one in reading.rows]


@pytest.mark.parametrize("separator", ["\t", ",", ";", "،", "؛"])
@pytest.mark.parametrize("heads", ["en", "ar", None])
def test_separators_and_headings(separator, heads):
    rows = [HEADS[heads], *ROWS] if heads else ROWS
    reading = read(written(rows, separator))
    assert (understood(reading), reading.is_whole) == (UNDERSTOOD, True)
    assert [row.number for row in reading.rows] == ([2, 3, 4] if heads else [1, 2, 3])


@given(st.permutations(range(6)), st.sampled_from(["en", "ar", None]), st.sampled_from("\t;,"))
def test_columns_come_in_any_order(order, heads, separator):
    rows = [HEADS[heads], *ROWS] if heads else ROWS
    assert understood(read(written([[row[place] for place in order] for row in rows], separator))) == UNDERSTOOD


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256"])
def test_encodings_of_spreadsheets(encoding):
    text = written([HEADS["ar"], ["JO", "الأردن", "Jordan", "دولة", "2015-01-22", ""]], ";")
    assert decode(text.encode(encoding)).removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (["", "نورس", "Nawras"], "code", "missing"),
        (["1A", "نورس", "Nawras"], "code", "code"),
        (["N/W", "نورس", "Nawras"], "code", "code"),
        (["jo", "نورس", "Nawras"], "code", "twice"),
        (["secretariat", "نورس", "Nawras"], "code", "taken"),
        (["NW", "", "Nawras"], "name_ar", "missing"),
        (["NW", "Nawras", "Nawras"], "name_ar", "name_letters"),
        (["NW", "نورس", "N\u0430wras"], "name_en", "name_scripts"),
        (["NW", "نورس", "Naw\u202eras"], "name_en", "mark"),
        (["NW", "نو\u200bرس", "Nawras"], "name_ar", "mark"),
        (["NW", "الاردن", "Nawras"], "name_ar", "twice"),
        (["NW", "نورس", "x" * 121], "name_en", "name_long"),
        (["NW", "نورس", "Nawras", "kingdom"], "kind", "kind"),
        (["NW", "نورس", "Nawras", "", "30 شباط 2015"], "joined_on", "date_impossible"),
        (["NW", "نورس", "Nawras", "", "1/2/2015"], "joined_on", "date_ambiguous"),
        (["NW", "نورس", "Nawras", "", "2015"], "joined_on", "date_day"),
        (["NW", "نورس", "Nawras", "", "soon"], "joined_on", "date_words"),
        (["NW", "نورس", "Nawras", "", "", "nobody"], "email", "email"),
        (["NW", "نورس", "Nawras", "", "", "a@b.example\u202e"], "email", "mark"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(row, column, code):
    reading = read(written([HEADS["en"], ROWS[0], row], "\t"), taken=["SECRETARIAT"])
    assert [(flaw.column, flaw.code) for flaw in reading.rows[1].flaws] == [(column, code)]
    assert (reading.rows[1].number, reading.is_whole) == (3, False)
    assert reading.rows[0].flaws == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("code;name in English", "empty"),
        ("name in Arabic;name in English\nالأردن;Jordan", "no_code"),
        ("code;name in English\nJO;Jordan", "no_name_ar"),
        ("code;name in Arabic\nJO;الأردن", "no_name_en"),
        ('JO;"الأردن', "quote"),
        ("x" * 1_001, "cell"),
        (";".join("x" * 41), "columns"),
        ("A;أ;a\n" * (MOST_ROWS + 2), "rows"),
        ("x" * (LARGEST + 1), "large"),
        ("," * 1_900_000, "columns"),
        ('"' * 1_000_001, "cell"),
        ('"' + "x" * 200_000 + '"', "cell"),
    ],
)
def test_a_list_of_which_nothing_is_read(text, code):
    with pytest.raises(Unreadable) as refusal:
        read(text)
    assert refusal.value.code == code


def test_headings_that_say_nothing_are_named():
    assert read("code;name in Arabic;name in English;capital\nJO;الأردن;Jordan;Amman").unknown == ("capital",)


def test_what_a_spreadsheet_would_run_is_no_code():
    reading = read("code;name in Arabic;name in English\n=1+1;الأردن;Jordan")
    assert [flaw.code for flaw in reading.rows[0].flaws] == ["code"]


CODES = {"large", "encoding", "rows", "columns", "cell", "quote", "empty", "no_code", "no_name_ar", "no_name_en"}


@given(st.binary(max_size=400) | st.text(alphabet="JO;,\t\n\"'الأردن@.=٢0\u202e\ufeff\x00").map(str.encode))
def test_anything_is_read_or_refused(data):
    try:
        reading = read(decode(data))
    except Unreadable as refusal:
        assert refusal.code in CODES  # noqa: PT017 -- either is right
    else:
        assert 0 < len(reading.rows) <= MOST_ROWS
        assert all(flaw.column in member_list.COLUMNS for row in reading.rows for flaw in row.flaws)
        for row in reading.rows:
            assert row.flaws or (row.code and row.name_ar and row.name_en)
