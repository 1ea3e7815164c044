from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.dates import DAY, MONTH, YEAR, Partial, Unreadable, read, write
from tansiq.engines.dates.months import FAMILIES, GULF, LEVANT
from tansiq.engines.digits import eastern

PARTIALS = st.builds(Partial, st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from([DAY, MONTH, YEAR]))


@given(PARTIALS, st.sampled_from(["ar", "en"]), st.sampled_from(sorted(FAMILIES)), st.booleans(), st.booleans())
def test_every_date_that_we_write_is_read_back(when, language, family, short, weekday):
    written = write(when, language, family, short=short, weekday=weekday)
    assert read(written) == when
    assert read(eastern(written)) == when
    assert read(when.iso) == when


@given(st.integers(1, 12), st.sampled_from(["", "/", " / ", " "]), st.booleans())
def test_doubled_names_are_read_with_and_without_a_stroke(month, between, levant_first):
    names = (LEVANT[month - 1], GULF[month - 1]) if levant_first else (GULF[month - 1], LEVANT[month - 1])
    assert read(f"14 {between.join(names)} 2014") == Partial(date(2014, month, 14))


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("سبتمبرأيلول 2014", "2014-09"),
        ("١٠ سبتمبرأيلول ٢٠١٤", "2014-09-10"),
        ("22 كانون ثاني 2015", "2015-01-22"),
        ("22 كانون الثاني (يناير) 2015", "2015-01-22"),
        ("الخميس، 22 يناير 2015", "2015-01-22"),
        ("في 22 يناير من عام 2015", "2015-01-22"),
        ("2015 يناير 22", "2015-01-22"),
        ("ابريل 2016", "2016-04"),
        ("يونيه 2016", "2016-06"),
        ("يوليوز 2016", "2016-07"),
        ("17 غشت 2016", "2016-08-17"),
        ("17 أوت 2016", "2016-08-17"),
        ("1 آب 2016", "2016-08-01"),
        ("22 يَنَاير 2015", "2015-01-22"),
        ("January 22, 2015", "2015-01-22"),
        ("22nd of January 2015", "2015-01-22"),
        ("22 JAN 2015", "2015-01-22"),
        ("Sept 2014", "2014-09"),
        ("2015-01-22", "2015-01-22"),
        ("٢٠١٥/١/٢٢", "2015-01-22"),
        ("22/1/2015", "2015-01-22"),
        ("1/22/2015", "2015-01-22"),
        ("2/2/2016", "2016-02-02"),
        ("2015", "2015"),
        ("٢٠١٥", "2015"),
        ("\u200f22 يناير 2015\u200e", "2015-01-22"),
        ("29 شباط 2016", "2016-02-29"),
        ("٢ ربيع الآخر ١٤٣٦ هـ", "2015-01-22"),
        ("الخميس 2 ربيع الثاني 1436", "2015-01-22"),
        ("1 Ramadan 1447 AH", "2026-02-18"),
        ("1447-09-01", "2026-02-18"),
    ],
)
def test_what_people_type_is_read(typed, iso):
    assert read(typed).iso == iso


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        (" \u200f ", "empty"),
        ("soon", "words"),
        ("22", "words"),
        ("22 مارس/نيسان 2015", "words"),
        ("22 يناير 2015 أو 2016", "words"),
        ("22 23 يناير 2015", "words"),
        ("2 ربيع الآخر 2015", "year"),  # A Hijri month in a Gregorian year.
        ("22 يناير 1436", "year"),
        ("ربيع الآخر 1436", "year"),  # A Hijri month alone is no month of ours.
        ("31 صفر 1436", "impossible"),
        ("9999-12-31T23:59:60", "words"),
        ("२२ يناير 2015", "words"),
        ("22² يناير 2015", "words"),
        ("يناير " * 100, "words"),
        ("22 يناير", "no_year"),
        ("22 يناير 15", "year"),
        ("0000", "year"),
        ("1436", "year"),
        ("1436-04-31", "impossible"),
        ("22 يناير 9999", "year"),
        ("10000-01-01", "words"),
        ("1/2/2015", "ambiguous"),
        ("٠١/٠٢/٢٠١٥", "ambiguous"),
        ("30 شباط 2015", "impossible"),
        ("29/2/2015", "impossible"),
        ("2015-13-01", "impossible"),
        ("2015-00-10", "impossible"),
        ("0 يناير 2015", "impossible"),
        ("13/13/2015", "impossible"),
        ("الجمعة 22 يناير 2015", "weekday"),
        ("Thursday January 2015", "weekday"),
    ],
)
def test_what_could_be_misread_is_refused_with_its_reason(typed, code):
    with pytest.raises(Unreadable) as refusal:
        read(typed)
    assert refusal.value.code == code


@given(st.text() | st.text(alphabet="0123456789٠١٢/-. يناير"))
def test_anything_typed_is_read_or_refused(typed):
    try:
        assert 1900 <= read(typed).value.year <= 2199
    except Unreadable as refusal:
        assert refusal.code in {  # noqa: PT017 -- either is right
            "empty", "words", "year", "no_year", "ambiguous", "impossible", "weekday",
        }  # fmt: skip
