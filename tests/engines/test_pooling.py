"""Pooling what many reported: in any order and split, whatever is missing, never what may not be added (R-A7)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.pooling import Counted, Heard, pool

DAY = date(2015, 1, 22)
numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=6)
days = st.integers(0, 400).map(lambda days: DAY + timedelta(days=days))
names = st.sampled_from([f"member {at}" for at in range(40)])
hedges = st.sampled_from(["none_stated", "exact", "about", "nearly", "more_than", "at_least", "at_most", "less_than"])


@st.composite
def heard(draw, *, missing=True):
    value = draw(st.none() | numbers if missing else numbers)
    high = draw(st.none() | numbers.filter(lambda one: one > value)) if value is not None and value < 10**12 else None
    return Heard(draw(names), draw(days), value, high, "range" if high is not None else draw(hedges))


@st.composite
def shares(draw):
    denominator = draw(st.none() | st.integers(0, 10**9).map(Decimal))
    numerator = draw(st.integers(0, int(denominator)).map(Decimal)) if denominator else None
    return Heard(draw(names), draw(days), None, None, draw(hedges), numerator, denominator, base="land")


def each_once(rows):
    return [*{one.reporter: one for one in rows}.values()]


many = st.lists(heard(), max_size=20).map(each_once)


@given(rows=many, kind=st.sampled_from(["flow", "stock", "to_date"]), way=st.sampled_from(["sum", "mean", "latest"]))
def test_R_A7_the_order_of_reports_changes_nothing(rows, kind, way):
    assert pool(kind, way, rows) == pool(kind, way, [*reversed(rows)])


@given(rows=many, cut=st.integers(0, 20), kind=st.sampled_from(["flow", "stock", "to_date"]))
def test_R_A7_a_sum_of_two_parts_is_the_sum_of_all(rows, cut, kind):
    parts = [part for part in (pool(kind, "sum", rows[:cut]), pool(kind, "sum", rows[cut:])) if part]
    whole = pool(kind, "sum", rows)
    if whole is None:
        assert parts == []
        return
    assert sum(one.counted for one in parts) == whole.counted
    assert sum(one.left for one in parts) == whole.left
    told = [one for one in parts if one.value is not None]
    assert sum((one.value for one in told), Decimal(0)) == (whole.value or 0)
    tops = sum((one.value if one.high is None else one.high for one in told), Decimal(0))
    assert tops == ((whole.value if whole.high is None else whole.high) or 0)


@given(rows=st.lists(shares(), min_size=1, max_size=20).map(each_once), cut=st.integers(0, 20))
def test_R_A3_shares_are_pooled_by_their_parts_and_never_averaged(rows, cut):
    whole = pool("share", "sum", rows)
    told = [one for one in rows if one.denominator]
    assert whole.counted + whole.left == len(rows)
    if not told:
        assert (whole.value, whole.counted) == (None, 0)
        return
    numerator, denominator = (sum(getattr(one, name) for one in told) for name in ("numerator", "denominator"))
    assert (whole.numerator, whole.denominator, whole.counted) == (numerator, denominator, len(told))
    assert whole.value == numerator * 100 / denominator
    assert 0 <= whole.value <= 100
    parts = [one for one in (pool("share", "sum", half) for half in (rows[:cut], rows[cut:])) if one and one.counted]
    assert sum(one.numerator for one in parts) == numerator


@given(rows=many, missing=st.lists(names, max_size=5))
def test_R_A7_what_is_missing_is_counted_as_missing_and_never_as_zero(rows, missing):
    absent = [Heard(f"absent {at}", DAY) for at, _name in enumerate(missing)]
    bare, with_absent = pool("flow", "sum", rows), pool("flow", "sum", [*rows, *absent])
    if not rows and not absent:
        assert with_absent is None
        return
    assert with_absent.value == (bare.value if bare else None)
    assert with_absent.left == (bare.left if bare else 0) + len(absent)
    mean, mean_with = pool("flow", "mean", rows), pool("flow", "mean", [*rows, *absent])
    assert mean_with.value == (mean.value if mean else None)


def test_shares_of_two_denominators_are_never_one():
    land = Heard("a", DAY, None, None, "exact", Decimal(1), Decimal(2), "land")
    people = Heard("b", DAY, None, None, "exact", Decimal(1), Decimal(2), "people")
    assert pool("share", "sum", [land, people]).value is None


def test_of_a_stock_the_latest_of_each_counts_and_of_a_flow_all():
    told = [Heard("a", DAY, Decimal(5)), Heard("a", DAY + timedelta(days=1), Decimal(7)), Heard("b", DAY, Decimal(1))]
    assert [pool(kind, "sum", told).value for kind in ("stock", "to_date", "flow")] == [8, 8, 13]


@pytest.mark.parametrize("kind", ["level", "yes_no"])
def test_levels_are_counted_and_words_stand_alone(kind):
    told = [Heard("a", DAY, level="halted"), Heard("b", DAY, level="slowed"), Heard("c", DAY, level="halted")]
    found = pool(kind, "sum", [*told, Heard("d", DAY)])
    assert (found.levels, found.counted, found.left, found.value) == ((("halted", 2), ("slowed", 1)), 3, 1, None)
    assert pool("text", "sum", told) is None


def test_what_two_agree_to_have_both_counted_is_taken_off_once_and_only_where_both_reported():
    told = [Heard("a", DAY, Decimal(100)), Heard("b", DAY, Decimal(80))]
    agreed = [Counted("a", "b", Decimal(25)), Counted("a", "c", Decimal(40))]
    found = pool("flow", "sum", told, agreed)
    assert (found.value, found.twice) == (155, 25)


@pytest.mark.parametrize(
    ("hedged", "together"),
    [
        (["none_stated", "exact"], "none_stated"),
        (["more_than", "exact"], "at_least"),
        (["nearly", "at_most"], "at_most"),
        (["more_than", "less_than"], "about"),
        (["about", "exact"], "about"),
    ],
)
def test_R_A2_a_sum_of_hedged_figures_is_hedged(hedged, together):
    told = [Heard(str(at), DAY, Decimal(1), None, hedge) for at, hedge in enumerate(hedged)]
    assert pool("flow", "sum", told).qualifier == together


def test_a_measure_that_says_so_is_not_pooled():
    assert pool("flow", "none", [Heard("a", DAY, Decimal(1))]) is None
