import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from tansiq.engines.charts import REACHED, Level, Mark, Node, Stage
from tansiq.languages import charts, numbers
from tansiq.languages.ways import HOUSE, Way, write_for

SOME = [Mark(date(2016, 7, 20), Decimal("2.1e9")), Mark(date(2019, 6, 25), Decimal("20e9"), label="<b>")]


@pytest.fixture
def eastern():
    write_for(Way(digits="eastern"))
    yield
    write_for(HOUSE)


def shown(svg):
    return [re.sub("[\u2066-\u2069]", "", text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def test_a_drawing_comes_in_two_widths_in_the_readers_language():
    with override("ar"):
        wide, narrow = charts.figures(SOME, title="الأموال", desc="مليارا دولار", counted="دولارات")
    assert isinstance(wide, SafeString)
    assert ('class="wide"' in wide, 'class="narrow"' in narrow) == (True, True)
    assert {"5 مليارات", "15 مليارا", "دولارات"} <= set(shown(wide))
    assert "<desc>مليارا دولار</desc>" in wide
    assert "<b>" not in wide
    with override("en"):
        wide, _ = charts.figures(SOME, title="Funds", desc="", counted="dollars")
    assert {"5 billion", "15 billion", "dollars", "2017"} <= set(shown(wide))


def test_the_reader_chooses_the_digits(eastern):
    with override("ar"):
        wide, _ = charts.figures([Mark(date(2016, 7, 20), Decimal(40))], title="…", desc="…", share=True)
    assert {"٢٥%", "١٠٠%", "٢٠١٦"} <= set(shown(wide))


def test_an_item_of_a_chain_is_given_its_month_and_year():
    nodes = [Node("a", date(2021, 6, 28), code="d15"), Node("b", date(2023, 1, 1), "year", code="d20", when="in 2023")]
    with override("en"):
        wide, _ = charts.chain(nodes, [("a", "b")], title="…", desc="…")
    assert shown(wide) == ["d15", "Jun 2021", "d20", "in 2023"]
    with override("ar"):
        wide, _ = charts.chain(nodes[:1], [], title="…", desc="…")
    assert shown(wide) == ["d15", "يونيو 2021"]


def test_scale_stages_and_sparkline_are_safe_to_show():
    now = Mark(date(2017, 3, 22), Decimal(60), qualifier="more_than", label="more than 60%")
    ends = {"baseline": Level(Decimal(0), "0%"), "target": Level(Decimal(100), "100%")}
    with override("en"):
        assert shown(charts.scale(now, title="…", desc="…", **ends)[1]) == ["more than 60%", "0%", "100%"]
        assert shown(charts.stages([Stage("Pledged", REACHED, "2018")], title="…", desc="…")[0]) == ["Pledged", "2018"]
        assert isinstance(charts.sparkline(SOME), SafeString)


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        (2_100_000_000, "2.1 billion", "2.1 مليار"),
        (3_000_000_000, "3 billion", "3 مليارات"),
        (7_700_000, "7.7 million", "7.7 مليون"),
        (20_000_000, "20 million", "20 مليونًا"),
        (394_000_000, "394 million", "394 مليونًا"),
        (703_414_098, "703,414,098", "703,414,098"),
        (40_000, "40,000", "40,000"),
    ],
)
def test_a_number_is_short_only_where_that_is_exact(value, english, arabic):
    with override("en"):
        assert numbers.short(Decimal(value)) == english
    with override("ar"):
        assert numbers.short(Decimal(value)) == arabic


def test_a_rounded_number_is_asked_for():
    with override("en"):
        assert numbers.short(Decimal(703_414_098), beside=True) == "703.4 million"
