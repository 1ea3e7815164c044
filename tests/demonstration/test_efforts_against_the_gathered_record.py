"""The measures, figures, decisions, contributions and risks of the shipped record against what was gathered."""

from collections import Counter
from decimal import Decimal

from tests.demonstration.shared import by_ref, english, hedge, in_arabic, is_when, number

ROLES = {"MoE": "effectiveness", "MoP": "performance"}
UNITS = {"square miles": "sqmi", "persons per month": "persons_per_month"}


def test_as_many_as_were_gathered(record, coalition):
    counts = {"measures": 32, "figures": 85, "decisions": 26, "actions": 7, "contributions": 24, "risks": 9}
    assert {name: len(coalition[name]) for name in counts} == counts
    assert {name: len(getattr(record, name)) for name in counts} == counts


def test_measures(record, coalition):
    expected = [
        (
            one["id"],
            one["line_of_effort"],
            one["name_en"],
            one["name_ar"],
            ROLES.get(one["type"], one["type"]),
            None if one["unit"] == "percent" else UNITS.get(one["unit"], one["unit"]),
            one["direction"],
            (one["baseline"] or {}).get("note", ""),
        )
        for one in coalition["measures"]
    ]
    assert [
        (
            one.ref,
            one.line,
            english(one.name),
            in_arabic(one.name),
            one.role,
            one.unit_code,
            one.direction,
            english(one.note),
        )
        for one in record.measures
    ] == expected
    shares = {one["id"] for one in coalition["measures"] if one["unit"] == "percent"}
    assert {one.ref for one in record.measures if one.kind == "share"} == shares
    assert {one.ref: one.target_of for one in record.measures if one.target_of} == {"stab_goal": "stab_pledged"}


def test_baselines(record, coalition):
    measures = by_ref(record.measures)
    for one in coalition["measures"]:
        start, found = one["baseline"], measures[one["id"]].baseline
        assert (start is None) == (found is None), one["id"]
        if start:
            assert (found.value, found.source) == (number(start["value"]), start.get("source")), one["id"]
            assert is_when(found.on, start["as_of"]), one["id"]
            assert (found.qualifier, bool(found.basis)) == (("about", False) if found.source else ("exact", True))


def test_figures(record, coalition):
    codes = {member.ref for member in record.members}
    names = {person.ref: english(person.name) for person in record.people}
    expected = [
        (
            one["id"],
            one["measure"],
            number(one["value"]),
            number(one["value_high"]),
            hedge(one["qualifier"]),
            one["stated_by"],
            one["stated_by_member"] if one["stated_by_member"] in codes else None,
            one["meeting"],
            one["source"],
            one["note"],
        )
        for one in coalition["figures"]
    ]
    assert [
        (
            one.ref,
            one.measure,
            one.value,
            one.high,
            one.qualifier,
            names.get(one.speaker) or english(one.speaker_label),
            one.said_by,
            one.review,
            one.source,
            english(one.note),
        )
        for one in record.figures
    ] == expected
    people = set(names.values())
    assert [one.ref for one in record.figures if english(one.speaker_label) in people] == []


def test_the_days_of_figures(record, coalition):
    for found, one in zip(record.figures, coalition["figures"], strict=True):
        assert is_when(found.as_of, one["as_of"]), found.ref
        assert is_when(found.stated_on, one["stated_on"]), found.ref


def test_words_of_figures_are_those_that_were_noted(record):
    said = [one for one in record.figures if one.words]
    assert [(one.ref, english(one.words)) for one in said] == [
        ("f031", "a fifth"),
        ("f038", "more than a third"),
        ("f074", "just over"),
    ]
    assert [one.ref for one in said if english(one.words) not in english(one.note)] == []


def test_conflicts_both_ways(record, coalition):
    expected = {frozenset((one["id"], other)) for one in coalition["figures"] for other in one["conflicts_with"]}
    assert Counter(frozenset((one.figure, one.other)) for one in record.conflicts) == Counter(expected)
    notes = {one["note"] for one in coalition["figures"]}
    assert {english(one.words) for one in record.conflicts if one.words} <= notes


def test_shares_of_different_bases_stay_apart(record):
    bases = by_ref(record.bases)
    of = {one.ref: (bases[one.base].stated, bases[one.base].value, one.base) for one in record.figures if one.base}
    told = {ref: base for ref, base in of.items() if base[2].startswith(("iq-", "sy-", "all-")) and base[0]}
    assert told == {
        "f032": (True, None, "iq-territory-at-the-start"),
        "f033": (True, None, "iq-populated-territory"),
        "f043": (True, Decimal(90800), "all-territory-2015-01"),
    }
    assert {ref for ref, base in of.items() if base[2].endswith("-territory") and not base[0]} == {
        *("f031", "f034", "f035", "f036", "f037", "f038", "f039", "f044")
    }
    assert (bases["all-territory-peak"].value, bases["all-territory-peak"].source) == (Decimal(110000), "nov2019")
    figures = by_ref(record.figures)
    assert {figures["f046"].value, figures["f047"].value} == {
        bases["all-territory-peak"].value,
        bases["all-territory-2015-01"].value,
    }


def test_decisions(record, coalition):
    reviews = by_ref(record.reviews)
    expected = [
        (
            one["id"],
            one["meeting"],
            one["kind"],
            one["line_of_effort"],
            one["text_en"],
            one["text_ar"],
            one["source"],
            [one["carried_from"]] if one["carried_from"] else [],
            reviews[one["meeting"]].on,
        )
        for one in coalition["decisions"]
    ]
    assert [
        (
            one.ref,
            one.review,
            one.kind,
            one.line,
            english(one.text),
            in_arabic(one.text),
            one.source,
            [link.decision for link in one.follows],
            one.on,
        )
        for one in record.decisions
    ] == expected
    assert {one.note for one in record.decisions} == {None}


def test_actions(record, coalition):
    expected = [
        (
            one["id"],
            one["decision"],
            one["text_en"],
            one["text_ar"],
            one["due"],
            one["status"],
            one["evidence"],
            one["source"],
            [(owner, len(one["owner"]) == 1) for owner in one["owner"]],
        )
        for one in coalition["actions"]
    ]
    assert [
        (
            one.ref,
            one.decision,
            english(one.text),
            in_arabic(one.text),
            one.due and str(one.due.until),
            one.status,
            english(one.evidence),
            one.source,
            [(owner.member, owner.lead) for owner in one.owners],
        )
        for one in record.actions
    ] == expected


def test_risks(record, coalition):
    codes = {member.ref for member in record.members}
    labels = {"x-coalition": "The coalition"}
    expected = [
        (
            one["id"],
            one["text_en"],
            one["text_ar"],
            one["level_as_stated"],
            one["raised_by"] if one["raised_by"] in codes else None,
            labels.get(one["raised_by"], ""),
            one["source"],
            one["meeting"],
            True,
        )
        for one in coalition["risks"]
    ]
    assert [
        (
            one.ref,
            english(one.text),
            in_arabic(one.text),
            english(one.level),
            one.raised_by,
            english(one.raised_by_label),
            one.source,
            one.review,
            is_when(one.on, was["date"]),
        )
        for one, was in zip(record.risks, coalition["risks"], strict=True)
    ] == expected
    assert {(one.line, one.note) for one in record.risks} == {(None, None)}
