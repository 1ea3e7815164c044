"""Numbers with decimals: written as they were read, and never in a second spelling of nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.record_file.places import Place, Reading, Wrong
from tansiq.engines.record_file.quantities import Quantity

HERE = Place("", Reading())
STATED = st.from_regex(r"-?(0|[1-9][0-9]{0,19})(\.[0-9]{1,6})?", fullmatch=True).filter(
    lambda words: words.isascii() and (Decimal(words) or not words.startswith("-"))
)


@given(STATED)
def test_a_number_is_written_back_as_it_was_stated(words):
    assert Quantity().write(Quantity().read(words, HERE)) == words


@pytest.mark.parametrize("words", ["0", "0.000001", "33.30", "-7", "9" * 20 + ".999999", "200000000000"])
def test_numbers_at_the_edges(words):
    value = Quantity().read(words, HERE)
    assert (value, Quantity().write(value)) == (Decimal(words), words)


@pytest.mark.parametrize(
    "words",
    [
        *("", " 1", "1 ", "1\n", "+1", "01", ".5", "5.", "1e3", "1E3", "1,000", "1_000", "٣", "½", "-0", "-0.00"),
        *("NaN", "Infinity", "-Infinity", "1" * 21, "0.1234567", "0x10", "1.2.3", "--1"),
    ],
)
def test_what_is_no_number_or_no_plain_one(words):
    with pytest.raises(Wrong, match="wrong_shape"):
        Quantity().read(words, HERE)


@pytest.mark.parametrize("value", [1, 33.3, True, ["1"], {"value": "1"}])
def test_a_number_stands_in_a_string(value):
    with pytest.raises(Wrong, match="wrong_type"):
        Quantity().read(value, HERE)
