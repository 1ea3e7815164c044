"""What comes of a question under any rule, and the fewest wordings that clear objections, against brute force."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines import clearing, deciding
from tansiq.engines.clearing import clear
from tansiq.engines.deciding import ENTITLED, MAJORITY, MINUS, OBJECTS, VOICES, VOTING, YES, Rule, majority, result

VOICED = st.dictionaries(st.text("abcdefghij", min_size=1, max_size=1), st.sampled_from(VOICES))
WAYS = st.lists(st.frozensets(st.integers(0, 4), min_size=1, max_size=3), max_size=3)
ASKED = st.dictionaries(st.text("ABCDEF", min_size=1, max_size=1), WAYS)


@given(VOICED)
def test_R_S12_consensus_is_the_absence_of_an_objection_whatever_else_is_said(voices):
    assert result(Rule(), 10, voices).adopted == (OBJECTS not in voices.values())


@given(VOICED, st.integers(1, 4))
def test_R_S13_consensus_minus_some_survives_so_many_objections(voices, minus):
    against = [*voices.values()].count(OBJECTS)
    assert result(Rule(MINUS, minus=minus), 10, voices).adopted == (against <= minus)


@given(VOICED, st.sampled_from([(1, 2), (2, 3), (3, 4), (1, 1)]), st.sampled_from([ENTITLED, VOTING]))
def test_a_majority_is_reached_by_the_part_and_not_by_one_less(voices, part, whom):
    rule = Rule(MAJORITY, numerator=part[0], denominator=part[1], majority_of=whom)
    yes, no = (len([one for one in voices.values() if one in kinds]) for kinds in (YES, {OBJECTS}))
    whole = 10 if whom == ENTITLED else yes + no
    assert result(rule, 10, voices).adopted == (yes > 0 and yes * part[1] >= part[0] * whole)
    assert majority(rule, whole) * part[1] >= part[0] * whole


@given(VOICED, st.integers(0, 10), st.integers(0, 10))
def test_without_a_quorum_nothing_is_decided(voices, present, least):
    assert (result(Rule(quorum=least), 10, voices, present).ground == deciding.NO_QUORUM) == (present < least)


def clears(chosen, asked):
    return all(any(way <= set(chosen) for way in ways) for ways in asked.values() if ways)


@given(ASKED)
def test_no_smaller_set_of_wordings_clears_as_much(asked):
    found = clear(asked)
    assert (found.is_least, clears(found.wordings, asked)) == (True, True)
    known = {one for ways in asked.values() for way in ways for one in way}
    smaller = (set(one) for size in range(len(found.wordings)) for one in combinations(known, size))
    assert not any(clears(one, asked) for one in smaller)
    assert found.left == tuple(sorted(who for who, ways in asked.items() if not ways))


@given(ASKED)
def test_the_greedy_way_clears_too_and_says_that_it_is_not_exact(asked):
    former, clearing.MOST = clearing.MOST, 0
    try:
        found = clear(asked)
    finally:
        clearing.MOST = former
    assert (found.is_least, clears(found.wordings, asked)) == (False, True)
