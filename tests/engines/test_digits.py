from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.digits import NotANumber, decimal, eastern, grouped, grouped_eastern, western, whole


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2015", "2015"),
        ("٢٠١٥", "2015"),
        ("۲۰۱۵", "2015"),
        ("1,234", "1234"),
        ("1,234.5", "1234.5"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("١٬٢٣٤٬٥٦٧", "1234567"),
        ("١٫٢٣٤", "1.234"),
        ("0.125", "0.125"),
        ("1234.125", "1234.125"),
        ("-12", "-12"),
        ("−12", "-12"),
        (" 60 ", "60"),
        ("\u200e40,000\u200f", "40000"),
        ("١٢٣.٥", "123.5"),
    ],
)
def test_a_typed_number_is_read(typed, number):
    assert decimal(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("See description", "letters"),
        ("12 34", "letters"),
        ("1e400", "letters"),
        ("NaN", "letters"),
        ("²", "letters"),
        ("१२", "letters"),
        ("1.234", "ambiguous"),
        ("-1.234", "ambiguous"),
        ("١.٢٣٤", "ambiguous"),
        ("1,2", "separators"),
        ("1,2345", "separators"),
        ("1.234.567", "separators"),
        ("1.234,5", "separators"),
        ("1,234٫5", "separators"),
        ("1٬234.5", "separators"),
        ("1٬234,567", "separators"),
        ("١،٢٣٤", "separators"),
        (".5", "separators"),
        ("5.", "separators"),
        ("--5", "separators"),
        ("1-2", "separators"),
        ("1" * 31, "long"),
        ("9" * 5000, "long"),
    ],
)
def test_what_could_be_misread_is_refused_with_its_reason(typed, code):
    with pytest.raises(NotANumber) as refusal:
        decimal(typed)
    assert refusal.value.code == code


def test_a_fraction_is_no_whole_number():
    assert whole("1,000.0") == 1000
    with pytest.raises(NotANumber) as refusal:
        whole("1.5")
    assert refusal.value.code == "fraction"


@given(st.integers(min_value=-(10**20), max_value=10**20))
def test_a_whole_number_as_we_write_it_is_read_back(number):
    assert whole(grouped(number)) == number
    assert whole(grouped_eastern(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2))
def test_a_decimal_as_we_write_it_is_read_back(number):
    assert decimal(grouped(number)) == number
    assert decimal(grouped_eastern(number)) == number


@given(st.text())
def test_anything_typed_is_read_or_refused(typed):
    try:
        assert decimal(typed).is_finite()
    except NotANumber as refusal:
        assert refusal.code in {"empty", "letters", "separators", "ambiguous", "long"}  # noqa: PT017 -- either is right


@given(st.text(alphabet="0123456789 يناير,."))
def test_digits_change_and_change_back(text):
    assert western(eastern(text)) == text
