from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.figures import QUALIFIERS, Short, hedged, lean, moved, progress, reached, shorten, turned, write

POWERS = {"": 0, "thousand": 3, "million": 6, "billion": 9}
NUMBERS = st.decimals(Decimal(-(10**14)), Decimal(10**14), places=3)
FIRM = ("none_stated", "exact")


def test_a_hedge_leaves_its_side_open_and_a_range_none():
    assert [qualifier for qualifier in QUALIFIERS if hedged(qualifier)] == [
        *("about", "nearly", "more_than", "at_least", "at_most", "less_than")
    ]
    assert {qualifier: lean(qualifier) for qualifier in ("at_least", "at_most", "range", "exact")} == {
        "at_least": "up",
        "at_most": "down",
        "range": "",
        "exact": "",
    }


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_what_falls_as_the_figure_rises_leans_the_other_way(qualifier):
    others = {"up": "down", "down": "up", "both": "both", "": ""}
    assert lean(turned(qualifier)) == others[lean(qualifier)]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (703_414_098, Short(Decimal(703_414_098))),
        (2_100_000_000, Short(Decimal("2.1"), "billion")),
        (200_000_000_000, Short(Decimal(200), "billion")),
        (7_700_000, Short(Decimal("7.7"), "million")),
        (19_000, Short(Decimal(19), "thousand")),
        (1_544, Short(Decimal(1_544))),
        (9_500, Short(Decimal(9_500))),
        (-3_000_000, Short(Decimal(-3), "million")),
        (0, Short(Decimal(0))),
    ],
)
def test_a_short_number_is_exact_or_stays_whole(value, said):
    assert shorten(Decimal(value)) == said


@given(NUMBERS, st.sampled_from(QUALIFIERS), st.booleans())
def test_no_number_is_rounded_unseen(value, qualifier, beside):
    said = shorten(value, qualifier, beside=beside)
    full = said.number.scaleb(POWERS[said.scale])
    assert (full == value) == said.exact
    assert said.exact or beside


@given(NUMBERS)
def test_a_rounded_hedge_stays_true(value):
    for qualifier, side in (("more_than", 1), ("nearly", -1)):
        said = shorten(value, qualifier, beside=True)
        assert (value - said.number.scaleb(POWERS[said.scale])) * side >= 0


def test_a_figure_is_written_with_its_hedge_unit_and_base():
    said = write(Decimal(703_414_098), "none_stated", unit="USD", short=True, beside=True)
    assert (said.number, said.scale, said.unit, said.exact) == ("703.4", "million", "USD", False)
    assert write(Decimal("33.30"), "at_least", unit="percent", base="revenue").number == "33.3"
    mixed = write(Decimal(900_000), "range", high=Decimal(1_200_000), short=True)
    assert (mixed.number, mixed.high, mixed.scale) == ("900,000", "1,200,000", "")


def test_a_range_has_two_ends_and_nothing_else_has():
    with pytest.raises(ValueError, match="None"):
        write(Decimal(1), "range")
    with pytest.raises(ValueError, match="2"):
        write(Decimal(1), "about", high=Decimal(2))
    with pytest.raises(ValueError, match="roughly"):
        write(Decimal(1), "roughly")


@given(NUMBERS, NUMBERS)
def test_the_way_begins_at_nought_and_ends_at_one(baseline, target):
    if baseline == target:
        assert progress(baseline, target, baseline) is None
    else:
        assert progress(baseline, target, baseline) == 0
        assert progress(baseline, target, target) == 1


def test_there_is_no_progress_without_numbers():
    assert progress(None, Decimal(1), Decimal(1)) is None
    assert progress(Decimal(0), None, Decimal(1)) is None
    assert progress(Decimal(0), Decimal(1), None) is None
    assert moved(None, Decimal(1), "up") is None
    assert moved(Decimal(0), Decimal(1), "none") is None


@given(NUMBERS, NUMBERS)
def test_better_one_way_is_worse_the_other(before, after):
    both = {moved(before, after, "up"), moved(before, after, "down")}
    assert both == ({"same"} if before == after else {"better", "worse"})


@pytest.mark.parametrize(
    ("target", "latest", "qualifier", "wanted", "told"),
    [
        (670, 670, "exact", "up", True),
        (670, 600, "none_stated", "up", False),
        (670, 600, "more_than", "up", None),
        (670, 670, "at_least", "up", True),
        (670, 670, "nearly", "up", False),
        (670, 670, "at_most", "up", None),
        (670, 600, "at_most", "up", False),
        (670, 700, "nearly", "up", None),
        (670, 700, "about", "up", None),
        (0, 400, "none_stated", "down", False),
        (500, 400, "less_than", "down", True),
        (500, 600, "more_than", "down", False),
        (500, 600, "less_than", "down", None),
        (500, 600, "exact", "none", None),
    ],
)
def test_a_hedge_may_leave_open_whether_a_target_is_reached(target, latest, qualifier, wanted, told):
    assert reached(Decimal(target), Decimal(latest), qualifier, wanted) is told


@given(NUMBERS, NUMBERS, st.sampled_from(QUALIFIERS))
def test_what_is_firm_is_always_told(target, latest, qualifier):
    told = reached(target, latest, qualifier, "up")
    assert (told is not None) or qualifier not in FIRM
