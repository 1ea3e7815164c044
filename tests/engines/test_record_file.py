"""Record files that are read, and what each way of breaking one is refused for."""

import json
from datetime import date

import pytest

from tansiq.engines.canonical import canonical
from tansiq.engines.record_file import Audience, Refused, Text, read
from tansiq.engines.record_file.problems import CODES
from tests.engines.broken_efforts import BROKEN_EFFORTS, RIGHT_EFFORTS
from tests.engines.small_record import GONE, SMALL, changed, octets, problems

RLO, ISOLATE, TAG, SURROGATE = "\u202e", "\u2067", "\U000e0041", "\ud800"
NO_LINA = [
    ("reviews[0].participations[0].person", "dangling"),
    ("statements[0].speaker", "dangling"),
    ("figures[0].speaker", "dangling"),
    ("figures[2].speaker", "dangling"),
]

# Where the small file is changed, to what, and what is said of it: place and code.
CHANGES = [
    ("audience", GONE, [("audience", "no_audience")]),
    ("audience", None, [("audience", "no_audience")]),
    ("audience", [], [("audience", "no_audience")]),
    ("audience", "everybody", [("audience", "not_one_of")]),
    ("audience", 5, [("audience", "wrong_type")]),
    ("audience.3", "XX", [("audience[3]", "dangling")]),
    ("audience.3", "SH", [("audience[3]", "duplicate")]),
    ("format", "other", [("format", "not_one_of")]),
    ("format", GONE, [("format", "missing")]),
    ("format", 5, [("format", "wrong_type")]),
    ("version", 2, [("version", "not_one_of")]),
    ("version", "1", [("version", "wrong_type")]),
    ("version", True, [("version", "wrong_type")]),
    ("coalition", GONE, [("coalition", "missing")]),
    ("coalition", [], [("coalition", "wrong_type")]),
    ("coalition.nom", "x", [("coalition.nom", "unknown_field")]),
    (f"coalition.{RLO}", "x", [('coalition["\\u202e"]', "unknown_field")]),
    ("coalition.name", {}, [("coalition.name", "missing")]),
    ("coalition.name", "Coalition", [("coalition.name", "wrong_type")]),
    ("coalition.name.en", "", [("coalition.name.en", "empty")]),
    ("coalition.name.en", " \u00a0", [("coalition.name.en", "empty")]),
    ("coalition.name.en", None, [("coalition.name.en", "wrong_type")]),
    ("coalition.name.en", "Coalit\u0456on", [("coalition.name.en", "bad_name")]),
    ("coalition.name.ar", "Coalition", [("coalition.name.ar", "bad_name")]),
    ("coalition.name.english", "x", [("coalition.name.english", "unknown_field")]),
    ("coalition.name.source", "fr", [("coalition.name.source", "not_one_of")]),
    ("coalition.name.source", ["en"], [("coalition.name.source", "wrong_type")]),
    ("coalition.name.standing", "official", [("coalition.name.standing", "wrong_type")]),
    ("coalition.name.standing", {"ar": "good"}, [("coalition.name.standing.ar", "not_one_of")]),
    ("coalition.name.standing", {"en": "official"}, [("coalition.name.standing.en", "unknown_field")]),
    ("coalition.about.en", "a\x00b", [("coalition.about.en", "bad_text")]),
    ("coalition.about.en", "a\tb", [("coalition.about.en", "bad_text")]),
    ("coalition.about.en", f"a{RLO}b", [("coalition.about.en", "bad_text")]),
    ("coalition.about.en", f"a{ISOLATE}b", [("coalition.about.en", "bad_text")]),
    ("coalition.about.en", "a\u2069b", [("coalition.about.en", "bad_text")]),
    ("coalition.about.en", f"a{TAG}", [("coalition.about.en", "bad_text")]),
    ("coalition.about.en", "a\uffff", [("coalition.about.en", "bad_text")]),
    ("coalition.about.en", "a" * 4001, [("coalition.about.en", "too_long")]),
    ("coalition.about", {f"{one}{two}": "x" for one in "abc" for two in "abcdefg"}, [("coalition.about", "too_many")]),
    ("coalition.announced_on", "2014-02-30", [("coalition.announced_on", "impossible_date")]),
    ("coalition.announced_on", "0000-01-01", [("coalition.announced_on", "impossible_date")]),
    ("coalition.announced_on", "10000-01-01", [("coalition.announced_on", "impossible_date")]),
    ("coalition.announced_on", "20140910", [("coalition.announced_on", "impossible_date")]),
    ("coalition.announced_on", "2014-09-10T00:00", [("coalition.announced_on", "impossible_date")]),
    ("coalition.announced_on", "2014-W37-3", [("coalition.announced_on", "impossible_date")]),
    ("coalition.announced_on", "٢٠١٤-٠٩-١٠", [("coalition.announced_on", "impossible_date")]),
    ("coalition.announced_on", 20140910, [("coalition.announced_on", "wrong_type")]),
    ("coalition.source", "elsewhere", [("coalition.source", "dangling")]),
    ("coalition.source", "SH", [("coalition.source", "dangling")]),
    ("coalition.source", "wire", [("coalition.source", "wider_than_reference")]),
    ("coalition.source", {}, [("coalition.source", "wrong_type")]),
    ("lines.0.ref", "Water", [
        ("lines[0].ref", "wrong_shape"),
        ("reviews[0].lines[0]", "dangling"),
        ("statements[0].line", "dangling"),
        *[(f"measures[{number}].line", "dangling") for number in range(4)],
        *[(f"decisions[{number}].line", "dangling") for number in range(2)],
        ("actions[0].line", "dangling"),
        *[(f"contributions[{number}].line", "dangling") for number in range(2)],
        ("risks[0].line", "dangling"),
    ]),
    ("lines.0.leads", "SH", [("lines[0].leads", "wrong_type")]),
    ("lines.0.leads", ["SH"] * 101, [("lines[0].leads", "too_many")]),
    ("lines.0.number", 0, [("lines[0].number", "number_out_of_range")]),
    ("lines.0.number", 1.5, [("lines[0].number", "wrong_type")]),
    ("seats", {}, [("seats", "wrong_type")]),
    ("sources.0.url", "javascript:alert(1)", [("sources[0].url", "wrong_shape")]),
    ("sources.0.url", "https://a.example@b.example/", [("sources[0].url", "wrong_shape")]),
    ("sources.0.url", "https://a.example/ b", [("sources[0].url", "wrong_shape")]),
    ("sources.0.url", "https://a.example/\u200e", [("sources[0].url", "wrong_shape")]),
    ("sources.0.language", "English", [("sources[0].language", "wrong_shape")]),
    ("sources.0.kind", "rumour", [("sources[0].kind", "not_one_of")]),
    ("sources.1.audience", "public", [("sources[1].audience", "wider_than_parent")]),
    ("sources.2", 5, [("sources[2]", "wrong_type")]),
    ("members.0.audience", ["SH"], [("members[0].audience", "unknown_field")]),
    ("members.0.iso3", "SH", [("members[0].iso3", "wrong_shape")]),
    ("members.0.joined.on", "2014-08-31", [("members[0].joined.on", "ends_before_it_starts")]),
    ("members.0.joined.on", "2014-10-01", [("members[0].joined.on", "ends_before_it_starts")]),
    ("members.0.joined.ordinal", 10**30, [("members[0].joined.ordinal", "number_out_of_range")]),
    ("members.3", {"ref": "SH", "kind": "state", "name": {"en": "Sahlan"}}, [("members[3].ref", "duplicate")]),
    ("people.0.ref", "lina haddad", [("people[0].ref", "wrong_shape"), *NO_LINA]),
    ("people.0.ref", 7, [("people[0].ref", "wrong_type"), *NO_LINA]),
    ("people.1", {"ref": "gazette", "name": {"en": "Gazette"}}, [("people[1].ref", "duplicate")]),
    ("bodies.0.cadence.every_months", 0, [("bodies[0].cadence.every_months", "number_out_of_range")]),
    ("bodies.0.cadence.hedged", "yes", [("bodies[0].cadence.hedged", "wrong_type")]),
    ("bodies.0.cadence.words", GONE, [("bodies[0].cadence.words", "missing")]),
    ("seats.0.until", "2013-01-01", [("seats[0].until", "ends_before_it_starts")]),
    ("seats.0.body", "first", [("seats[0].body", "dangling")]),
    ("reviews.0.on.from", "2015-02-30", [("reviews[0].on.from", "impossible_date")]),
    ("reviews.0.on.from", GONE, [("reviews[0].on.from", "missing")]),
    ("reviews.0.on.until", None, [("reviews[0].on.until", "missing")]),
    ("reviews.0.on.until", "2015-01-21", [("reviews[0].on.until", "ends_before_it_starts")]),
    ("reviews.1.on.from", "2015-02-02", [("reviews[1].on.from", "not_whole")]),
    ("reviews.1.on.until", "2015-03-30", [("reviews[1].on.until", "not_whole")]),
    ("reviews.1.on.precision", "year", [("reviews[1].on.from", "not_whole")]),
    ("reviews.0.level", "kings", [("reviews[0].level", "not_one_of")]),
    ("reviews.0.lines", ["water", "water"], [("reviews[0].lines[1]", "duplicate")]),
    ("reviews.0.lines", ["wine"], [("reviews[0].lines[0]", "dangling")]),
    ("seats.0.audience", "public", [("seats[0].audience", "wider_than_parent")]),
    ("reviews.0.participants_count", -1, [("reviews[0].participants_count", "number_out_of_range")]),
    ("reviews.0.participations.0", "SH", [("reviews[0].participations[0]", "wrong_type")]),
    ("reviews.0.participations.3", {"part": "present"}, [("reviews[0].participations[3]", "one_of")]),
    ("reviews.0.participations.2.member", "NW", [("reviews[0].participations[2].guest", "only_one_of")]),
    ("reviews.0.participations.3", {"part": "present", "member": "WA"}, [
        ("reviews[0].participations[3]", "duplicate"),
    ]),
    ("reviews.0.participations.2.source", "wire", [("reviews[0].participations[2].source", "wider_than_reference")]),
    ("statements.0.audience", ["SH", "NW"], [
        ("statements[0].source", "wider_than_reference"),
        ("statements[0].report", "wider_than_reference"),
    ]),
    ("statements.0.speaker", GONE, [("statements[0]", "one_of")]),
    ("statements.0.speaker_label", {"en": "x"}, [("statements[0].speaker_label", "only_one_of")]),
    ("statements.0.quote", "", [("statements[0].quote", "empty")]),
    ("statements.0.text", GONE, [("statements[0].text", "missing")]),
    ("statements.0.time.precision", "soon", [("statements[0].time.precision", "not_one_of")]),
    ("statements.0.corroborations.1", {"source": "gazette", "finding": "adds"}, [
        ("statements[0].corroborations[1]", "duplicate"),
    ]),
    *BROKEN_EFFORTS,
]  # fmt: skip

# Whole files that are refused before any row is looked at, or for what no value of Python can hold.
FILES = [
    (b"", [("", "not_json")]),
    (b"not json", [("", "not_json")]),
    (b'{"format": ', [("", "not_json")]),
    (b"{'format': 1}", [("", "not_json")]),
    (b"[]", [("", "wrong_type")]),
    (b"null", [("", "wrong_type")]),
    (b"NaN", [("", "wrong_type")]),
    (b"\xff\xfe{\x00}\x00", [("", "not_utf8")]),
    (b'{"format": "\xc0\xaf"}', [("", "not_utf8")]),
    (b'{"format": "\xed\xa0\x80"}', [("", "not_utf8")]),
    (b" " * 20_000_001, [("", "too_large")]),
    (b"[" * 17 + b"]" * 17, [("", "too_deep")]),
    (b"[" * 100_000 + b"]" * 100_000, [("", "too_deep")]),
    (b'{"a":' * 17 + b"1" + b"}" * 17, [("", "too_deep")]),
    (b"[" + b"1," * 300_000 + b"1]", [("", "too_many")]),
]
NUMBERS = [
    (b"NaN", "not_a_number"),
    (b"Infinity", "not_a_number"),
    (b"-Infinity", "not_a_number"),
    (b"1e400", "wrong_type"),
    (b"1.0", "wrong_type"),
    (b"9" * 5000, "number_out_of_range"),
    (b"-" + b"9" * 40, "number_out_of_range"),
]


def test_the_small_file_is_read_field_by_field():
    record = read(octets(SMALL))
    review, statement = record.reviews[0], record.statements[0]
    assert record.coalition.name == Text(
        "en", (("ar", "تحالف الأنهار الثلاثة"), ("en", "Coalition of the Three Rivers")), (("ar", "unofficial"),)
    )
    assert record.sources[0].note == Text("fr", (("ar", "ملاحظة"), ("fr", "note")), (("ar", "official"),))
    assert (review.on.from_, review.on.until) == (date(2015, 1, 22), date(2015, 1, 23))
    assert [part.member for part in review.participations] == ["SH", "WA", None]
    assert (statement.speaker, statement.said_by, statement.time.precision) == ("lina", "SH", "open")
    assert (record.members[1].joined.on, record.members[2].joined, record.reviews[1].sources) == (None, None, ())


def test_a_row_has_the_readers_of_what_it_stands_in_or_fewer():
    record = read(octets(SMALL))
    everybody, two = Audience(public=False, members=("NW", "SH", "WA")), Audience(public=False, members=("SH", "WA"))
    assert (record.audience, record.people[0].audience, record.reviews[0].audience) == (everybody,) * 3
    assert [part.audience for part in record.reviews[0].participations] == [everybody, two, everybody]
    assert (record.statements[0].audience, record.statements[0].corroborations[0].audience) == (two, two)


def test_what_is_written_back_is_read_as_the_same_and_has_one_spelling():
    record = read(octets(SMALL))
    assert read(canonical(record.as_json())) == record
    assert canonical(read(octets(dict(reversed(SMALL.items())))).as_json()) == canonical(record.as_json())


def test_rows_may_stand_in_any_order_and_a_mark_of_byte_order_is_passed_over():
    reordered = {**SMALL, "members": SMALL["members"][::-1], "sources": SMALL["sources"][::-1]}
    assert problems(b"\xef\xbb\xbf" + octets(reordered)) == []


def test_words_as_the_house_holds_them():
    text = read(octets(SMALL)).statements[0].text
    assert text.as_words() == {
        "source": "en",
        "words": {"ar": "سيرتفع منسوب النهر.", "en": "The river will rise."},
        "standing": {"ar": "unofficial"},
    }


@pytest.mark.parametrize(
    ("path", "value", "said"), CHANGES, ids=[f"{path}-{said[0][1]}" for path, _value, said in CHANGES]
)
def test_a_changed_file_is_refused_with_the_place_and_the_reason(path, value, said):
    assert problems(octets(changed(path, value))) == said


@pytest.mark.parametrize(("path", "value"), RIGHT_EFFORTS)
def test_a_file_that_comes_close_is_read(path, value):
    assert problems(octets(changed(path, value))) == []


@pytest.mark.parametrize(
    ("data", "said"), FILES, ids=[f"{number}-{said[0][1]}" for number, (_, said) in enumerate(FILES)]
)
def test_a_broken_file_is_refused_for_itself(data, said):
    assert problems(data) == said


@pytest.mark.parametrize(("number", "code"), NUMBERS, ids=[f"{number[:9].decode()}-{code}" for number, code in NUMBERS])
def test_numbers_that_are_no_whole_numbers(number, code):
    data = octets(changed("lines.0.number", "HERE")).replace(b'"HERE"', number)
    assert problems(data) == [("lines[0].number", code)]


def test_a_key_that_stands_twice_is_refused_where_it_stands():
    twice = octets(SMALL).replace(b'"ref": "lina",', b'"ref": "lina", "ref": "nora",')
    assert problems(twice)[0] == ("people[0].ref", "duplicate_key")
    words = octets(SMALL).replace(b'"en": "Plenary",', b'"en": "Plenary", "en": "Parliament",')
    assert problems(words) == [("bodies[0].name.en", "duplicate_key")]


def test_a_lone_surrogate_is_no_text():
    assert problems(json.dumps(changed("statements.0.text.en", SURROGATE)).encode()) == [
        ("statements[0].text.en", "bad_text")
    ]


def test_what_a_problem_shows_of_a_file_is_short_and_disguises_nothing():
    with pytest.raises(Refused) as refused:
        read(octets(changed("coalition.source", RLO + "x" * 1000)))
    assert dict(refused.value.problems[0].params) == {"ref": "\\u202e" + "x" * 59 + "…", "section": "sources"}


def test_at_most_fifty_problems_are_told():
    assert len(problems(octets({**SMALL, "people": [{}] * 1000}))) == 50


def test_every_code_is_met_above_with_the_parameters_that_it_promises():
    met = {}
    files = [octets(changed(path, value)) for path, value, _said in CHANGES] + [data for data, _said in FILES]
    files += [octets(changed("lines.0.number", "HERE")).replace(b'"HERE"', b"NaN")]
    files += [octets(SMALL).replace(b'"ref": "lina",', b'"ref": "lina", "ref": "nora",')]
    for data in files:
        with pytest.raises(Refused) as refused:
            read(data)
        for problem in refused.value.problems:
            met.setdefault(problem.code, set()).add(tuple(problem.params))
    assert met == {code: {params} for code, params in CODES.items()}
