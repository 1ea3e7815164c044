"""Forecasts: what was foretold, by when, and what came of it; without a horizon, none is judged."""

from datetime import date

import pytest

from tests.outcomes import Outcomes
from tests.pages import statements, text
from tests.secretariat import en
from tests.visits import at, bare, client

pytestmark = pytest.mark.django_db


@pytest.fixture
def outcomes(db):
    return Outcomes()


def foretell(outcomes, event, *codes, day=date(2015, 1, 22), **given):
    said = outcomes.statement(
        "It takes a year or two.", outcomes.paper, *codes, kind="forecast", starts_on=day, ends_on=day
    )
    return outcomes.forecast(said, event, *codes, **given)


def listed(slug="", **asked):
    return text(client(slug).get(at("forecasts"), asked)).partition("newest statements first")[2]


def test_a_known_end_and_an_open_one(outcomes):
    known = foretell(
        outcomes, "All land is dry.", hedge=en("a year or two"), horizon_from=date(2016, 1, 22),
        horizon_until=date(2017, 1, 22), horizon_precision="not_stated", outcome="happened",
        outcome_from=date(2017, 12, 9), outcome_until=date(2017, 12, 9), outcome_precision="day",
        outcome_words=en("Later than foreseen."), outcome_source=outcomes.source("gazette"),
    )  # fmt: skip
    foretell(outcomes, "It takes long.", day=date(2015, 2, 1))
    shown = listed()
    for words in (
        "All land is dry. in what hedge: a year or two speaker not named 22 January 2015 between 22 January 2016",
        "it happened · 9 December 2017 later than foretold, by about 11 months Later than foreseen. gazette",
        "It takes long. speaker not named 1 February 2015 no horizon was named: never judged open",
    ):
        assert words in shown
    assert shown.index("It takes long.") < shown.index("All land is dry.")
    told = text(client().get(at("statement", known.statement_id)))
    assert (
        "What it foretells, and what came of it What is foretold All land is dry. in what hedge a year or two" in told
    )
    assert "By when between 22 January 2016 and 22 January 2017 What came of it it happened · 9 December 2017" in told


@pytest.mark.parametrize(
    ("horizon", "given", "told"),
    [
        ((2026, 5, 1), {}, "its time has passed: did it happen?"),
        ((2026, 12, 1), {}, ""),
        ((2026, 5, 1), {"outcome": "did_not_happen"}, "not in the time foretold"),
        (
            (2017, 6, 1),
            {"outcome": "happened", "outcome_until": date(2017, 1, 2), "outcome_precision": "day"},
            "in the time foretold",
        ),
        ((2017, 6, 1), {"outcome": "happened"}, ""),
        (
            None,
            {"outcome": "happened", "outcome_until": date(2017, 1, 2), "outcome_precision": "day"},
            "no horizon was named: never judged",
        ),
    ],
)
def test_R_A11_it_is_judged_by_its_horizon_alone(outcomes, horizon, given, told):
    until = {"horizon_from": date(2016, 1, 1), "horizon_until": date(*(horizon or (1, 1, 1)))}
    foretell(outcomes, "It ends.", **({**until, "horizon_precision": "day"} if horizon else {}), **given)
    known = {"time has passed", "in the time foretold", "not in the time", "earlier than", "later than"}
    shown = listed()
    assert told in shown
    assert told or not any(words in shown for words in known)
    assert ("It ends." in listed(outcome="due")) == ("time has passed" in told)


def test_by_what_came_of_them(outcomes):
    foretell(outcomes, "Open one.")
    foretell(outcomes, "Half of it.", outcome="happened_in_part")
    for asked, seen in (({"outcome": "open"}, (True, False)), ({"outcome": "happened_in_part"}, (False, True))):
        assert ("Open one." in listed(**asked), "Half of it." in listed(**asked)) == seen
    assert client().get(at("forecasts"), {"outcome": "x"}).status_code == 400


def test_what_is_not_released_leaves_no_trace(outcomes):
    seen = foretell(outcomes, "Seen by all.")
    gazette = outcomes.source("gazette")
    addresses = [at("forecasts"), at("statement", seen.statement_id), at("source", gazette.pk)]
    before = {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in ("", "ba")}
    outcomes.forecast(seen.statement, "A hidden end.", "SH", outcome="happened", outcome_source=gazette)
    assert {slug: [bare(client(slug).get(one).content) for one in addresses] for slug in before} == before
    assert all("A hidden end." in text(client("alif").get(one)) for one in addresses)


def test_as_many_statements_for_one_as_for_three(outcomes):
    counts = []
    for number in (1, 2, 3):
        foretell(outcomes, f"Event {number}", outcome_source=outcomes.source(f"source {number}"))
        counts.append(statements(client("alif"), at("forecasts")))
    assert counts == [11] * 3
