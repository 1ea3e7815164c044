"""The shipped record against the record as it was gathered: nothing lost, nothing invented, nothing copied."""

import json
from collections import Counter

from tests.demonstration.shared import FILE, by_ref, english, gathered, in_arabic, sequences, strings

PARTS_OF_OBSERVERS = {"observer", "invited"}


def test_as_many_as_were_gathered(record, coalition, seed):
    counts = {"members": 88, "meetings": 43, "statements": 44, "sources": 127}
    assert {name: len(coalition[name]) for name in counts} == counts
    assert len(seed["statements"]) == 26
    assert (len(record.members), len(record.reviews)) == (88, 43)
    assert (len(record.statements), len(record.sources)) == (44 + 26, 127 + 1)
    assert len([one for one in record.lines if one.kind == "line_of_effort"]) == len(coalition["lines_of_effort"])


def test_members(record, coalition):
    expected = [
        (
            one["code"],
            one["kind"],
            one["name_en"],
            one["name_ar"],
            one["iso3"],
            one["joined"]["date"],
            one["joined"]["not_before"],
            one["joined"]["not_later_than"],
            one["joined"]["ordinal"],
            one["source"],
            one["note"],
        )
        for one in coalition["members"]
    ]
    assert [
        (
            one.ref,
            one.kind,
            english(one.name),
            in_arabic(one.name),
            one.iso3,
            one.joined.on and str(one.joined.on),
            str(one.joined.not_before),
            str(one.joined.not_later_than),
            one.joined.ordinal,
            one.source,
            english(one.note),
        )
        for one in record.members
    ] == expected


def test_sources(record, coalition):
    expected = [
        (one["id"], one["url"], one["publisher"], one["kind"], one["lang"], one["note"]) for one in coalition["sources"]
    ]
    assert [
        (one.ref, one.url, english(one.publisher), one.kind, one.language, english(one.note))
        for one in record.sources[:-1]
    ] == expected


def leads(term):
    """The members that lead it, each since the line was announced."""
    assert {(one.from_, one.until, one.source) for one in term.leads} == {(term.since_on, None, term.source)}
    return [one.member for one in term.leads]


def test_lines_of_effort(record, coalition):
    expected = [
        (one["id"], one["name_en"], one["name_ar"], one["number_2014"], one["since"], one["leads"], one["source"])
        for one in coalition["lines_of_effort"]
    ]
    assert [
        (one.ref, english(one.name), in_arabic(one.name), one.number, str(one.since_on), leads(one), one.source)
        for one in record.lines
        if one.kind == "line_of_effort"
    ] == expected


def test_reviews(record, coalition):
    expected = [
        (
            one["id"],
            one["title_en"],
            one["title_ar"],
            one["city"] or "",
            one["country"],
            one["level"],
            one["mode"],
            one["precision"],
            one["participants_count"],
            one["participants_count_unit"] or "",
            one["participants_complete"],
            one["output"] and (one["output"]["type"], one["output"]["source"]),
            one["lines_of_effort"],
            one["sources"],
        )
        for one in coalition["meetings"]
    ]
    assert [
        (
            one.ref,
            english(one.title),
            in_arabic(one.title),
            english(one.place),
            one.country,
            one.level,
            one.mode,
            one.on.precision,
            one.participants_count,
            english(one.participants_count_unit),
            one.participants_complete,
            one.output and (one.output.kind, one.output.source),
            list(one.lines),
            list(one.sources),
        )
        for one in record.reviews
    ] == expected


def test_the_days_of_reviews_lie_in_what_was_gathered(record, coalition):
    for review, met in zip(record.reviews, coalition["meetings"], strict=True):
        assert str(review.on.from_).startswith(met["date"]), review.ref
        assert str(review.on.until).startswith(met["date_end"]), review.ref


def test_the_notes_of_reviews_are_kept_and_at_most_added_to(record, coalition):
    expected = [one["note"] for one in coalition["meetings"]]
    kept = [english(one.note)[: len(note)] for one, note in zip(record.reviews, expected, strict=True)]
    assert kept == expected


def test_bodies_follow_the_formats(record, coalition):
    kinds = {body.ref: body.kind for body in record.bodies}
    formats = [one["format"].replace("working_groups", "working_group") for one in coalition["meetings"]]
    found = [kinds[one.body].replace("focus_group", "working_group") for one in record.reviews]
    assert found == formats


def test_who_took_part_is_who_was_named(record, coalition):
    names = {person.ref: english(person.name) for person in record.people}
    codes = {member.ref for member in record.members}
    for review, met in zip(record.reviews, coalition["meetings"], strict=True):
        parts = review.participations
        chairs = {(one["member"], one["person"]) for one in met["chairs"]}
        present = {part.member for part in parts if part.part == "present"}
        led = {(part.member, names.get(part.person)) for part in parts}
        assert chairs <= led, review.ref
        assert set(met["participants"]) <= present <= set(met["participants"]) | {one for one, _name in chairs}, (
            review.ref
        )
        assert {names[part.person] for part in parts if part.part == "briefer"} == set(met["briefers"]), review.ref
        observers = Counter(part.member or "guest" for part in parts if part.part in PARTS_OF_OBSERVERS)
        assert observers == Counter(one if one in codes else "guest" for one in met["observers"]), review.ref
        represented = [(part.member, names[part.person]) for part in parts if part.part == "represented"]
        assert represented == [(one["member"], one["person"]) for one in met["absent"]], review.ref


def test_statements(record, coalition, seed):
    expected = [
        (one["id"], one["kind"], one["line_of_effort"], one["paraphrase_en"], one.get("role"))
        for one in (*coalition["statements"], *seed["statements"])
    ]
    assert [
        (one.ref, one.kind, one.line, english(one.text), english(one.role)) for one in record.statements
    ] == expected


def test_statements_outside_the_press_report(record, coalition):
    codes = {member.ref for member in record.members}
    names = {person.ref: english(person.name) for person in record.people}
    statements = by_ref(record.statements)
    for one in coalition["statements"]:
        said = statements[one["id"]]
        speaker = names.get(said.speaker) or english(said.speaker_label)
        assert set(one["speaker"].split()) <= set(speaker.split()), one["id"]  # One name is written out in full.
        assert (said.source, said.review, said.quote or "") == (one["source"], one["meeting"], one["short_quote"])
        assert said.said_by == (one["member"] if one["member"] in codes else None), one["id"]
        assert str(said.on.from_).startswith(one["date"])
        assert said.report is None


def test_statements_of_the_press_report(record, seed):
    names = {person.ref: english(person.name) for person in record.people}
    reported = [one for one in record.statements if one.report]
    expected = [
        (
            one["id"],
            one["speaker"] if one["member"] != "-" else None,
            one["member"] if one["member"] != "-" else None,
            one["channel"],
            one["time"]["start"],
            one["time"]["end"],
            one["time"]["precision"],
            one["time"]["basis"],
        )
        for one in seed["statements"]
    ]
    assert [
        (
            one.ref,
            names.get(one.speaker),
            one.said_by,
            english(one.channel),
            str(one.time.from_),
            one.time.until and str(one.time.until),
            one.time.precision,
            english(one.time.basis),
        )
        for one in reported
    ] == expected
    assert {(one.source, one.report, one.review) for one in reported} == {
        (record.sources[-1].ref,) * 2 + ("m2015-01-22",)
    }


def test_corroborations(record, seed):
    addresses = {source.ref: source.url for source in record.sources}
    expected = {(ref, link["url"]) for link in seed["corroboration"] for ref in link["ids"]}
    found = {
        (one.ref, addresses[link.source])
        for one in record.statements
        for link in one.corroborations
        if link.finding != "no_counterpart"
    }
    assert found == expected


def test_paraphrases_are_those_that_were_gathered_but_where_these_repeat_the_report(record, coalition, seed):
    report = sequences(gathered("seed.txt"))
    statements = by_ref(record.statements)
    ours = {}
    for one in (*coalition["statements"], *seed["statements"]):
        words = one["paraphrase_ar"]
        repeats = bool(sequences(words) & report) or any(span["ar_span"] in words for span in seed["statements"])
        ours[one["id"]] = (in_arabic(statements[one["id"]].text) == words, repeats)
    assert {ref: (same, repeats) for ref, (same, repeats) in ours.items() if same == repeats} == {}
    assert sum(repeats for _same, repeats in ours.values()) == 9


def test_nothing_of_the_report_is_copied(seed):
    shipped = json.loads(FILE.read_bytes())
    report = sequences(gathered("seed.txt"))
    spans = [one["ar_span"] for one in seed["statements"]]
    copied = {path: words for path, words in strings(shipped) if sequences(words) & report}
    assert copied.keys() == {"coalition.name.ar"}  # Its name is its name.
    assert {path: words for path, words in strings(shipped) if any(span in words for span in spans)} == {}
    whole = FILE.read_text()
    assert ("ar_span" in whole, "char_start" in whole) == (False, False)
