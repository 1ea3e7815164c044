"""Contributions: line by line from pledge to confirmation, parts under their whole, the doubtful apart; no sums."""

from datetime import date

import pytest

from tansiq.contributions import queries
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
PLEDGED, DELIVERED = date(2018, 7, 12), (date(2018, 8, 1), date(2018, 8, 31))


@pytest.fixture
def pledge(outcomes):
    """A hundred million that was promised in July and paid in August."""
    return outcomes.gift("For the north-east.", "100000000", PLEDGED, recipient=en("The fund"))


def pay(outcomes, pledge, *codes, **given):
    days = {"starts_on": DELIVERED[0], "ends_on": DELIVERED[1], "precision": "month", "stage": "delivered"}
    paid = outcomes.gift("Paid.", "100000000", None, *codes, **(days | given))
    outcomes.hang(pledge, paid, "fulfils", *codes)
    return paid


def listed(slug="", language="en", **asked):
    return text(client(slug).get(at("contributions", language=language), asked)).partition("</form>")[0]


def page(one, slug="", language="en"):
    return text(client(slug).get(at("contribution", one.pk, language=language)))


def test_a_pledge_and_what_fulfils_it_are_one_line_with_its_time_to_deliver(outcomes, pledge):
    paid = pay(outcomes, pledge)
    shown = listed()
    assert "Sahlan · For the north-east. 100 million US dollars" in shown
    assert "pledged 12 July 2018 · 100 million US dollars committed not on record delivered August 2018" in shown
    assert "time to deliver: about a month confirmed by the recipient not on record" in shown
    assert (shown.count("For the north-east."), "Paid." in shown) == (1, False)
    for one in (pledge, paid):
        told = page(one)
        assert "Time to deliver about a month from the first promise on record; as exact as both dates are" in told
        assert "The recipient’s word not on record" in told
    assert "Recipient The fund" in page(pledge)


def test_the_recipients_own_word_is_a_stage_of_its_own(outcomes, pledge):
    paid = pay(outcomes, pledge)
    heard = outcomes.gift("Received.", "100000000", date(2018, 9, 1), stage="confirmed")
    outcomes.hang(paid, heard, "fulfils")
    assert "The recipient’s word on record: confirmed by the recipient" in page(pledge)


def test_parts_stand_under_their_whole(outcomes):
    whole = outcomes.gift(
        "The conference.",
        "2100000000",
        date(2016, 7, 20),
        qualifier="more_than",
        giver=None,
        giver_label=en("Several donors"),
    )
    for words, amount in (("For relief.", "590000000"), ("For demining.", "80000000")):
        outcomes.hang(whole, outcomes.gift(words, amount, date(2016, 7, 20)), "part_of")
    shown = listed()
    assert "Several donors · The conference. more than 2.1 billion US dollars" in shown
    assert shown.count("The conference.") == 1
    for words in ("590 million US dollars · For relief. pledged", "80 million US dollars · For demining. pledged"):
        assert words in shown
    assert "They lie within the whole and are not added to it" in shown


def test_a_ring_of_parts_does_not_break_the_page(outcomes):
    one, other = (outcomes.gift(words, "1", PLEDGED) for words in ("One.", "Other."))
    outcomes.hang(one, other, "part_of")
    outcomes.hang(other, one, "part_of")
    outcomes.hang(one, one, "fulfils")
    assert "One." in page(one)


@pytest.mark.parametrize(
    ("given", "english", "arabic"),
    [
        ({"amount": "703414098"}, "703,414,098 US dollars", "703,414,098 دولارًا أمريكيًا"),
        ({"amount": "8300000", "currency": "CAD"}, "8.3 million Canadian dollars", "8.3 مليون دولار كندي"),
        ({"amount": "24000000", "currency": ""}, "24 million (currency not stated)", "24 مليونًا (لم تُذكر العملة)"),
        ({"amount": "5000", "currency": "XOF"}, "5,000 \u2068XOF\u2069", "5,000 \u2068XOF\u2069"),
        (
            {"amount": "250", "kind": "in_kind", "unit": en("vehicles"), "qualifier": "about", "currency": ""},
            "about 250 (vehicles)",
            "نحو 250 ( vehicles )",
        ),
        (
            {"amount": "18000", "high": "22000", "qualifier": "range", "kind": "personnel", "unit": en("persons")},
            "between 18,000 and 22,000 (persons)",
            "بين 18,000 و 22,000 ( persons )",
        ),
        ({"amount": None, "qualifier": "words_only", "words": en("a great many")}, "a great many", "a great many"),
    ],
)
def test_how_much_is_written_as_it_was_stated(outcomes, given, english, arabic):
    made = outcomes.gift("Something.", given.pop("amount"), PLEDGED, **given)
    assert (english in page(made), english in listed()) == (True, True)
    assert arabic in page(made, language="ar")


def test_what_cannot_be_right_stands_apart_with_its_reason(outcomes, pledge):
    doubtful = outcomes.gift("As reported.", "200000000000", date(2018, 2, 13), doubtful=en("it says billion"))
    shown = listed().partition("Cannot be right as it was stated")
    assert ("As reported." in shown[0], "200 billion US dollars it says billion" in shown[2]) == (False, True)
    whole = text(client().get(at("contributions_doubtful")))
    assert ("As reported." in whole, "For the north-east." in whole) == (True, False)
    assert "It cannot be right as it was stated : it says billion" in page(doubtful)


def test_more_than_a_few_that_cannot_be_right_are_listed_on_a_page_of_their_own(outcomes, monkeypatch):
    monkeypatch.setattr(queries, "FEW", 1)
    for number in (1, 2):
        outcomes.gift(f"Wrong {number}.", "1", PLEDGED, doubtful=en("a misprint"))
    assert (listed().count("Wrong "), "All that cannot be right" in listed()) == (1, True)
    assert text(client().get(at("contributions_doubtful"))).count("Wrong ") == 2


def test_by_kind_stage_giver_and_line(outcomes, pledge):
    outcomes.gift(
        "Vehicles.", "250", PLEDGED, kind="in_kind", stage="delivered", giver=outcomes.member("WA"), line="arms"
    )
    for asked, seen in (
        ({}, (True, True)),
        ({"kind": "cash"}, (True, False)),
        ({"stage": "delivered"}, (False, True)),
        ({"member": "WA"}, (False, True)),
        ({"line": "relief"}, (True, False)),
        ({"line": "relief", "member": "WA"}, (False, False)),
    ):
        shown = listed(**asked)
        assert ("For the north-east." in shown, "Vehicles." in shown) == seen


def test_a_filter_that_finds_a_later_stage_shows_the_line_in_which_it_stands(outcomes, pledge):
    pay(outcomes, pledge)
    shown = listed(stage="delivered")
    assert ("For the north-east." in shown, "delivered August 2018" in shown) == (True, True)


@pytest.mark.parametrize("asked", ["kind=x", "stage=x", "member=NW", "line=x", "page=x", "giver__code=SH"])
@pytest.mark.parametrize("name", ["contributions", "contributions_doubtful"])
def test_what_the_list_is_not_asked_for_is_refused(name, asked):
    assert client().get(f"{at(name)}?{asked}").status_code == 400


def test_what_is_not_released_leaves_no_trace(outcomes, pledge):
    part = outcomes.gift("A part.", "5", PLEDGED)
    outcomes.hang(pledge, part, "part_of")
    addresses = [
        *(at("contributions"), at("contributions") + "?stage=pledged", at("contributions_doubtful")),
        *(at("contribution", one.pk) for one in (pledge, part)),
        *(at("member", "SH"), at("member", "NW"), at("source", outcomes.paper.pk)),
    ]
    before = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("", "ba")}
    paid = pay(outcomes, pledge, "SH")
    outcomes.hang(
        pledge, outcomes.gift("Hidden part.", "7", PLEDGED, "SH", giver=outcomes.member("NW")), "part_of", "SH"
    )
    outcomes.gift("Hidden doubt.", "9", PLEDGED, "SH", doubtful=en("it cannot be"), line="hidden")
    other = outcomes.gift("Seen by all.", "3", date(2018, 12, 1), stage="confirmed")
    after = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("", "ba")}
    assert {slug: pages[3:5] for slug, pages in after.items()} == {slug: pages[3:5] for slug, pages in before.items()}
    outcomes.hang(paid, other, "fulfils", "SH")  # Two that all read hang together by a hidden one alone.
    later = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("", "ba")}
    assert later == after

    assert "delivered August 2018" in page(pledge, "alif")
    for words in ("Hidden part.", "Hidden doubt.", "about a month"):
        assert words in listed("alif")
        assert words not in listed("ba")
    for asked in ({"member": "NW"}, {"line": "hidden"}):
        assert [client(slug).get(at("contributions"), asked).status_code for slug in ("alif", "ba")] == [200, 400]
    pages = [client("ba").get(at("contribution", key)) for key in (paid.pk, ABSENT)]
    assert [one.status_code for one in pages] == [404, 404]
    assert bare(pages[0].content).replace(str(paid.pk), ABSENT) == bare(pages[1].content)


def test_pages_keep_the_filter(outcomes):
    for number in range(21):
        outcomes.gift(f"Number {number:02}.", "1", PLEDGED)
    assert 'href="?kind=cash&amp;page=2"' in client().get(at("contributions"), {"kind": "cash"}).content.decode()
    assert (listed(kind="cash").count("Number "), listed(kind="cash", page="2").count("Number ")) == (20, 1)


def test_as_many_statements_for_one_as_for_three(outcomes, pledge):
    counts = []
    for number in (1, 2, 3):
        outcomes.subject(f"line_{number}", f"Line {number}")
        review = outcomes.review(f"Review {number}", date(2015 + number, 1, 1))
        pay(outcomes, pledge, review=review, source=outcomes.source(f"source {number}"))
        outcomes.gift(f"Other {number}.", "1", PLEDGED, line=f"line_{number}", giver=outcomes.member("WA"))
        outcomes.gift(f"Wrong {number}.", "1", PLEDGED, doubtful=en("a misprint"))
        addresses = (at("contributions"), at("contributions_doubtful"), at("contribution", pledge.pk))
        counts.append([statements(client("alif"), address) for address in addresses])
    assert counts == [[15, 10, 14]] * 3
