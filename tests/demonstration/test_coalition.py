"""The shipped record: it reads, it is public, it says all in both languages, and in the house's Arabic."""

import json
import re

import pytest

from tests.demonstration.shared import FILE, strings

EGYPTIAN_MONTH = "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
# What the house does not write: release is not a prisoner's, and names and numbers are spelt as the UN does.
NOT_OURS = ("إفراج", "الأميركي", "بالمئة", "بالمائة", "مدراء", "سوريا", "٪", "%")


@pytest.fixture(scope="module")
def shipped():
    return json.loads(FILE.read_bytes())


def texts(value, path=""):
    """Every text of the file, with its path: what is written in a language is a text."""
    if isinstance(value, dict):
        if {"en", "ar"} & set(value):
            yield path, value
        else:
            for key, inner in value.items():
                yield from texts(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, f"{path}[{index}]")


def test_it_is_public_throughout(record):
    rows = [one for section in (record.sources, record.people, record.bodies, record.seats) for one in section]
    rows += [*record.reviews, *(part for review in record.reviews for part in review.participations)]
    rows += [*record.statements, *(one for said in record.statements for one in said.corroborations)]
    rows += [*record.measures, *record.bases, *record.figures, *record.conflicts, *record.decisions, *record.actions]
    rows += [*record.contributions, *record.risks, *(one for line in record.lines for one in line.leads)]
    rows += [one for action in record.actions for one in action.owners]
    rows += [one for row in (*record.decisions, *record.contributions) for one in row.follows]
    assert record.audience.public
    assert [row for row in rows if row.audience != record.audience] == []


def test_every_text_is_in_both_languages(shipped):
    found = dict(texts(shipped))
    assert len(found) > 1000
    assert {path: text for path, text in found.items() if not {"en", "ar"} <= set(text)} == {}


def test_its_arabic_is_the_houses(shipped):
    arabic = {path: text["ar"] for path, text in texts(shipped)}
    assert {path: words for path, words in arabic.items() if any(word in words for word in NOT_OURS)} == {}
    prose = {
        path: words for path, words in arabic.items() if not path.startswith(".people")
    }  # Luigi Di Maio is no month.
    assert {path: words for path, words in prose.items() if re.search(rf"(?<!/)\b({EGYPTIAN_MONTH})\b", words)} == {}
    assert {path: words for path, words in arabic.items() if not re.search("[\u0620-\u064a]", words)} == {}


def test_its_english_holds_no_arabic(shipped):
    english = {path: text["en"] for path, text in texts(shipped)}
    assert {path: words for path, words in english.items() if re.search("[\u0600-\u06ff]", words)} == {}


def test_quotes_are_of_three_words_at_most(record):
    quotes = [one.quote for one in record.statements if one.quote]
    assert quotes == ["a long haul", "can do better", "mutually reinforcing"]


def test_london_is_the_review_of_which_most_is_known(record):
    london = next(review for review in record.reviews if review.ref == "m2015-01-22")
    parts = [(part.part, part.person) for part in london.participations if part.person]
    assert parts == [
        ("co_chair", "philip-hammond"),
        ("host", "philip-hammond"),
        ("co_chair", "john-kerry"),
        ("briefer", "john-allen"),
    ]
    assert sum(part.part == "present" for part in london.participations) == london.participants_count == 21
    assert london.place.as_words()["words"] == {"ar": "لندن (لانكستر هاوس)", "en": "London (Lancaster House)"}


def test_the_press_report_keeps_its_chain_apart(record):
    report = next(source for source in record.sources if source.agency)
    chain = (report.dateline, report.event_place, report.agency, report.publisher)
    assert [dict(text.words)["en"] for text in chain] == [
        "Switzerland",
        "London (Lancaster House)",
        "Middle East News Agency (MENA), Egypt",
        "Arab Today",
    ]
    assert (str(report.event_on), str(report.story_on)) == ("2015-01-22", "2015-01-22")


def test_only_what_was_said_of_a_rhythm_is_a_cadence(record):
    cadences = {body.ref: body.cadence for body in record.bodies if body.cadence}
    assert {ref: (one.every_months, one.hedged) for ref, one in cadences.items()} == {"small-group": (1, True)}


def test_every_seat_says_on_what_it_rests(record):
    assert [seat.ref for seat in record.seats if not (seat.source and seat.note)] == []


def test_no_string_is_only_spaces_or_begins_or_ends_with_one(shipped):
    assert [path for path, words in strings(shipped) if words != words.strip() or not words] == []
