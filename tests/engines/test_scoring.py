"""Forecasts judged: Brier against an oracle, time against its horizon, calibration where there is enough (R-A11)."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.scoring import BINS, FEWEST, brier, calibration, in_time, is_due

shares = st.integers(0, 1000).map(lambda one: Decimal(one) / 1000)
days = st.dates(date(2014, 1, 1), date(2030, 1, 1))
spans = st.tuples(days, days).map(lambda two: (min(two), max(two)))


def oracle(share, happened):
    """The squared distance, in exact fractions."""
    return (Fraction(share) - int(happened)) ** 2


@given(shares, st.booleans())
def test_R_A11_a_probability_is_scored_as_the_oracle_scores_it(share, happened):
    score = brier(share, share, happened=happened)
    assert Fraction(score.value) == Fraction(score.best) == Fraction(score.worst) == oracle(share, happened)


@given(shares, shares, st.booleans())
def test_R_A11_a_range_is_scored_between_its_ends(one, other, happened):
    low, high = sorted((one, other))
    score = brier(low, high, happened=happened)
    assert 0 <= score.best <= score.value <= score.worst <= 1
    assert {Fraction(score.best), Fraction(score.worst)} == {oracle(low, happened), oracle(high, happened)}


@given(shares, st.booleans())
def test_what_is_foretold_and_its_contrary_score_alike(share, happened):
    assert brier(share, share, happened=happened) == brier(1 - share, 1 - share, happened=not happened)


@pytest.mark.parametrize(("low", "high"), [("-0.1", "0.5"), ("0.5", "1.1"), ("0.6", "0.5")])
def test_what_is_no_probability_is_refused(low, high):
    with pytest.raises(ValueError, match=low):
        brier(Decimal(low), Decimal(high), happened=True)


@given(spans, spans)
def test_R_A11_time_is_judged_day_by_day(horizon, came):
    """The oracle tries the two ends of what is known of each day."""
    first, last = horizon
    ends = {("early" if day < first else "late" if day > last else "in_time") for day in came}
    told = in_time(horizon, came)
    assert told == (ends.pop() if len(ends) == 1 and not (came[0] < first and came[1] > last) else "unclear")


@given(spans, days)
def test_R_A11_it_comes_due_on_the_day_after_its_horizon(horizon, today):
    assert is_due(horizon, today) == (today >= horizon[1] + timedelta(days=1))


def test_R_A11_without_a_horizon_it_is_never_due_and_never_judged():
    assert in_time(None, (date(2017, 1, 1), date(2017, 1, 1))) == "no_horizon"
    assert not is_due(None, date(2099, 1, 1))


def test_R_A11_a_year_or_two_of_january_2015_came_late():
    """ "A year or two" of January 2015: full control of the territory came in December 2017."""
    horizon, came = (date(2016, 1, 1), date(2017, 1, 31)), (date(2017, 12, 9), date(2017, 12, 9))
    assert in_time(horizon, came) == "late"


@given(st.lists(st.tuples(shares, st.booleans()), min_size=FEWEST, max_size=60), st.randoms())
def test_a_calibration_counts_each_forecast_once_in_any_order(judged, dice):
    made = calibration(judged)
    dice.shuffle(judged)
    assert calibration(judged) == made
    assert (sum(one.count for one in made.bins), len(made.bins) <= BINS) == (made.count, True)
    mean = sum(oracle(share, came) for share, came in judged) / len(judged)
    assert abs(Fraction(made.score) - mean) < Fraction(1, 10**20)
    happened = sum(Fraction(one.happened) * one.count for one in made.bins)
    assert abs(happened - sum(came for _share, came in judged)) < Fraction(1, 10**20)


@given(st.lists(st.tuples(shares, st.booleans()), max_size=FEWEST - 1))
def test_too_few_forecasts_tell_nothing_of_their_author(judged):
    assert calibration(judged) is None
