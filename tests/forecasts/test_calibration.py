"""Calibration: over enough forecasts, beside a baseline, for its author alone until it publishes it (R-A11)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.scoring import FEWEST, calibration
from tansiq.forecasts.models import PublishedCalibration
from tansiq.release.acting import acting_as
from tests.forecasts.foretold import past, resolved
from tests.pages import text
from tests.visits import at, bare, client
from tests.world import token

pairs = st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=FEWEST, max_size=60)


@given(pairs)
def test_R_A11_the_baseline_is_what_always_saying_how_often_would_have_scored(held):
    found = calibration((Decimal(share) / 100, came) for share, came in held)
    often = Fraction(sum(came for _share, came in held), len(held))
    oracle = sum((often - came) ** 2 for _share, came in held) / len(held)
    assert abs(Fraction(found.base) - oracle) < Fraction(1, 10**9)
    assert sum(one.count for one in found.bins) == found.count == len(held)


def judged(by, number, *codes):
    for place in range(number):
        made = past(by, *codes, claim=f"Forecast {place}", low=80, high=80)
        resolved(made, *(("SH", *codes) if codes else ()), outcome="happened" if place % 5 else "did_not_happen")


def own(slug):
    return text(client(slug).get(at("calibration"))).replace(" .", ".")


@pytest.mark.django_db
def test_R_A11_it_is_shown_to_its_author_alone(secretariat):
    before = {slug: bare(client(slug).get(at("calibration")).content) for slug in ("", "jim", "officer")}
    judged("alif", FEWEST)
    shown = own("alif")
    assert "Mean Brier score 0.16 over 10 forecasts" in shown
    assert "always foretold how often it happened: 0.16. No better than that." in shown
    assert "80 per cent 80 per cent 10" in shown
    assert {slug: bare(client(slug).get(at("calibration")).content) for slug in before} == before


@pytest.mark.django_db
def test_R_A11_of_few_nothing_is_told(secretariat):
    assert "None has been judged yet. From 10 on" in own("alif")
    judged("alif", 3)
    assert "so many were judged: 3. From 10 on" in own("alif")
    assert client("alif").get(at("calibration_publish")).status_code == 403


@pytest.mark.django_db
def test_R_A11_an_author_publishes_the_figures_to_whom_it_chooses(secretariat):
    judged("alif", FEWEST, "secretariat")
    page = client("alif").get(at("calibration_publish"))
    assert "Mean Brier score 0.16" in text(page)
    before = bare(client("jim").get(at("calibration")).content)
    sent = {"release": "chosen", "chosen": ["WA"], "once": "1"}
    assert client("alif").post(at("calibration_publish"), {**sent, "release": "no"}).status_code == 400
    assert client("alif").post(at("calibration_publish"), {**sent, "once": "2"}).status_code == 302
    assert "Sahlan as of 8 June 2026" in own("ba").replace(" · ", " ")
    assert bare(client("jim").get(at("calibration")).content) == before
    with acting_as(token("jim")):
        assert PublishedCalibration.objects.count() == 0
