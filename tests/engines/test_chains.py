"""Chains: nothing goes back unseen, nothing is added across currencies, and both ends are compared alike."""

import doctest
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines import chains
from tansiq.engines.chains import (
    SAYS,
    WAY,
    Bounds,
    Stated,
    bounds,
    differences,
    furthest,
    left,
    reached,
    refusal,
    total,
)

AMOUNTS = st.builds(lambda low, more: Bounds(Decimal(low), Decimal(low + more)), st.integers(0, 99), st.integers(0, 9))
COUNTED = st.sampled_from(("cash USD", "cash CAD", "in_kind lorries"))
PARTS = st.lists(st.builds(Stated, st.just("delivered"), st.none() | AMOUNTS, COUNTED), max_size=5)


def exactly(number):
    return Bounds(Decimal(number), Decimal(number))


def test_what_is_written_beside_it_is_true():
    assert doctest.testmod(chains).failed == 0


@given(st.sampled_from(sorted(SAYS)), st.lists(st.tuples(st.sampled_from((*WAY, *chains.FALLS)), st.booleans())))
def test_R_C1_a_chain_never_goes_backwards_unseen(end, steps):
    held, reasons = [], []
    for stage, reasoned in steps:
        if not refusal(end, held, stage, reasoned=reasoned):
            held.append(stage)
            reasons.append(reasoned)
    for place, (stage, reasoned) in enumerate(zip(held, reasons, strict=True)):
        assert stage in SAYS[end]
        far = furthest(held[:place])
        on_its_way = stage in WAY and (not far or WAY.index(stage) >= WAY.index(far))
        assert reasoned or (on_its_way and not {*held[:place]} & {*chains.ENDED})


def test_whoever_has_disputed_confirms_with_a_reason():
    assert refusal("recipient", ["disputed"], "confirmed", reasoned=False) == "unseen"
    assert refusal("recipient", ["disputed"], "confirmed", reasoned=True) == ""
    assert refusal("recipient", [], "disputed", reasoned=False) == "unseen"


@given(PARTS)
def test_R_C2_kinds_and_currencies_are_never_added_and_words_carry_no_sum(parts):
    made = total(parts)
    alike = len({one.counted_in for one in parts}) == 1 and all(one.amount for one in parts)
    assert (made is not None) == alike
    if made:
        assert (made.low, made.high) == tuple(sum(getattr(one.amount, end) for one in parts) for end in ("low", "high"))


@given(AMOUNTS, PARTS)
def test_R_C1_instalments_add_up_or_it_is_said_by_how_much_not(promised, parts):
    held = total(parts)
    if held is None:
        return
    said = left(promised, held)
    least, most = promised.low - held.high, promised.high - held.low
    assert {"even": least == most == 0, "short": least >= 0, "over": most <= 0, "open": least < 0 < most}[said.state]
    if said.state == "short":
        assert (said.by.low, said.by.high) == (least, most)
    if said.state == "over":
        assert (said.by.low, said.by.high) == (-most, -least)


@given(AMOUNTS, AMOUNTS)
def test_R_C4_the_two_ends_are_compared_alike(one, other):
    sides = [Stated("delivered", one, "cash"), Stated("delivered", other, "cash")]
    there, back = (differences([sides[first]], [sides[1 - first]]) for first in (0, 1))
    assert [each.what for each in there] == [each.what for each in back]
    turned = {"short": "over", "over": "short"}
    assert [turned[each.by.state] for each in there] == [each.by.state for each in back]
    assert bool(there) == (one.low > other.high or other.low > one.high or _touching(one, other))


def _touching(one, other):
    """At one end alone, and not the same: what is short by "at most" so much is named, too."""
    return (one.low, one.high) != (other.low, other.high) and (one.low == other.high or other.low == one.high)


def test_R_C4_every_kind_of_difference():
    sent, got = Stated("delivered", exactly(10), "cash USD"), Stated("confirmed", exactly(10), "cash USD")
    assert differences([sent], [got]) == []
    assert [one.what for one in differences([sent], [])] == ["unanswered"]
    assert [one.what for one in differences([], [got])] == ["unsaid"]
    assert [one.what for one in differences([sent], [Stated("disputed")])] == ["disputed"]
    assert [one.what for one in differences([sent], [Stated("confirmed", exactly(10), "cash CAD")])] == ["counted"]
    late, early = (date(2026, 5, 1) + timedelta(days=far) for far in (9, 0))
    dated = [Stated("delivered", exactly(10), "cash", day, day) for day in (late, early)]
    assert [one.what for one in differences(dated[:1], dated[1:])] == ["day"]


def test_over_delivery_is_said_as_what_it_is():
    parts = [Stated("delivered", exactly(number), "doses", instalment=True) for number in (600_000, 74_400)]
    held = reached(parts, "delivered")
    assert left(exactly(506_400), held.amount) == chains.Left("over", exactly(168_000))


def test_hedges():
    assert bounds(Decimal(5), "about") == Bounds(Decimal(5), Decimal(5), about=True)
    assert bounds(Decimal(5), "range", Decimal(9)).told == (Decimal(5), Decimal(9), "range")
    assert bounds(Decimal(5), "at_most") == Bounds(Decimal(0), Decimal(5))
    assert bounds(Decimal(5), "about").told == (Decimal(5), None, "about")
