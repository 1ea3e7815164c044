"""What looks unlikely when it is filed: by how much, in which direction, of what, when, and of which parts (R-A13)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.likely import MANY_TIMES, Beside, Given, doubts

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
PERIOD = Beside(start=MAY, end=JUNE, today=date(2026, 6, 8))
numbers = st.decimals(Decimal(1), Decimal(10**9), places=2)


def codes(answer, beside=PERIOD):
    return [one.code for one in doubts(answer, beside)]


def number(kind, value, last=None, **more):
    return codes(Given(kind, Decimal(value), **more), Beside(Decimal(last) if last is not None else None))


@pytest.mark.parametrize("kind", ["flow", "stock", "to_date"])
@given(last=numbers)
def test_R_A13_a_thousand_times_the_last_value_is_asked_about_and_a_thousandth(kind, last):
    assert number(kind, last * 1000, last) == ["far_more"]
    assert number(kind, last / 1000, last) == ["far_less"]
    assert number(kind, last * (MANY_TIMES - 1), last) == []


@given(last=numbers)
def test_R_A13_the_same_again_is_never_asked_about(last):
    for kind in ("flow", "stock", "to_date", "share", "level", "text"):
        assert number(kind, min(last, Decimal(100)), min(last, Decimal(100))) == []


def test_R_A13_a_total_to_date_does_not_fall():
    assert number("to_date", 90, 100) == ["falls"]
    assert number("to_date", 90, 100, high=Decimal(110)) == []
    assert (number("flow", 90, 100), number("stock", 90, 100)) == ([], [])


def test_R_A13_less_than_none_and_more_than_the_whole():
    assert [number(kind, -1) for kind in ("flow", "stock", "to_date", "share")] == [["below_zero"]] * 4
    assert number("share", 101) == ["over_whole"]
    assert number("share", 90, high=Decimal(110)) == ["over_whole"]
    assert codes(Given("share", Decimal(120), numerator=Decimal(6), denominator=Decimal(5))) == ["over_whole"]
    assert codes(Given("share", Decimal(100), numerator=Decimal(5), denominator=Decimal(5))) == []


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 4, 30), ["early"]),
        (MAY, []),
        (JUNE, []),
        (date(2026, 6, 2), ["late"]),
        (date(2026, 6, 9), ["future"]),
    ],
)
def test_R_A13_the_day_lies_in_the_period_and_not_ahead(day, code):
    assert codes(Given("stock", Decimal(5), as_of=day)) == code


@given(st.lists(numbers, min_size=1, max_size=5))
def test_R_A13_parts_make_the_whole(parts):
    whole = sum(parts, Decimal(0))
    assert codes(Given("stock", whole, parts=parts)) == []
    assert codes(Given("stock", whole + 1, parts=parts)) == ["parts"]


def test_R_A13_what_is_said_in_words_or_levels_is_not_asked_about():
    assert [codes(Given(kind)) for kind in ("text", "level", "yes_no")] == [[], [], []]
