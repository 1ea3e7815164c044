"""Rows that follow each other: a long way is walked, a way back to its start is refused, wherever it is."""

from hypothesis import given
from hypothesis import strategies as st

from tests.engines.broken_efforts import decision
from tests.engines.small_record import SMALL, octets, problems

DAYS = [f"2015-01-{number:02d}" for number in range(1, 10)]


def with_decisions(decisions):
    return octets({**SMALL, "actions": [], "decisions": decisions})


def test_a_long_way_is_walked_and_its_way_back_refused():
    way = [decision(f"w{number}", f"w{number + 1}") for number in range(5000)]
    assert problems(with_decisions([*way, decision("w5000")])) == []
    assert [code for _path, code in problems(with_decisions([*way, decision("w5000", "w0")]))] == ["cycle"]


@given(st.permutations(range(9)), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20))
def test_a_way_that_only_leads_to_earlier_days_is_right_in_any_order(order, links):
    earlier = {(one, other) for one, other in links if other < one}
    rows = [
        decision(
            f"w{number}",
            *[f"w{other}" for one, other in sorted(earlier) if one == number],
            on={"precision": "day", "from": DAYS[number], "until": DAYS[number]},
        )
        for number in order
    ]
    assert problems(with_decisions(rows)) == []


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_on_one_day_exactly_the_ways_back_are_refused(links):
    rows = [decision(f"w{one}", *[f"w{other}" for start, other in sorted(links) if start == one]) for one in range(6)]
    reached = set(links)
    for middle in range(6):
        reached |= {(a, d) for a, b in reached if b == middle for c, d in reached if c == middle}
    comes_back = any(one == other for one, other in reached)
    assert [code for _path, code in problems(with_decisions(rows))] == ["cycle"] * comes_back
