"""What a review brought, on its one page: figures, decisions, contributions, risks, forecasts."""

import re
from datetime import date

import pytest

from tests.efforts.measured import Measured
from tests.pages import ABSENT, statements, text
from tests.secretariat import en
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db
DAY, LATER = date(2015, 1, 22), date(2025, 6, 1)


@pytest.fixture
def secretariat(db):
    return Measured()


@pytest.fixture
def review(secretariat):
    return secretariat.first()


def page(review, slug="", language="en"):
    return text(client(slug).get(at("review", review.pk, language=language)))


def filled(secretariat, review, number, *codes):
    """One of each, stated at the review."""
    here = {"review": review}
    paper = secretariat.source(f"paper {number}", *codes)
    measure = secretariat.measure(f"m{number}", *codes, name=f"Measured {number}")
    base = secretariat.base(measure, f"of base {number}", *codes)
    one = secretariat.figure(measure, "60", *codes, base=base, qualifier="more_than", source=paper, on=DAY, **here)
    other = secretariat.figure(measure, "62", *codes, base=base, source=paper, on=DAY)  # Stated elsewhere.
    secretariat.conflict(one, other, *codes, words=en(f"Why {number}."))
    decided = secretariat.decision(f"Decided {number}.", paper, *codes, starts_on=DAY, ends_on=DAY, **here)
    later = secretariat.decision(f"Carried {number}.", paper, *codes, starts_on=LATER, ends_on=LATER)
    secretariat.follow_up(decided, later, *codes)
    secretariat.gift(
        f"Given {number}.", paper, *codes, amount="123456789012345678.5", starts_on=DAY, ends_on=DAY, **here
    )
    secretariat.risk(f"Risked {number}.", paper, *codes, starts_on=DAY, ends_on=DAY, **here)
    said = secretariat.statement(f"Said {number}.", paper, *codes, **here)
    outcome = {"outcome": "happened", "outcome_from": LATER, "outcome_until": LATER, "outcome_precision": "month"}
    secretariat.forecast(said, f"Foretold {number}.", *codes, hedge=en("perhaps"), outcome_source=paper, **outcome)


def test_figures_by_measure_and_what_contradicts_them(secretariat, review):
    filled(secretariat, review, 1)
    told = page(review)
    assert (
        "Measured 1 more than 60 per cent of base 1 22 January 2015 · All of them · paper 1 ≠ 62 per cent of base 1 "
        "22 January 2015 · All of them · paper 1 Why 1."
    ) in told
    table = told[told.index("By measure") : told.index("Who was there")]
    assert ("more than 60 per cent of base 1 contradicted All of them paper 1" in table, "62 per" in table) == (
        True,
        False,
    )


def test_decisions_with_what_carries_them_on(secretariat, review):
    filled(secretariat, review, 1)
    assert "Decided 1. decision · paper 1 carried on, 1 June 2025 : Carried 1." in page(review)
    later = secretariat.review("Later review", LATER)
    secretariat.follow_up(
        secretariat.decision("Before.", secretariat.source("p"), starts_on=DAY, ends_on=DAY),
        secretariat.decision("After.", secretariat.source("q"), starts_on=LATER, ends_on=LATER, review=later),
    )
    assert "After. decision · q carries on, from 22 January 2015 : Before." in page(later)


def test_contributions_risks_and_forecasts_as_they_were_stated(secretariat, review):
    filled(secretariat, review, 1)
    told = page(review)
    for words in (
        "Sahlan Given 1. money · 22 January 2015 · paper 1 about 123,456,789,012,345,678.5 US dollars pledged",
        "Risked 1. 22 January 2015 · paper 1 “perhaps large” not named",
        "Foretold 1. · “perhaps” due: no time was named · it happened · June 2025 · paper 1",
    ):
        assert words in told


def test_lines_of_effort_lead_to_their_pages(secretariat):
    secretariat.subject("finance", "Finance")
    review = secretariat.review("Second review", LATER, lines=["finance"])
    assert f'href="{at("line", "finance")}"' in client().get(at("review", review.pk)).content.decode()


def test_what_is_missing_is_said(review):
    assert "No figure stated at it is on record for you Missing is missing: it does not mean zero." in page(review)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_not_released_leaves_no_trace(secretariat, review, language):
    filled(secretariat, review, 1)
    address = at("review", review.pk, language=language)
    before = [bare(client(slug).get(address).content) for slug in ("", "ba")]
    filled(secretariat, review, 2, "SH")
    assert [bare(client(slug).get(address).content) for slug in ("", "ba")] == before
    seen = page(review, "alif")
    for words in ("Measured 2", "Decided 2.", "Carried 2.", "Given 2.", "Risked 2.", "Foretold 2.", "Why 2."):
        assert words in seen


def test_as_many_statements_for_one_of_each_as_for_three(secretariat, review):
    counts = []
    for number in (1, 2, 3):
        filled(secretariat, review, number)
        secretariat.cite(review, secretariat.source(f"cited {number}"))
        counts.append([statements(client(slug), at("review", review.pk)) for slug in ("", "alif")])
    assert counts == [[6, 8]] * 3


def test_each_list_leads_on_to_all_of_its_kind_at_this_review(secretariat, review):
    filled(secretariat, review, 1)
    filled(secretariat, secretariat.review("Another", LATER), 2)
    lists = {
        "measures": "Measured",
        "decisions": "Decided",
        "forecasts": "Foretold",
        "contributions": "Given",
        "risks": "Risked",
    }
    page_of_it = client().get(at("review", review.pk)).content.decode()
    onward = set(re.findall(r'href="([^"]+\?review=[^"]+)"', page_of_it))
    assert onward == {f"{at(name)}?review={review.pk}" for name in lists}
    for name, words in lists.items():
        listed = text(client().get(at(name), {"review": review.pk}))
        assert [f"{words} {number}" in listed for number in (1, 2)] == [True, False], name
        assert client().get(at(name), {"review": ABSENT}).status_code == 400
    for kind, words in (("decisions", "Decided 1"), ("decisions", "Carried 1"), ("contributions", "Given 1")):
        assert re.search(rf'<a href="/en/{kind}/[0-9a-f-]+/">{words}\.', page_of_it), words


def test_a_review_that_is_hidden_is_no_filter(secretariat, review):
    filled(secretariat, review, 1)
    addresses = [at(name) for name in ("measures", "decisions", "forecasts", "contributions", "risks")]
    before = [bare(client("ba").get(one).content) for one in addresses]
    hidden = secretariat.review("Hidden", LATER, "SH")
    filled(secretariat, hidden, 2, "SH")
    assert [bare(client("ba").get(one).content) for one in addresses] == before
    asked = {"review": hidden.pk}
    assert [[client(slug).get(one, asked).status_code for one in addresses] for slug in ("alif", "ba")] == [
        [200] * 5,
        [400] * 5,
    ]
