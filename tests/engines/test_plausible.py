"""Doubts about amounts: they do not hang on order or currency's size, and an honest neighbour takes them away."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.plausible import TOO_MANY_TIMES, Doubt, Gift, Goal, doubts, within

AMOUNTS = st.decimals(0, 10**12, places=2)
GIFTS = st.lists(
    st.builds(
        Gift,
        ref=st.uuids().map(str),
        giver=st.none() | st.sampled_from(["SH", "WA"]),
        currency=st.none() | st.sampled_from(["USD", "SHD"]),
        line=st.sampled_from(["aid", "water"]),
        year=st.none() | st.sampled_from([2018, 2023]),
        amount=AMOUNTS,
    ),
    unique_by=lambda gift: gift.ref,
)
HEDGES = st.sampled_from(["none_stated", "exact", "about", "nearly", "more_than", "at_least", "at_most", "less_than"])
GOALS = st.lists(
    st.builds(
        Goal,
        ref=st.uuids().map(str),
        currency=st.sampled_from(["USD", "SHD"]),
        year=st.sampled_from([2018, 2023]),
        amount=AMOUNTS,
        qualifier=HEDGES,
    )
)


def gift(ref, amount, giver="SH", currency="USD", year=2018):
    return Gift(ref, giver, currency, "aid", year, Decimal(amount))


def far(gifts):
    return [doubt for doubt in doubts(gifts, []) if doubt.code == "far_larger"]


@given(GIFTS, GOALS, st.randoms(use_true_random=False))
def test_the_order_of_the_gifts_does_not_matter(gifts, goals, random):
    shuffled = gifts.copy()
    random.shuffle(shuffled)
    found = [{(doubt.ref, doubt.code) for doubt in doubts(some, goals)} for some in (gifts, shuffled)]
    assert found[0] == found[1]


@given(GIFTS, st.integers(1, 10**6))
def test_in_a_smaller_coin_the_same_amounts_stand_out(gifts, factor):
    smaller = [replace(one, amount=one.amount * factor) for one in gifts]
    assert {doubt.ref for doubt in far(smaller)} == {doubt.ref for doubt in far(gifts)}


@given(GIFTS)
def test_what_stands_out_is_the_largest_of_its_kind_and_has_no_equal(gifts):
    named = {one.ref: one for one in gifts}
    for doubt in far(gifts):
        large = named[doubt.ref]
        others = [one for one in gifts if (one.currency, one.line) == (large.currency, large.line) and one is not large]
        assert len(others) > 1
        assert all(large.amount > TOO_MANY_TIMES * one.amount for one in others)


@given(GIFTS)
def test_another_gift_as_large_takes_the_doubt_away(gifts):
    found = far(gifts)
    twins = [replace(one, ref=f"twin of {one.ref}") for one in gifts if one.ref in {doubt.ref for doubt in found}]
    assert far([*gifts, *twins]) == []


@given(GIFTS, GOALS)
def test_only_one_givers_money_is_taken_for_a_goal(gifts, goals):
    found = {doubt.ref for doubt in doubts(gifts, goals) if doubt.code == "goal_of_all"}
    alone = [one for one in gifts if one.giver and one.currency]
    assert found == {
        one.ref
        for one in alone
        if any((one.currency, one.year) == (goal.currency, goal.year) and within(one.amount, goal) for goal in goals)
    }


@given(AMOUNTS, HEDGES)
def test_a_goal_can_mean_its_own_number(amount, qualifier):
    assert within(amount, Goal("g", "USD", 2023, amount, qualifier))


@pytest.mark.parametrize(
    ("amount", "qualifier", "met"),
    [
        ("600", "none_stated", True),
        ("600.01", "none_stated", False),
        ("600.01", "exact", False),
        ("630", "more_than", True),
        ("630.01", "more_than", False),
        ("599", "at_least", False),
        ("570", "nearly", True),
        ("569", "nearly", False),
        ("601", "at_most", False),
        ("570", "about", True),
        ("630", "about", True),
        ("631", "about", False),
    ],
)
def test_how_far_a_hedge_reaches(amount, qualifier, met):
    assert within(Decimal(amount), Goal("g", "USD", 2023, Decimal(600), qualifier)) is met


def test_a_range_reaches_to_its_upper_end():
    goal = Goal("g", "USD", 2023, Decimal(600), "range", Decimal(700))
    assert [within(Decimal(one), goal) for one in (599, 600, 700, 701)] == [False, True, True, False]


def test_thirty_times_is_not_yet_too_much():
    assert far([gift("a", 10), gift("b", 9), gift("c", 300)]) == []
    assert far([gift("a", 10), gift("b", 9), gift("c", "300.01")]) == [Doubt("c", "far_larger", "a")]


def test_one_other_amount_is_no_scale_and_nothing_is_no_measure():
    assert far([gift("a", 1), gift("b", 10**9)]) == []
    assert far([gift("a", 0), gift("b", 0), gift("c", 10**9)]) == []


def test_money_of_no_stated_currency_is_compared_with_nothing():
    gifts = [gift("a", 1), gift("b", 2), *(gift(f"c{one}", 10**one, currency=None) for one in (0, 0, 9))]
    assert doubts(gifts, [Goal("g", "USD", 2018, Decimal(10**9))]) == []
