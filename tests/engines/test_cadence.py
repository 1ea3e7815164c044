import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.cadence import Lettering, Meeting, Rhythm, agreed, draw, rhythm
from tansiq.engines.dates import DAY, MONTH, YEAR, Partial
from tansiq.engines.dates.months import ENGLISH, GULF

SVG = "{http://www.w3.org/2000/svg}"


def drawn(meetings, *, until=date(2026, 6, 8), every_months=None, narrow=False, **words):
    lettering = Lettering(**{"title": "Twelve meetings", "months": ENGLISH, **words})
    return draw(meetings, lettering, until=until, every_months=every_months, narrow=narrow)


def tree(svg):
    return ET.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))  # noqa: S314 -- our own


def meeting(*day, place="London", full=True, precision=DAY):
    return Meeting(Partial(date(*day), precision), place, full)


def texts(svg):
    return [text.text for text in tree(svg).iter(f"{SVG}text")]


def test_the_rhythm_of_a_series():
    days = [date(2016, 2, 2), date(2015, 1, 22), date(2015, 6, 2), date(2015, 6, 2)]
    assert rhythm(days) == Rhythm(188, 245, date(2015, 6, 2), date(2016, 2, 2))


def test_one_day_has_no_rhythm():
    assert rhythm([date(2015, 1, 22)]) is None
    assert rhythm([]) is None


def test_the_agreed_days_stay_in_their_months():
    days = agreed(date(2015, 1, 31), date(2016, 1, 27), 1)
    assert [(day.year, day.month) for day in days] == [(2015, month) for month in range(1, 13)]
    assert {day.day for day in days} == {28}


@given(st.dates(date(2014, 1, 1), date(2020, 1, 1)), st.integers(0, 4000), st.integers(1, 24))
def test_no_agreed_day_lies_after_the_end(first, length, every):
    last = date.fromordinal(first.toordinal() + length)
    assert [day for day in agreed(first, last, every) if day > last] == []


def test_time_runs_from_left_to_right_in_both_languages():
    series = [meeting(2015, 1, 22), meeting(2015, 6, 2), meeting(2015, 11, 4)]
    for rtl in (False, True):
        svg = tree(drawn(series, until=date(2015, 12, 1), rtl=rtl))
        places = [float(mark.get("cx")) for mark in svg.iter(f"{SVG}circle")]
        assert places == sorted(places)
        assert svg.get("direction") == "ltr"
        assert svg.get("role") == "img"


def test_the_year_stands_where_reading_begins():
    def year(rtl):
        svg = tree(drawn([meeting(2015, 1, 22)], until=date(2015, 12, 1), rtl=rtl))
        (found,) = [text for text in svg.iter(f"{SVG}text") if text.text == "2015"]
        return float(found.get("x")), found.get("text-anchor")

    assert year(rtl=False) == (34, "end")
    assert year(rtl=True) == (606, None)


def test_a_full_mark_at_the_highest_level_and_a_hollow_one_else():
    svg = tree(drawn([meeting(2015, 1, 22), meeting(2015, 7, 30, full=False)]))
    assert [mark.get("class") for mark in svg.iter(f"{SVG}circle")] == ["so c1", "ho c1"]


def test_a_month_or_a_year_is_a_bar_and_never_an_invented_day():
    svg = tree(drawn([meeting(2014, 11, 1, precision=MONTH), meeting(2021, 1, 1, precision=YEAR)]))
    assert list(svg.iter(f"{SVG}circle")) == []
    assert [path.get("class") for path in svg.iter(f"{SVG}path")].count("ln c1") == 2


def test_every_year_has_its_line_and_an_empty_one_no_zero():
    assert texts(drawn([meeting(2014, 12, 3), meeting(2016, 2, 2)], until=date(2016, 3, 1))) == [
        *("January", "April", "July", "October"),
        *("2014", "1", "2015", "2016", "1"),
        *("London", "London"),
    ]


def test_meetings_of_one_week_stand_on_one_another_and_the_rest_is_counted():
    svg = drawn([meeting(2016, 7, day, place="Washington") for day in (18, 19, 20, 21, 22)])
    heights = [mark.get("cy") for mark in tree(svg).iter(f"{SVG}circle")]
    assert len(heights) == len(set(heights)) == 3
    assert "+2 Washington" in texts(svg)


def test_a_name_stands_only_where_the_next_mark_leaves_room():
    svg = tree(drawn([meeting(2015, month, 1, place=f"Skhirat-{month:02}") for month in (1, 2, 6, 8, 9, 12)]))
    names = [text.text for text in svg.iter(f"{SVG}text") if "Skhirat" in text.text]
    assert names == ["Skhirat-02", "Skhirat-06", "Skhirat-09"]


def test_words_are_escaped_isolated_and_without_marks_that_break_paper():
    hostile = '<script>"&\u202e\u0000لُندن'
    svg = drawn([meeting(2015, 1, 22, place=hostile)], title=hostile, months=GULF, rtl=True)
    assert texts(svg)[-1] == '\u2067<script>"&لندن\u2069'
    assert tree(svg).find(f"{SVG}title").text == '<script>"&لندن'


def test_the_reader_chooses_the_digits():
    assert texts(drawn([meeting(2015, 1, 22)], until=date(2015, 2, 1), arabic_digits=True))[4:6] == [
        "\u2067٢٠١٥\u2069",
        "\u2067١\u2069",
    ]


def test_no_meeting_is_no_drawing():
    assert drawn([]) == ""


@pytest.mark.parametrize("narrow", [False, True])
def test_sixty_meetings_in_twelve_years_stay_small(narrow):
    series = [
        meeting(2014 + n // 5, 1 + 2 * (n % 5), 1 + n % 28, place="المملكة المتحدة", full=n % 2 == 0) for n in range(60)
    ]
    assert len(drawn(series, every_months=1, rtl=True, narrow=narrow, months=GULF).encode()) <= 8000


@given(
    st.lists(
        st.builds(
            Meeting,
            st.builds(Partial, st.dates(date(2014, 1, 1), date(2026, 12, 31)), st.sampled_from([DAY, MONTH, YEAR])),
            st.text(max_size=30),
            st.booleans(),
        ),
        max_size=60,
    ),
    st.booleans(),
    st.booleans(),
)
def test_any_series_is_drawn_inside_its_sheet(meetings, rtl, narrow):
    svg = drawn(meetings, title="…", rtl=rtl, narrow=narrow, every_months=2)
    if meetings:
        found = tree(svg)
        _, _, width, height = map(float, found.get("viewBox").split())
        marks = [(float(mark.get("cx")), float(mark.get("cy"))) for mark in found.iter(f"{SVG}circle")]
        assert [mark for mark in marks if not (0 < mark[0] < width and 0 < mark[1] < height)] == []
