"""Decisions: listed with what carries them on; one with how far it binds and the chain in which it stands."""

import itertools
from datetime import date

import pytest

from tansiq.languages.words import Words
from tests.pages import ABSENT, statements, text
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain(outcomes):
    """As in the record: studied, founded, met, endorsed; and principles that two decisions carry on."""
    told = [
        ("Study a mechanism.", date(2021, 6, 28), {"kind": "proposal"}),
        ("Found a group.", date(2021, 12, 2), {}),
        ("Welcome its meetings.", date(2022, 5, 11), {}),
        ("Endorse its strategy.", date(2023, 1, 1), {"precision": "year", "ends_on": date(2023, 12, 31)}),
    ]
    steps = [outcomes.decision(words, day, **given) for words, day, given in told]
    for earlier, later in itertools.pairwise(steps):
        outcomes.carry(earlier, later)
    return steps


def listed(slug="", **asked):
    return text(client(slug).get(at("decisions"), asked)).partition("our own paraphrase")[2]


def page(decision, slug="", language="en"):
    return client(slug).get(at("decision", decision.pk, language=language))


def test_the_newest_first_each_with_its_neighbours(outcomes, chain):
    outcomes.decision("Undated.", None, precision="not_stated")
    shown = listed()
    order = [
        "Endorse its strategy. carries on",
        "Welcome its meetings. carries on",
        "Found a group. carries on",
        "Undated.",
    ]
    assert sorted(order, key=shown.index) == order
    assert "Found a group. carries on : Study a mechanism. carried on by : Welcome its meetings. " in shown.replace(
        ":", " :"
    )


def test_by_kind_line_body_and_year(outcomes):
    outcomes.subject("relief", "Relief")
    plenary = outcomes.body("All of them")
    outcomes.decision("One of relief.", date(2015, 1, 22), line="relief", kind="method", review=outcomes.first())
    second = outcomes.review("Second", date(2016, 2, 2), body=plenary)
    outcomes.decision("One of finance.", date(2016, 2, 2), line="finance", review=second)
    for asked, seen in (
        ({}, (True, True)),
        ({"kind": "method"}, (True, False)),
        ({"line": "finance"}, (False, True)),
        ({"body": str(plenary.pk)}, (False, True)),
        ({"year": "2015"}, (True, False)),
        ({"year": "2015", "line": "finance"}, (False, False)),
    ):
        shown = listed(**asked)
        assert ("One of relief." in shown, "One of finance." in shown) == seen


@pytest.mark.parametrize("asked", ["kind=x", "line=x", f"body={ABSENT}", "year=1999", "page=x", "owner__code=SH"])
def test_what_the_list_is_not_asked_for_is_refused(asked):
    assert client().get(f"{at('decisions')}?{asked}").status_code == 400


def test_the_whole_chain_from_any_of_its_steps(chain):
    for number, decision in enumerate(chain, start=1):
        shown = page(decision).content.decode()
        told = text(page(decision)).partition("what carries it on")[2]
        assert [told.index(words) for words in ("Study", "Found", "Welcome", "Endorse")] == sorted(
            told.index(words) for words in ("Study", "Found", "Welcome", "Endorse")
        )
        assert ("4 steps that hang together" in told, told.count("carries on ")) == (True, 3)
        assert shown.count('aria-current="true"') == 1
        assert [shown.count("<svg") > 0, 'class="wide"' in shown, 'class="narrow"' in shown] == [True] * 3
        assert f'<b><bdi class="num">{number}</bdi></b>' in shown.partition('aria-current="true"')[2]


def test_two_ways_that_part_are_told_by_their_numbers(outcomes):
    first = outcomes.decision("Adopt principles.", date(2018, 2, 13))
    for words, day in (("Reaffirm them.", date(2019, 2, 6)), ("Update them.", date(2023, 1, 1))):
        outcomes.carry(first, outcomes.decision(words, day))
    told = text(page(first)).partition("what carries it on")[2]
    assert told.count("carries on 1") == 2


def test_a_ring_and_an_undated_step_do_not_break_the_page(outcomes):
    one, other = (outcomes.decision(words, None, precision="not_stated") for words in ("One.", "Other."))
    outcomes.carry(one, other)
    outcomes.carry(other, one)
    assert page(one).status_code == 200


def test_one_decision_whole(outcomes):
    outcomes.subject("relief", "Relief")
    made = outcomes.decision(
        "Do it.", date(2015, 1, 22), text=Words("en", {"en": "Do it.", "ar": "افعلوا."}, {"ar": "unofficial"}),
        kind="proposal", line="relief", review=outcomes.first(), note=Words.of("en", en="Put by one."),
    )  # fmt: skip
    outcomes.action(
        "Study it", decision=made, owners={"WA": False, "SH": True}, status="done",
        evidence=Words.of("en", en="It met."), due_from=date(2015, 3, 1), due_until=date(2015, 3, 31),
        due_precision="month",
    )  # fmt: skip
    told = text(page(made))
    for words in (
        "English · as it was entered Do it. Arabic · unofficial translation افعلوا.",
        "proposal · Thursday 22 January 2015",
        "How far it binds what one of them put forward; it was not decided by this",
        "Line of effort Relief",
        "Review First review · Small group",
        "Remark on it Put by one.",
        "Study it paper Sahlan · leads Wadina March 2015 done It met.",
        "Released to Released to the public",
        "Nothing that is released to you hangs together with it",
    ):
        assert words in told
    arabic = text(page(made, language="ar"))
    assert arabic.index("افعلوا.") < arabic.index("Do it.")


def test_what_is_not_released_leaves_no_trace(outcomes, chain):
    last = outcomes.decision("Go on.", date(2024, 1, 1))
    addresses = [at("decisions"), *(at("decision", one.pk) for one in (*chain, last))]
    before = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("", "ba")}

    between = outcomes.decision("Hidden step.", date(2023, 6, 1), "SH", line="hidden", kind="method")
    outcomes.carry(chain[-1], between, "SH")
    outcomes.carry(between, last, "SH")
    outcomes.carry(chain[0], chain[3], "SH")  # A hidden link between two that everybody reads.
    outcomes.action("Hidden act", "SH", decision=chain[0])
    assert {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in before} == before

    told = text(page(last, "alif")).partition("what carries it on")[2]
    assert ("6 steps that hang together" in told, "Hidden step." in told) == (True, True)
    assert "Hidden act" in text(page(chain[0], "alif"))
    for asked in ({"line": "hidden"}, {"kind": "method"}):
        assert client("ba").get(at("decisions"), asked).status_code == (400 if "line" in asked else 200)
    pages = [client("ba").get(at("decision", key)) for key in (between.pk, ABSENT)]
    assert [one.status_code for one in pages] == [404, 404]
    assert bare(pages[0].content).replace(str(between.pk), ABSENT) == bare(pages[1].content)


def test_as_many_statements_for_one_as_for_three(outcomes, chain):
    counts = []
    for number in (1, 2, 3):
        review = outcomes.review(f"Review {number}", date(2015 + number, 1, 1))
        outcomes.subject(f"line_{number}", f"Line {number}")
        one = outcomes.decision(f"Step {number}.", date(2024, 1, number), review=review, line=f"line_{number}")
        outcomes.carry(chain[-1], one)
        outcomes.action(f"Act {number}", decision=chain[0], owners={"SH": True, "WA": False})
        addresses = (at("decisions"), at("decision", chain[0].pk))
        counts.append([statements(client("alif"), address) for address in addresses])
    assert counts == [[11, 11]] * 3
