"""Why a record file was refused, as a person reads it."""

import re

import pytest
from django.utils.translation import override

from tansiq.cycle.refusals import SENTENCES, WANTED, sentence
from tansiq.engines.record_file import Problem
from tansiq.engines.record_file.problems import CODES
from tansiq.members.forms import FLAWS
from tests.world import ROOT

ENGINE = ROOT / "tansiq" / "engines" / "record_file"
EXAMPLES = {"wanted": "date", "flaw": "scripts"}


def code_of_the_engine():
    return "".join(path.read_text() for path in ENGINE.rglob("*.py"))


def test_every_code_has_its_sentence():
    needs = {code: tuple(re.findall(r"%\((\w+)\)s", str(words))) for code, words in SENTENCES.items()}
    assert {code: set(names) for code, names in needs.items()} == {code: set(names) for code, names in CODES.items()}


def test_every_thing_that_can_be_wanted_has_its_words():
    shapes = re.findall(r'Shape\("(\w+)"', code_of_the_engine())
    assert set(re.findall(r'wanted="(\w+)"', code_of_the_engine())) | set(shapes) == set(WANTED)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("code", CODES)
def test_a_sentence_is_whole(language, code):
    params = {name: EXAMPLES.get(name, "100%s") for name in CODES[code]}
    with override(language):
        said = sentence(Problem("reviews[3].on.from", code, params))
    assert "%(" not in said
    assert "reviews[3].on.from" in said
    assert [str(value) in said for name, value in params.items() if name not in EXAMPLES] == [True] * len(
        set(params) - set(EXAMPLES)
    )


def test_in_english_it_reads_straight_on():
    problem = Problem("reviews[3].on.from", "impossible_date", {"given": "2015-02-30"})
    with override("en"):
        assert sentence(problem) == (
            "At reviews[3].on.from: “2015-02-30” is not a date of the calendar; write it like 2015-01-22."
        )


def test_in_arabic_what_is_read_from_left_to_right_is_set_apart():
    with override("ar"):
        said = sentence(Problem("reviews[3]", "dangling", {"ref": "x-", "section": "lines"}))
    assert [piece in said for piece in ("\u2068reviews[3]\u2069", "\u2068x-\u2069", "\u2068lines\u2069")] == [True] * 3


def test_of_a_file_as_a_whole_no_place_is_named():
    with override("en"):
        assert sentence(Problem("", "too_deep", {"limit": 16})) == "The file is nested deeper than 16 levels."


def test_what_a_name_lacks_is_said_as_on_the_forms():
    with override("en"):
        said = sentence(Problem("people[0].name.en", "bad_name", {"flaw": "scripts"}))
        assert said == f"At people[0].name.en: This cannot be a name. {FLAWS['scripts']}"
