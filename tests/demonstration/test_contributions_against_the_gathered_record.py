"""The contributions of the shipped record against what was gathered, and its two misprints, which an engine finds."""

from decimal import Decimal

from tansiq.engines.plausible import Doubt, Gift, Goal, doubts
from tests.demonstration.shared import by_ref, english, hedge, in_arabic, is_when, number

GIVERS = {"x-donors": "several donors", "x-members": "several members"}
MISPRINTS = {"c23", "c24"}
# How much is said in words: noted, or said only by there being no number.
IN_WORDS = {"c02": "a very significant number", "c04": "number not stated"}


def noted(one):
    """What a contribution leaves open, of whatever kind it is."""
    return "; ".join(english(text) for text in (one.doubtful, one.note) if text)


def counted_in(one):
    return one.currency or (one.unit and english(one.unit)) or "not_stated"


def test_contributions(record, coalition):
    codes = {member.ref for member in record.members}
    expected = [
        (
            one["id"],
            one["member"] if one["member"] in codes else None,
            GIVERS.get(one["member"], ""),
            one["kind"],
            one["description_en"],
            one["description_ar"],
            number(one["amount"]),
            hedge(one["qualifier"]),
            one["currency_or_unit"],
            one["stage"],
            one["meeting"],
            one["line_of_effort"],
            one["earmark"] or "",
            [one["follows"]] if one["follows"] else [],
            one["source"],
        )
        for one in coalition["contributions"]
    ]
    assert [
        (
            one.ref,
            one.member,
            english(one.giver_label),
            one.kind,
            english(one.text),
            in_arabic(one.text),
            one.amount,
            one.qualifier,
            counted_in(one),
            one.stage,
            one.review,
            one.line,
            english(one.earmark),
            [link.contribution for link in one.follows],
            one.source,
        )
        for one in record.contributions
    ] == expected


def test_the_days_and_notes_of_contributions(record, coalition):
    for found, one in zip(record.contributions, coalition["contributions"], strict=True):
        assert is_when(found.on, one["date"]), found.ref
        if found.ref not in IN_WORDS:
            assert noted(found) == one["note"], found.ref
    assert {one.ref: english(one.words) for one in record.contributions if one.words} == IN_WORDS
    assert coalition["contributions"][1]["note"] == f"{IN_WORDS['c02']}, not stated"


def test_recipients_are_those_whom_the_description_names(record):
    named = {one.ref: english(one.recipient) for one in record.contributions if one.recipient}
    assert len(named) == 7
    assert [one.ref for one in record.contributions if english(one.recipient) not in english(one.text)] == []


def test_parts_and_fulfilment(record):
    links = {one.ref: (link.relation, link.contribution) for one in record.contributions for link in one.follows}
    parts = dict.fromkeys(("c10", "c11", "c12", "c13"), ("part_of", "c09"))
    assert links == {**parts, "c18": ("fulfils", "c17")}


def year(when):
    return when.from_.year if when.from_.year == when.until.year else None


def gifts(record):
    for one in record.contributions:
        if one.kind == "cash":
            yield Gift(one.ref, one.member, one.currency, one.line, year(one.on), one.amount)


def goals(record):
    targets = {one.ref: one.unit_code for one in record.measures if one.role == "target"}
    for one in record.figures:
        if one.measure in targets:
            yield Goal(one.ref, targets[one.measure], year(one.as_of), one.value, one.qualifier, one.high)


def test_the_two_misprints_and_nothing_else_are_found_without_their_marks(record):
    assert {one.ref for one in record.contributions if one.doubtful} == MISPRINTS
    assert {one.ref for one in record.figures if one.doubtful} == set()
    assert doubts(list(gifts(record)), goals(record)) == [
        Doubt("c23", "far_larger", "c09"),
        Doubt("c24", "goal_of_all", "f074"),
    ]
    assert by_ref(record.contributions)["c23"].amount == Decimal(200_000_000_000)


def test_the_record_knows_what_became_of_forecasts(record):
    found = {one.ref: one.forecast for one in record.statements if one.kind == "forecast"}
    assert {ref: (one.outcome, one.outcome_source) for ref, one in found.items()} == {
        "s01": ("happened", "tt-2026-02"),
        "s05": ("happened", "ct-2017-12"),
        "s06": ("happened", "ct-2017-12"),
        "sd-15": ("happened", "ct-2017-12"),
        "sd-18a": ("open", None),
    }
    ends = {ref: one.horizon and str(one.horizon.until) for ref, one in found.items()}
    assert ends == {"s01": None, "s05": None, "s06": "2017-01-22", "sd-15": None, "sd-18a": "2015-06-30"}
    told = by_ref(record.statements)["s44"]  # The prime minister's own announcement.
    days = {(one.outcome_on.from_, one.outcome_source) for ref, one in found.items() if ref in ("s05", "s06", "sd-15")}
    assert days == {(told.on.from_, told.source)}
