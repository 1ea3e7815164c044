import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.charts import OPEN, REACHED, STOPPED, Level, Node, Stage, chain, scale, sparkline, stages
from tansiq.engines.charts.links import lay, order
from tests.engines.charts_drawn import (
    LABELS,
    SVG,
    VALUES,
    mark,
    marks,
    outside,
    paths,
    sheet,
    starts,
    texts,
    tree,
    words,
)

START = Level(Decimal(0), "0%, September 2014", date(2014, 9, 1))
GOAL = Level(Decimal(100), "target 100%")


# Sparklines.


def test_a_sparkline_is_hidden_from_who_listens_and_says_nothing():
    svg = sparkline([mark((2015, 6, 2), 25), mark((2016, 6, 28), 47)])
    assert tree(svg).get("aria-hidden") == "true"
    assert texts(svg) == []
    assert sheet(svg) == (120, 28)


def test_the_last_mark_of_a_sparkline_is_hollow_when_hedged_and_doubts_are_left_out():
    some = [mark((2015, 6, 2), 25), mark((2016, 6, 28), 47, qualifier="more_than")]
    assert len(paths(sparkline(some), "ho")) == 1
    assert sparkline([*some, mark((2018, 1, 1), "200e9", doubtful=True)]) == sparkline(some)
    assert sparkline([mark((2018, 1, 1), 2, doubtful=True)]) == ""


def test_a_sparkline_sets_out_from_the_baseline_of_its_base():
    some = [mark((2015, 6, 2), 25, series="t")]
    assert paths(sparkline(some, baseline=START), "ln") == []
    own = Level(Decimal(0), "", date(2014, 9, 1), series="t")
    assert paths(sparkline(some, baseline=own), "ln")[0].count("L") == 1


@given(st.lists(marks(), max_size=40), st.booleans())
def test_any_sparkline_stays_small_and_inside(some, share):
    svg = sparkline(some, baseline=START, share=share)
    assert len(svg.encode()) <= 8000
    if svg:
        assert outside(svg) == []


# The way from a baseline to a target.


def places(svg):
    (start, end) = re.findall(r"M([\d.]+) [\d.]+H([\d.]+)v10", svg)[0]
    return float(start), float(end)


def test_the_bar_is_full_as_far_as_the_measure_has_come_in_both_languages():
    for rtl in (False, True):
        svg = scale(mark((2017, 3, 22), 62, label="62%"), words(rtl=rtl), baseline=START, target=GOAL)
        whole, full = [
            re.findall(r"M([\d.]+) [\d.]+H([\d.]+)", path)[0] for kind in ("f0", "f1") for path in paths(svg, kind)
        ]
        way = float(whole[1]) - float(whole[0])
        assert (float(full[1]) - float(full[0])) / way == pytest.approx(0.62, abs=0.001)
        assert full[0] == whole[0]
        assert texts(svg) == ["62%", "0%, September 2014", "target 100%"]


def test_a_way_that_leads_down_is_drawn_forward_and_its_hedge_turns_with_it():
    def arrow(qualifier, goal):
        target = Level(Decimal(goal), "goal")
        svg = scale(
            mark((2017, 1, 1), 50, qualifier=qualifier), words(), baseline=Level(Decimal(40), ""), target=target
        )
        return float(re.findall(r"H([\d.]+)m", paths(svg, "wh")[0])[0]) > starts(paths(svg, "wh")[0])[0][0]

    assert arrow("more_than", 100)
    assert not arrow("more_than", 0)
    assert arrow("less_than", 0)


def test_without_a_target_the_bar_stays_open():
    svg = scale(mark((2017, 3, 22), 62), words(), baseline=START)
    assert paths(svg, "f0") == []
    assert paths(svg, "tg")[0].endswith("H718")
    fallen = scale(mark((2017, 3, 22), 45), words(), baseline=Level(Decimal(33), ""), wanted="down")
    assert paths(fallen, "f1") == []
    assert len(paths(fallen, "f0")) == 1


def test_a_range_fills_the_bar_to_its_lesser_end():
    some = mark((2016, 6, 28), 18, high=Decimal(22), qualifier="range")
    svg = scale(some, words(), baseline=Level(Decimal(33), ""), target=Level(Decimal(0), ""))
    exact = scale(mark((2016, 6, 28), 22), words(), baseline=Level(Decimal(33), ""), target=Level(Decimal(0), ""))
    assert paths(svg, "f1") == paths(exact, "f1")


def test_no_bar_is_scaled_to_a_doubt_or_over_no_way():
    assert scale(mark((2018, 2, 1), "200e9", doubtful=True), words(), baseline=START, target=GOAL) == ""
    assert scale(mark((2018, 2, 1), 3), words(), baseline=START, target=Level(Decimal(0), "")) == ""


@given(
    now=marks(),
    begin=VALUES,
    end=st.none() | VALUES,
    wanted=st.sampled_from(["up", "down", "none"]),
    label=LABELS,
    narrow=st.booleans(),
)
def test_any_bar_stays_small_and_inside(*, now, begin, end, wanted, label, narrow):
    target = None if end is None else Level(end, label)
    svg = scale(now, words(label, label), baseline=Level(begin, label), target=target, wanted=wanted, narrow=narrow)
    assert len(svg.encode()) <= 8000
    if svg:
        assert outside(svg) == []


# Chains.


def node(key, *day, precision="day", **more):
    return Node(key, date(*day), precision, code=key, when=str(day[0]), **more)


AFRICA = [node("d15", 2021, 6, 28, firm=False), node("d17", 2021, 12, 2), node("d18", 2022, 5, 11)]
AFRICA.append(node("d20", 2023, 1, 1, precision="year"))
ON = [("d15", "d17"), ("d17", "d18"), ("d18", "d20")]


def test_a_chain_runs_in_the_order_of_time_in_both_languages():
    for rtl in (False, True):
        svg = tree(chain(AFRICA[::-1], ON, words(rtl=rtl)))
        named = [(float(text.get("x")), text.text) for text in svg.iter(f"{SVG}text") if text.text.startswith("d")]
        assert [code for _, code in sorted(named)] == ["d15", "d17", "d18", "d20"]


def test_a_chain_runs_downward_on_a_phone():
    svg = tree(chain(AFRICA, ON, words(), narrow=True))
    named = [(float(text.get("y")), text.text) for text in svg.iter(f"{SVG}text") if text.text.startswith("d")]
    assert [code for _, code in named] == [code for _, code in sorted(named)] == ["d15", "d17", "d18", "d20"]


def test_one_line_of_items_keeps_one_lane_and_a_second_that_came_of_it_parts():
    spots = lay(AFRICA, ON)
    assert {spot.lane for spot in spots.values()} == {0}
    principles = [node("d11", 2018, 2, 13), node("d12", 2019, 2, 6), node("d21", 2023, 1, 1, precision="year")]
    spots = lay(principles, [("d11", "d12"), ("d11", "d21")])
    assert [spots[key].lane for key in ("d11", "d12", "d21")] == [0, 0, 1]


def test_what_only_proposes_is_hollow_and_the_present_one_has_a_ring():
    svg = chain([*AFRICA[:3], node("d20", 2023, 1, 1, here=True)], ON, words())
    assert paths(svg, "so")[0].count("M") == 3
    assert [data.count("M") for data in paths(svg, "ho")] == [1, 1]


def test_links_backward_in_time_and_to_nobody_are_not_drawn():
    assert paths(chain(AFRICA, [("d17", "d15"), ("d15", "d99"), ("d15", "d15")], words()), "ln") == []
    assert chain([], ON, words()) == ""


KEYS = st.sampled_from([f"k{number}" for number in range(40)])


@given(
    st.lists(
        st.builds(
            Node,
            KEYS,
            st.dates(date(2014, 1, 1), date(2026, 12, 31)),
            st.sampled_from(["day", "month", "year"]),
            LABELS,
            LABELS,
            st.booleans(),
            st.booleans(),
        ),
        max_size=40,
    ),
    st.lists(st.tuples(KEYS, KEYS), max_size=60),
    st.booleans(),
    st.booleans(),
)
def test_any_chain_is_small_inside_and_each_item_has_its_place(nodes, links, rtl, narrow):
    svg = chain(nodes, links, words("…", "…", rtl=rtl), narrow=narrow)
    assert len(svg.encode()) <= 8000
    assert bool(svg) == bool(nodes)
    if nodes:
        assert outside(svg) == []
        ordered = order(nodes, links)
        spots = lay(ordered, links)
        assert len({(spot.number, spot.lane) for spot in spots.values()}) == len({node.key for node in nodes})


# Stages.

STEPS = [
    Stage("Pledged", REACHED, "12 July 2018"),
    Stage("Committed", OPEN, "not on record"),
    Stage("Delivered", REACHED, "August 2018"),
    Stage("Confirmed by the recipient", OPEN, "no confirmation"),
]


def test_a_stage_tells_by_shape_and_word_whether_it_is_reached():
    svg = stages(STEPS, words())
    assert len(paths(svg, "so")) == len(paths(svg, "iv")) == 2
    assert len(paths(svg, "ho")) == 2
    assert {"Pledged", "not on record", "no confirmation"} <= set(texts(svg))
    assert len(paths(stages([Stage("Withdrawn", STOPPED)], words()), "wh")) == 1


def test_a_line_is_whole_between_two_stages_that_are_reached_alone():
    assert paths(stages(STEPS, words()), "ln") == []
    assert len(paths(stages([STEPS[0], STEPS[2]], words()), "ln")) == 1


def test_stages_follow_reading():
    def first(rtl, narrow):
        svg = tree(stages(STEPS, words(rtl=rtl), narrow=narrow))
        (found,) = [text for text in svg.iter(f"{SVG}text") if text.text == "Pledged"]
        return float(found.get("x"))

    assert first(rtl=False, narrow=False) == 90
    assert first(rtl=True, narrow=False) == 630
    assert first(rtl=False, narrow=True) < 40
    assert first(rtl=True, narrow=True) > 280


@given(
    st.lists(st.builds(Stage, LABELS, st.sampled_from([REACHED, OPEN, STOPPED]), LABELS), max_size=12),
    st.booleans(),
    st.booleans(),
)
def test_any_stages_stay_small_and_inside(steps, rtl, narrow):
    svg = stages(steps, words("…", "…", rtl=rtl), narrow=narrow)
    assert len(svg.encode()) <= 8000
    assert bool(svg) == bool(steps)
    if steps:
        assert outside(svg) == []
