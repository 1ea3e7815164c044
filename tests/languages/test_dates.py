from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from tansiq.languages import dates
from tansiq.languages.numbers import number
from tansiq.languages.ways import HOUSE, Way, write_for

TODAY = date(2026, 6, 8)
LONDON = date(2015, 1, 22)


@pytest.fixture(params=["ar", "en"])
def language(request):
    with override(request.param):
        yield request.param


@pytest.fixture
def arabic():
    with override("ar"):
        yield
    write_for(HOUSE)


@pytest.fixture
def english():
    with override("en"):
        yield
    write_for(HOUSE)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "اليوم"),
        (1, "بعد يوم واحد"),
        (2, "بعد يومين"),
        (3, "بعد 3 أيام"),
        (10, "بعد 10 أيام"),
        (11, "بعد 11 يوماً"),
        (59, "بعد 59 يوماً"),
        (-1, "قبل يوم واحد"),
        (-2, "قبل يومين"),
        (-7, "قبل 7 أيام"),
        (-40, "قبل 40 يوماً"),
    ],
)
def test_arabic_counts_days_in_its_own_forms(arabic, days, words):
    assert dates.away(date.fromordinal(TODAY.toordinal() + days), TODAY) == words


@pytest.mark.parametrize(
    ("day", "arabic_words", "english_words"),
    [
        (date(2026, 8, 8), "بعد شهرين", "in 2 months"),
        (date(2026, 3, 8), "قبل 3 أشهر", "3 months ago"),
        (date(2027, 6, 8), "بعد 12 شهراً", "in 12 months"),
        (date(2024, 6, 8), "قبل سنتين", "2 years ago"),
        (date(2015, 1, 22), "قبل 11 سنة", "11 years ago"),
        (date(2029, 6, 8), "بعد 3 سنوات", "in 3 years"),
        (date(1926, 6, 8), "قبل 100 سنة", "100 years ago"),
    ],
)
def test_months_and_years_too(day, arabic_words, english_words):
    with override("ar"):
        assert dates.away(day, TODAY) == arabic_words
    with override("en"):
        assert dates.away(day, TODAY) == english_words


def test_a_date_is_a_time_element_no_more_exact_than_it_is_known(arabic):
    assert dates.day(LONDON) == '<time datetime="2015-01-22">22 كانون الثاني/يناير 2015</time>'
    assert dates.day(LONDON, "month") == '<time datetime="2015-01">كانون الثاني/يناير 2015</time>'
    assert dates.day(LONDON, "year") == '<time datetime="2015">2015</time>'
    assert dates.day(LONDON, "not_stated") == '<span class="dim">التاريخ غير مذكور</span>'
    assert dates.day(None) == '<span class="dim">التاريخ غير مذكور</span>'


def test_the_reader_chooses_months_digits_and_the_hijri_date(arabic):
    write_for(Way(months="levant", digits="eastern", hijri=True))
    assert dates.day(LONDON) == ('<time datetime="2015-01-22">٢٢ كانون الثاني ٢٠١٥</time> (٢ ربيع الآخر ١٤٣٦ هـ)')
    assert dates.day(LONDON, short=True) == '<time datetime="2015-01-22">٢٢ كانون الثاني ٢٠١٥</time>'
    assert number(1234) == '<bdi class="num">١٬٢٣٤</bdi>'


def test_arabic_digits_stay_on_arabic_pages(english):
    write_for(Way(digits="eastern"))
    assert dates.written(LONDON) == "22 January 2015"
    assert number(60, "%") == '<bdi class="num">60%</bdi>'


def test_a_stretch_of_time_may_be_open(english):
    assert dates.days(LONDON, None) == 'since <time datetime="2015-01-22">22 January 2015</time>'
    assert dates.days(None, LONDON) == 'until <time datetime="2015-01-22">22 January 2015</time>'
    assert dates.days(None, None) == '<span class="dim">date not stated</span>'
    assert dates.days(date(2025, 5, 27), date(2025, 5, 28)) == "27 and 28 May 2025"
    assert dates.days(LONDON, LONDON, "month") == '<time datetime="2015-01">January 2015</time>'


def test_an_instant_is_told_to_the_minute_or_to_the_hour(language):
    at = datetime(2026, 6, 8, 23, 5, tzinfo=UTC)
    exact, hour = {
        "en": ("8 June 2026, 23:05 UTC", "8 June 2026, between 23:00 and 00:00 UTC"),
        "ar": (
            "8 حزيران/يونيو 2026، الساعة 23:05 بالتوقيت العالمي",
            "8 حزيران/يونيو 2026، بين الساعة 23:00 والساعة 00:00 بالتوقيت العالمي",
        ),
    }[language]
    assert dates.moment(at) == f'<time datetime="2026-06-08T23:05+00:00">{exact}</time>'
    assert dates.moment(at, exact=False) == f'<time datetime="2026-06-08">{hour}</time>'


def test_a_table_tells_an_instant_in_fewer_words(arabic):
    at = datetime(2026, 6, 8, 10, 5, tzinfo=UTC)
    assert dates.moment(at, short=True) == '<time datetime="2026-06-08T10:05+00:00">8 يونيو 2026، 10:05</time>'
    assert dates.moment(at, exact=False, short=True) == (
        '<time datetime="2026-06-08">8 يونيو 2026، من 10:00 إلى 11:00</time>'
    )
