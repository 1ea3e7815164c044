"""Risks: the newest first, the level in its own words and hedge, by whom it was raised; hidden ones leave no trace."""

from datetime import date

import pytest

from tansiq.languages.words import Words
from tests.pages import statements, text
from tests.secretariat import en
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


def listed(slug="", language="en", **asked):
    shown = text(client(slug).get(at("risks", language=language), asked))
    return shown.partition("our own paraphrase" if language == "en" else "بصياغتنا")[2]


def test_the_newest_first_each_with_its_level_in_both_languages(outcomes):
    level = Words("ar", {"ar": "ربما خطر كبير جدا", "en": "perhaps a very large danger"}, {"en": "unofficial"})
    outcomes.risk("Older.", date(2014, 1, 1), said_by_name=en("The donors"))
    outcomes.risk("Newer.", date(2015, 1, 1), level=level, said_by=outcomes.member("WA"), review=outcomes.first())
    outcomes.risk("Nobody’s.", None, precision="not_stated")
    shown = listed()
    assert sorted(["Newer.", "Older.", "Nobody’s."], key=shown.index) == ["Newer.", "Older.", "Nobody’s."]
    for words in (
        "perhaps a very large danger ربما خطر كبير جدا Wadina 1 January 2015 First review",
        "perhaps very large The donors",
        "perhaps very large raised by nobody named",
    ):
        assert words in shown
    assert "ربما خطر كبير جدا perhaps a very large danger" in listed(language="ar")


def test_by_line_and_by_year(outcomes):
    outcomes.subject("relief", "Relief")
    outcomes.risk("Of relief.", date(2015, 1, 1), line="relief")
    outcomes.risk("Of arms.", date(2016, 1, 1), line="arms")
    for asked, seen in (
        ({"line": "relief"}, (True, False)),
        ({"year": "2016"}, (False, True)),
        ({"year": "2016", "line": "relief"}, (False, False)),
    ):
        shown = listed(**asked)
        assert ("Of relief." in shown, "Of arms." in shown) == seen


@pytest.mark.parametrize("asked", ["line=x", "year=2015", "page=x", "level=x"])
def test_what_the_list_is_not_asked_for_is_refused(asked):
    assert client().get(f"{at('risks')}?{asked}").status_code == 400


def test_what_is_not_released_leaves_no_trace(outcomes):
    outcomes.risk("Seen by all.", date(2015, 1, 1))
    addresses = [at("risks"), at("member", "NW"), at("source", outcomes.paper.pk)]
    before = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("", "ba")}
    outcomes.risk("Hidden.", date(2020, 1, 1), "SH", line="hidden", said_by=outcomes.member("NW"))
    assert {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in before} == before
    assert all("Hidden." in text(client("alif").get(one)) for one in addresses[:2])
    for asked in ({"line": "hidden"}, {"year": "2020"}):
        assert [client(slug).get(at("risks"), asked).status_code for slug in ("alif", "ba")] == [200, 400]


def test_as_many_statements_for_one_as_for_three(outcomes):
    counts = []
    for number in (1, 2, 3):
        outcomes.subject(f"line_{number}", f"Line {number}")
        review = outcomes.review(f"Review {number}", date(2015 + number, 1, 1))
        outcomes.risk(f"Risk {number}", date(2015, 1, number), line=f"line_{number}", review=review)
        counts.append(statements(client("alif"), at("risks")))
    assert counts == [11] * 3
