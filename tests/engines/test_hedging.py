"""A hedge that survives translation: whole words, in each language, whatever the marks on the letters (R-A12)."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines import hedging
from tansiq.engines.hedging import lost

WORD = st.text("abcdefghij", min_size=1, max_size=6)


def test_the_examples_hold():
    assert doctest.testmod(hedging).failed == 0


@given(st.lists(WORD, max_size=4), st.lists(WORD, min_size=1, max_size=3), st.lists(WORD, max_size=4))
def test_R_A12_a_hedge_that_stands_in_the_level_is_never_called_lost(before, hedge, after):
    level = " ".join((*before, *hedge, *after))
    assert lost({"en": level}, {"en": " ".join(hedge).upper()}) == []


@pytest.mark.parametrize(("level", "hedge"), [("رُبَّما خطرٌ كبير", "ربما"), ("خطر كبير جدًّا", "كبير جدا")])
def test_R_A12_marks_on_arabic_letters_lose_no_hedge(level, hedge):
    assert (lost({"ar": level}, {"ar": hedge}), lost({"ar": level}, {"ar": "لعله"})) == ([], ["ar"])
