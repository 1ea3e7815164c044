import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.charts import Axis, Level, figures
from tansiq.engines.charts.labels import labelled
from tansiq.engines.charts.marks import SHAPES, Style
from tansiq.engines.charts.placing import APART, place, rising, runs
from tansiq.engines.charts.plane import Plane, steps, stretch
from tansiq.engines.charts.room import Box, Room
from tansiq.engines.charts.ticks import months, values, years
from tests.engines.charts_drawn import HOSTILE, SVG, mark, marks, outside, paths, sheet, starts, texts, tree, words

SHARE = Axis("Per cent of territory", lambda value: f"{value}%", share=True)
BASES = {"t": "territory", "p": "populated territory"}
TERRITORY = [
    mark((2015, 6, 2), 25, series="t", label="25%\nBlinken"),
    mark((2016, 2, 2), 40, qualifier="about", series="p", label="about 40%\nministers"),
    mark((2016, 6, 28), 47, series="t", label="47%\nMcGurk"),
    mark((2017, 3, 22), 60, qualifier="more_than", series="t", label="more than 60%\nministers"),
    mark((2017, 3, 22), 62, series="t", label="62%\neditorial"),
    mark((2018, 2, 13), 98, series="t", label="98%\nTillerson"),
]


def drawn(some, *, rtl=False, title="A finding", desc="", axis=SHARE, **more):
    return figures(some, words(title, desc, rtl=rtl), axis=axis, **more)


def plane(some, **more):
    ticks = steps(some, [], share=more.get("share", False), from_zero=True, most=6)
    return Plane(40, 700, 44, 304, *stretch(some, []), tuple(ticks))


def test_no_figure_is_no_drawing():
    assert drawn([]) == ""


def test_the_finding_and_the_values_are_said_to_who_listens():
    svg = tree(drawn(TERRITORY, desc="25% in June 2015; 47% a year later"))
    assert (svg.get("role"), svg.get("direction")) == ("img", "ltr")
    assert svg.find(f"{SVG}title").text == "A finding"
    assert svg.find(f"{SVG}desc").text == "25% in June 2015; 47% a year later"


def test_a_drawing_holds_no_style_no_script_and_no_name_that_could_clash():
    assert re.findall(r"\s(style|id|on\w+|href)=", drawn(TERRITORY, series=BASES)) == []


def test_a_drawing_stands_on_paper_without_a_sheet():
    for path in tree(drawn(TERRITORY, series=BASES)).iter(f"{SVG}path"):
        assert path.get("class").split()[0] == "so" or path.get("stroke", "").startswith("#")


def test_a_hedged_figure_is_hollow_and_its_whisker_shows_the_side():
    def held(qualifier):
        svg = drawn([mark((2015, 6, 2), 50, qualifier=qualifier)])
        return len(paths(svg, "so")), len(paths(svg, "ho")), "".join(paths(svg, "wh"))

    assert held("none_stated") == held("exact") == (1, 0, "")
    for qualifier, step in (("more_than", "v-13m"), ("at_least", "v-13m"), ("nearly", "v13m"), ("less_than", "v13m")):
        solid, hollow, whisker = held(qualifier)
        assert (solid, hollow, step in whisker) == (0, 1, True), qualifier
    assert re.findall(r"v-?\d+", held("about")[2]) == ["v-8", "v8"]


def test_a_range_is_a_bar_with_caps_and_no_mark_stands_in_its_midst():
    svg = drawn([mark((2016, 6, 28), 18, high=Decimal(22), qualifier="range")])
    (bar,) = paths(svg, "wh")
    assert bar.count("h10") == 2
    assert paths(svg, "so") == paths(svg, "ho") == []


def test_a_month_or_a_year_is_a_stretch_with_caps():
    svg = drawn([mark((2014, 1, 1), 33, precision="year"), mark((2017, 6, 1), 40, precision="month")])
    (bars,) = paths(svg, "wh")
    widths = [float(end) - x for (x, _), end in zip(starts(bars), re.findall(r"H([\d.]+)", bars), strict=True)]
    assert widths[0] > 10 * widths[1] > 0


def test_figures_of_one_day_that_conflict_stand_side_by_side_and_both_are_named():
    svg = drawn(TERRITORY, series=BASES)
    assert {"more than 60%", "62%"} <= set(texts(svg))
    one, other = [found for found in place(plane(TERRITORY), TERRITORY) if found.clash]
    assert (other.x - one.x, one.aside, other.aside) == (APART, -1, 1)


def test_the_line_stops_at_a_conflict_and_goes_on_from_the_figure_that_was_adopted():
    def joined(some):
        own = [found for found in place(plane(some), some) if found.mark.series == "t"]
        return [[int(found.mark.value) for found in run] for run in runs(own) if len(run) > 1]

    assert joined(TERRITORY) == [[25, 47]]
    adopted = [*TERRITORY[:4], mark((2017, 3, 22), 62, series="t", adopted=True), TERRITORY[5]]
    assert joined(adopted) == [[25, 47, 62, 98]]


def test_a_range_and_a_doubt_are_never_joined():
    some = [
        mark((2015, 1, 1), 10),
        mark((2016, 1, 1), 18, high=Decimal(22), qualifier="range"),
        mark((2017, 1, 1), 900, doubtful=True),
        mark((2018, 1, 1), 30),
    ]
    assert [len(run) for run in runs(place(plane(some), some))] == [1, 1]
    assert paths(drawn(some), "ln") == []


def test_two_bases_bear_two_shapes_and_are_named_in_a_legend():
    svg = drawn(TERRITORY, series=BASES)
    assert texts(svg).count("territory") == texts(svg).count("populated territory") == 1
    assert "territory" not in texts(drawn([one for one in TERRITORY if one.series == "t"], series=BASES))
    assert len({Style(number).shape for number in range(5)}) == len(SHAPES) == 5


def test_a_base_that_nobody_stated_is_not_joined():
    some = [mark((2015, 2, 8), 20, series="ns"), mark((2018, 2, 13), 98, series="ns")]
    assert paths(drawn(some), "ln") != []
    assert paths(drawn(some, unjoined=["ns"]), "ln") == []


def test_a_line_sets_out_from_a_baseline_of_its_own_base_alone():
    start = Level(Decimal(0), "baseline", date(2014, 9, 1))
    some = [mark((2015, 6, 2), 25, series="t")]
    assert paths(drawn(some, baseline=start), "ln") == []
    own = Level(Decimal(0), "baseline", date(2014, 9, 1), series="t")
    assert len(paths(drawn(some, baseline=own), "ln")) == 1


def test_a_doubtful_figure_does_not_flatten_the_others():
    sound = [mark((2016, 7, 20), "2.1e9"), mark((2019, 6, 25), "20e9")]
    doubtful = mark((2018, 2, 1), "200e9", doubtful=True, label="200 billion?")
    money = Axis("dollars", lambda value: f"{value:f}")
    svg = drawn([*sound, doubtful], axis=money)
    assert steps([*sound, doubtful], [], share=False, from_zero=True, most=6) == steps(
        sound, [], share=False, from_zero=True, most=6
    )
    assert {"?", "200 billion?"} <= set(texts(svg))
    (asked,) = paths(svg, "db")
    assert starts(asked)[0][1] == 44  # At the upper edge,
    assert any(data.count("l4 -4 4 4") == 2 for data in paths(svg, "wh"))  # and two heads say that it lies beyond.


def test_figures_that_are_all_in_doubt_are_still_shown():
    assert "?" in texts(drawn([mark((2018, 2, 1), "200e9", doubtful=True)]))


def test_the_values_stand_where_reading_begins_and_time_does_not_turn():
    def fifty(rtl):
        svg = tree(drawn(TERRITORY, rtl=rtl))
        (found,) = [text for text in svg.iter(f"{SVG}text") if text.text == "50%"]
        return float(found.get("x"))

    assert fifty(rtl=False) < 60
    assert fifty(rtl=True) > 660
    for rtl in (False, True):
        ticks = [text for text in texts(drawn(TERRITORY, rtl=rtl)) if re.fullmatch(r"20\d\d", text)]
        assert ticks == sorted(ticks) == ["2015", "2016", "2017", "2018"]


def test_a_share_stands_between_nought_and_a_hundred():
    assert steps([mark((2015, 1, 1), 20)], [], share=True, from_zero=True, most=6) == [0, 25, 50, 75, 100]
    assert steps([mark((2015, 1, 1), 120)], [], share=True, from_zero=True, most=6)[-1] >= 120


def test_what_can_be_twice_as_much_is_drawn_from_zero():
    some = [mark((2015, 1, 1), 60), mark((2016, 1, 1), 90)]
    assert steps(some, [], share=False, from_zero=True, most=6)[0] == 0
    assert steps(some, [], share=False, from_zero=False, most=6)[0] == 60


def test_baseline_and_target_have_their_lines_and_their_words():
    svg = drawn(
        TERRITORY, baseline=Level(Decimal(10), "baseline 10%"), target=Level(Decimal(90), "goal 90%", date(2019, 1, 1))
    )
    assert {"baseline 10%", "goal 90%"} <= set(texts(svg))
    assert len(paths(svg, "bl")) == len(paths(svg, "tg")) == 1


def test_a_number_keeps_its_sign_on_its_side_in_arabic():
    svg = drawn([mark((2015, 6, 2), 60, label="نحو 60%")], rtl=True)
    assert "\u2067نحو \u206660%\u2069\u2069" in svg


def test_words_are_escaped_and_without_marks_that_break_paper():
    svg = drawn([mark((2015, 6, 2), 60, label='<b>"&\u202eشهرياً\u0000')], title="<i>\u064b")
    assert '<b>"&شهريا' in texts(svg)
    assert tree(svg).find(f"{SVG}title").text == "<i>"


@given(st.decimals(-(10**12), 10**12, places=3), st.decimals(0, 10**12, places=3), st.integers(3, 8))
def test_ticks_hold_every_value_between_them(low, span, most):
    ticks = values(low, low + span, most)
    assert ticks == sorted(set(ticks))
    assert ticks[0] <= low
    assert low + span <= ticks[-1]
    assert 2 <= len(ticks) <= most + 2


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(0, 30000), st.integers(2, 12))
def test_ticks_of_time_are_few_and_in_order(first, length, most):
    last = date.fromordinal(min(date.max.toordinal(), first.toordinal() + length))
    for found in (list(years(first, last, most)), list(months(first, last, most)) if length < 366 * (most - 1) else []):
        assert found == sorted(found)
        assert len(found) <= most + 1
        assert all(first <= day <= last for day in found)


@given(st.lists(st.floats(0, 700), max_size=40))
def test_places_never_fall_and_keep_their_midst(wanted):
    found = rising(wanted)
    assert found == sorted(found)
    assert sum(found) == pytest.approx(sum(wanted))


@given(st.lists(marks(), min_size=1, max_size=40))
def test_time_never_turns_round(some):
    sheet_ = plane(some)
    places = place(sheet_, some)
    assert [found.x for found in places] == sorted(found.x for found in places)
    assert all(sheet_.left <= found.x <= sheet_.right for found in places)
    assert [found.span[0] + found.span[1] for found in places] == sorted(sum(found.span) for found in places)


@given(st.lists(marks(), min_size=1, max_size=40))
def test_a_line_joins_figures_of_one_base_that_nobody_doubts(some):
    places = place(plane(some), some)
    for name in {found.mark.series for found in places}:
        for run in runs([found for found in places if found.mark.series == name]):
            assert {found.mark.series for found in run} <= {name}
            assert [found for found in run if found.mark.doubtful or found.mark.ranged] == []


@given(
    st.lists(marks(), min_size=1, max_size=40),
    st.booleans(),
    st.booleans(),
    st.sampled_from([*HOSTILE, "A finding"]),
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(HOSTILE)),
)
def test_any_figures_are_drawn_small_and_inside_their_sheet(some, rtl, narrow, hostile, series):
    level = Level(Decimal(7), hostile, date(2020, 2, 2))
    axis = Axis(hostile, lambda value: f"{value:,f}")
    svg = drawn(
        some,
        rtl=rtl,
        narrow=narrow,
        title=hostile * 9,
        desc=hostile * 99,
        axis=axis,
        series=series,
        baseline=level,
        target=level,
    )
    assert len(svg.encode()) <= 8000
    assert outside(svg) == []
    assert sheet(svg)[0] == (320 if narrow else 720)


@given(st.lists(st.tuples(st.floats(-10, 730), st.floats(-10, 330)), max_size=30))
def test_words_never_cover_what_is_taken(points):
    room = Room(720, 320)
    for x, y in points:
        box = Box(x, y, x + 30, y + 12)
        if room.free(box):
            room.take(box)
            assert not room.free(box)


def test_no_words_cover_other_words():
    some = [mark((2015 + n // 4, 1 + 3 * (n % 4), 5), 60 + n, label=f"figure {n}") for n in range(40)]
    places = place(plane(some), some)
    drawn_ = labelled(Room(720, 308), places, {"": "t1"}, most=200, left=8000)
    assert 10 < len(drawn_) <= 40
    spots = [tuple(map(float, re.findall(r'[xy]="([\d.]+)"', one))) for one in drawn_]
    for number, (x, y) in enumerate(spots):
        for other_x, other_y in spots[number + 1 :]:
            assert abs(x - other_x) > 20 or abs(y - other_y) >= 12


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("rtl", [False, True])
def test_forty_figures_with_their_words_stay_under_eight_kilobytes(narrow, rtl):
    some = [
        mark(
            (2014 + n // 4, 1 + 3 * (n % 4), 1 + n % 28),
            10**9 * (n + 1),
            qualifier=("more_than", "exact", "about")[n % 3],
            series="abcd"[n % 4],
            label=f"أكثر من {n} مليار دولار\nالمملكة العربية السعودية",
        )
        for n in range(40)
    ]
    svg = drawn(some, rtl=rtl, narrow=narrow, title="م" * 150, desc="أكثر من مليار " * 80, axis=Axis("دولار"))
    assert len(svg.encode()) <= 8000
    assert len(texts(svg)) > 12
