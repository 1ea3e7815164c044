"""Parts and wholes, and ways on a scale: in any order, exact where nothing is hedged, never a share of steps."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.figures import Told, make_the_whole, progress, way_gone
from tansiq.engines.figures.parts import Reach, reach, whole_of

numbers = st.decimals(min_value=0, max_value=10**12, places=3)
hedges = st.sampled_from(["none_stated", "exact", "about", "nearly", "more_than", "at_least", "at_most", "less_than"])
told = st.builds(Told, numbers, hedges)
SCALE = ["none", "advancing", "slowed", "halted", "reversed"]
steps = st.sampled_from(SCALE)


@given(parts=st.lists(numbers, min_size=2, max_size=12))
def test_exact_parts_make_their_sum_and_nothing_else(parts):
    whole = sum(parts, Decimal(0))
    rows = [Told(one) for one in parts]
    assert make_the_whole(Told(whole), rows)
    assert not make_the_whole(Told(whole + Decimal("0.001")), rows)


@given(parts=st.lists(told, min_size=2, max_size=12), whole=told, data=st.data())
def test_the_order_of_parts_is_nothing(parts, whole, data):
    other = data.draw(st.permutations(parts))
    assert make_the_whole(whole, parts) == make_the_whole(whole, other)


@given(parts=st.lists(told, min_size=2, max_size=12), whole=numbers)
def test_a_hedge_only_leaves_more_open(parts, whole):
    bare = [Told(one.value) for one in parts]
    if make_the_whole(Told(whole), bare):
        assert make_the_whole(Told(whole), parts)


@given(one=told)
def test_a_number_lies_within_its_own_reach(one):
    assert reach(one).meets(Reach(one.value, one.value))


def test_a_range_is_met_within_its_ends_alone():
    whole = Told(Decimal(18), "range", Decimal(22))
    assert [make_the_whole(whole, [Told(Decimal(9)), Told(Decimal(more))]) for more in (8, 9, 13, 14)] == [
        *(False, True, True, False)
    ]
    assert whole_of([]) == Reach(Decimal(0), Decimal(0))


@given(start=steps, target=steps, latest=steps)
def test_R_A4_on_a_scale_the_ends_of_the_way_are_none_and_all_of_it(start, target, latest):
    if start == target:
        assert way_gone(SCALE, start, target, latest) is None
        return
    _gone, way = way_gone(SCALE, start, target, latest)
    assert way_gone(SCALE, start, target, start) == (0, way)
    assert way_gone(SCALE, start, target, target) == (way, way)
    back = way_gone(SCALE[::-1], start, target, latest)
    assert back == way_gone(SCALE, start, target, latest)


@given(start=numbers, target=numbers, latest=numbers)
def test_R_A4_progress_is_the_same_whichever_way_a_measure_runs(start, target, latest):
    up, down = progress(start, target, latest), progress(-start, -target, -latest)
    assert up == down
    assert (up is None) == (start == target)
