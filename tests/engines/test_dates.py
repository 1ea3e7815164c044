from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.dates import DAY, MONTH, YEAR, Distance, Partial, distance, hijri, span, write
from tansiq.engines.dates.months import FAMILIES

LONDON = Partial(date(2015, 1, 22))


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("both", "22 كانون الثاني/يناير 2015"),
        ("levant", "22 كانون الثاني 2015"),
        ("gulf", "22 يناير 2015"),
        ("maghreb", "22 جانفي 2015"),
        ("morocco", "22 يناير 2015"),
    ],
)
def test_each_country_has_its_months(family, words):
    assert write(LONDON, "ar", family) == words


@pytest.mark.parametrize(
    ("family", "words"),
    [
        ("both", "آب/أغسطس 2016"),
        ("levant", "آب 2016"),
        ("gulf", "أغسطس 2016"),
        ("maghreb", "أوت 2016"),
        ("morocco", "غشت 2016"),
    ],
)
def test_a_month_alone_is_written_alone(family, words):
    assert write(Partial(date(2016, 8, 17), MONTH), "ar", family) == words


def test_every_family_has_twelve_names_all_different():
    assert {family: len(set(names)) for family, names in FAMILIES.items()} == dict.fromkeys(FAMILIES, 12)


def test_a_date_is_written_no_more_exactly_than_it_is_known():
    day = date(2014, 11, 30)
    assert [write(Partial(day, precision), "en") for precision in (DAY, MONTH, YEAR)] == [
        "30 November 2014",
        "November 2014",
        "2014",
    ]
    assert [Partial(day, precision).iso for precision in (DAY, MONTH, YEAR)] == ["2014-11-30", "2014-11", "2014"]
    assert Partial(day, YEAR) == Partial(date(2014, 1, 1), YEAR)


def test_an_unknown_precision_is_refused():
    with pytest.raises(ValueError, match="decade"):
        Partial(date(2014, 1, 1), "decade")


def test_tables_take_one_name_and_texts_take_the_weekday():
    assert write(LONDON, "ar", "both", short=True) == "22 يناير 2015"
    assert write(LONDON, "ar", "levant", short=True) == "22 كانون الثاني 2015"
    assert write(LONDON, "en", short=True) == "22 Jan 2015"
    assert write(LONDON, "ar", weekday=True) == "الخميس 22 كانون الثاني/يناير 2015"
    assert write(LONDON, "en", weekday=True) == "Thursday 22 January 2015"


@pytest.mark.parametrize(
    ("first", "last", "english", "arabic"),
    [
        ((2025, 5, 27), (2025, 5, 27), "27 May 2025", "27 مايو 2025"),
        ((2025, 5, 27), (2025, 5, 28), "27 and 28 May 2025", "27 و28 مايو 2025"),
        ((2025, 5, 27), (2025, 5, 29), "27 to 29 May 2025", "من 27 إلى 29 مايو 2025"),
        ((2025, 5, 31), (2025, 6, 1), "31 May and 1 June 2025", "31 مايو و1 يونيو 2025"),
        ((2025, 5, 30), (2025, 6, 2), "30 May to 2 June 2025", "من 30 مايو إلى 2 يونيو 2025"),
        (
            (2015, 12, 30),
            (2016, 1, 2),
            "30 December 2015 to 2 January 2016",
            "من 30 ديسمبر 2015 إلى 2 يناير 2016",
        ),
        (
            (2015, 12, 31),
            (2016, 1, 1),
            "31 December 2015 and 1 January 2016",
            "31 ديسمبر 2015 و1 يناير 2016",
        ),
    ],
)
def test_a_stretch_of_days_says_once_what_both_ends_share(first, last, english, arabic):
    ends = Partial(date(*first)), Partial(date(*last))
    assert span(*ends, "en") == english
    assert span(*ends, "ar", "gulf") == arabic


def test_a_stretch_of_months_or_years_too():
    may, july = Partial(date(2025, 5, 1), MONTH), Partial(date(2025, 7, 1), MONTH)
    assert span(may, july, "en") == "May to July 2025"
    assert span(Partial(date(2024, 5, 1), MONTH), july, "en") == "May 2024 to July 2025"
    assert span(Partial(date(2014, 1, 1), YEAR), Partial(date(2026, 1, 1), YEAR), "ar") == "من 2014 إلى 2026"
    assert span(Partial(date(2014, 1, 1), YEAR), july, "en") == "2014 to July 2025"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 30)), st.integers(0, 4000), st.sampled_from(["ar", "en"]))
def test_no_stretch_is_written_with_a_dash(first, length, language):
    last = date.fromordinal(min(first.toordinal() + length, date(2199, 12, 31).toordinal()))
    words = span(Partial(first), Partial(last), language)
    assert [sign for sign in "-–—" if sign in words] == []


@pytest.mark.parametrize(
    ("day", "far"),
    [
        ((2015, 1, 22), Distance("day", 0, ahead=False)),
        ((2015, 2, 1), Distance("day", 10, ahead=True)),
        ((2015, 1, 21), Distance("day", 1, ahead=False)),
        ((2015, 3, 22), Distance("day", 59, ahead=True)),
        ((2015, 4, 21), Distance("month", 2, ahead=True)),
        ((2015, 4, 22), Distance("month", 3, ahead=True)),
        ((2014, 10, 23), Distance("month", 2, ahead=False)),
        ((2016, 12, 31), Distance("month", 23, ahead=True)),
        ((2017, 1, 22), Distance("year", 2, ahead=True)),
        ((2004, 1, 23), Distance("year", 10, ahead=False)),
    ],
)
def test_how_far_a_day_is(day, far):
    assert distance(date(*day), date(2015, 1, 22)) == far


def test_the_hijri_day_by_the_tables_of_umm_al_qura():
    assert hijri(date(2015, 1, 22), "ar") == "2 ربيع الآخر 1436 هـ"
    assert hijri(date(2026, 2, 18), "en") == "1 Ramadan 1447 AH"


def test_beyond_the_tables_no_hijri_day_is_invented():
    assert hijri(date(1924, 7, 31), "ar") is None
    assert hijri(date(2077, 11, 17), "ar") is None
    assert hijri(date(1924, 8, 1), "en") == "1 Muharram 1343 AH"
    assert hijri(date(2077, 11, 16), "en") == "30 Dhu al-Hijja 1500 AH"
