"""docs/record-file.md says what the reader does."""

import re

from tansiq.engines.record_file import read
from tansiq.engines.record_file.problems import CODES
from tansiq.engines.record_file.tables import tables
from tests.world import ROOT

PAGE = ROOT / "docs" / "record-file.md"


def between(start, end):
    return PAGE.read_text().partition(start)[2].partition(end)[0]


def test_the_tables_are_those_of_the_format():
    """Where they differ, put what tables() gives between the two marks of the page."""
    assert between("<!-- tables -->\n", "<!-- end of tables -->") == f"\n{tables()}\n"


def test_the_example_is_read():
    record = read(between("```json\n", "```").encode())
    assert [review.ref for review in record.reviews] == ["first"]


def test_every_code_stands_there_with_what_its_sentence_needs():
    rows = re.findall(r"^\| `(\w+)` \| ([`\w, ]*)\|", between("## What is refused", "\n`wanted` is"), re.MULTILINE)
    assert {code: tuple(re.findall(r"\w+", needs)) for code, needs in rows} == dict(CODES)
