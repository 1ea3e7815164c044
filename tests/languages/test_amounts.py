"""Amounts on pages and in drawings: the unit agrees with its number; what lacks a form is no wrong grammar."""

import json
import re
from decimal import Decimal

import pytest
from django.utils import translation

from tansiq.languages.amounts import Amount, told, told_plainly, unit_of_money
from tansiq.languages.units import Unit
from tansiq.languages.ways import Way, write_for
from tansiq.languages.words import Words
from tests.world import ROOT

RECORD = json.loads((ROOT / "tansiq" / "demonstration" / "coalition.json").read_text())
ROWS = [row["unit"] for row in (*RECORD["measures"], *RECORD["contributions"]) if row.get("unit")]
UNITS = {
    one["en"]: Unit("en", {"en": one["en"], "ar": one["ar"]}, forms=one["forms"])
    for one in ROWS
}  # fmt: skip
WELLS = Words.of("en", en="wells", ar="آبار")


def said(language, unit, value, qualifier="none_stated", **more):
    amount = Amount(None if value is None else Decimal(value), qualifier, unit=unit, **more)
    with translation.override(language):
        plainly = told_plainly(amount)
        assert re.sub(r"<[^>]+>", "", told(amount)) == plainly
    return plainly


@pytest.mark.parametrize(
    ("unit", "value", "hedge", "arabic", "english"),
    [
        ("members", "0", "", "0 عضو", "0 members"),
        ("members", "1", "", "عضو واحد", "1 member"),
        ("members", "2", "", "عضوان", "2 members"),
        ("members", "2", "more_than", "أكثر من عضوين", "more than 2 members"),
        ("members", "2", "exact", "عضوان بالضبط", "exactly 2 members"),
        ("members", "3", "", "3 أعضاء", "3 members"),
        ("members", "10", "about", "نحو 10 أعضاء", "about 10 members"),
        ("members", "90", "", "90 عضوًا", "90 members"),
        ("members", "102", "nearly", "ما يقرب من 102 عضو", "nearly 102 members"),
        ("persons", "40000", "more_than", "أكثر من 40,000 شخص", "more than 40,000 persons"),
        ("persons", "2.5", "", "2.5 شخص", "2.5 persons"),
        ("persons", "1000000", "at_least", "ما لا يقل عن مليون شخص", "at least 1 million persons"),
        ("persons", "2000000", "nearly", "ما يقرب من مليوني شخص", "nearly 2 million persons"),
        ("persons", "2000000", "", "مليونا شخص", "2 million persons"),
        ("persons", "3000000", "", "3 ملايين شخص", "3 million persons"),
        ("persons", "7700000", "about", "نحو 7.7 مليون شخص", "about 7.7 million persons"),
        ("persons", "3220362", "", "3,220,362 شخصًا", "3,220,362 persons"),
        ("US dollars", "20000000000", "", "20 مليار دولار أمريكي", "20 billion US dollars"),
        ("km²", "90800", "", "90,800 كيلومتر مربع", "90,800 km²"),
        ("square miles", "2", "at_most", "ما لا يزيد على ميلين مربعين", "at most 2 square miles"),
        ("persons per month", "45", "", "45 شخصًا في الشهر", "45 persons per month"),
    ],
)
def test_a_unit_agrees_with_its_number(unit, value, hedge, arabic, english):
    assert said("ar", UNITS[unit], value, hedge) == arabic
    assert said("en", UNITS[unit], value, hedge) == english


@pytest.mark.parametrize(
    ("low", "high", "arabic", "english"),
    [
        ("18000", "22000", "بين 18,000 و22,000 شخص", "between 18,000 and 22,000 persons"),
        ("3", "11", "بين 3 و11 شخصًا", "between 3 and 11 persons"),
        ("98", "103", "بين 98 و103 أشخاص", "between 98 and 103 persons"),
        ("0", "1", "بين 0 و1 شخص", "between 0 and 1 persons"),
        ("1000000", "2000000", "بين مليون ومليوني شخص", "between 1 million and 2 million persons"),
        ("2000000", "3000000", "بين مليونين و3 ملايين شخص", "between 2 million and 3 million persons"),
    ],
)
def test_a_range_takes_the_form_of_its_upper_end(low, high, arabic, english):
    assert said("ar", UNITS["persons"], low, "range", high=Decimal(high)) == arabic
    assert said("en", UNITS["persons"], low, "range", high=Decimal(high)) == english


@pytest.mark.parametrize("value", ["0", "1", "2", "7", "90", "100", "2.5", "2000000"])
@pytest.mark.parametrize(("language", "name"), [("ar", "آبار"), ("en", "wells")])
def test_a_unit_without_forms_stands_in_brackets_where_nothing_has_to_agree(language, name, value):
    assert said(language, WELLS, value).endswith(f" ({name})")
    assert said(language, WELLS, value, "more_than").endswith(f" ({name})")
    assert said(language, WELLS, "0", "range", high=Decimal(value) + 1).endswith(f" ({name})")


def test_a_unit_named_in_another_language_is_marked_as_such():
    with translation.override("ar"):
        assert told(Amount(Decimal(250), "about", unit=Words.of("en", en="vehicles"))) == (
            'نحو <bdi class="num">250</bdi> (<span lang="en" dir="ltr">vehicles</span>)'
        )


def test_shares_and_words():
    assert said("ar", None, "60", "more_than", share=True) == "أكثر من 60 في المائة"
    assert said("en", None, "33.3", share=True) == "33.3 per cent"
    assert said("ar", None, "30", "range", high=Decimal(40), share=True) == "بين 30 و40 في المائة"
    over = Words.of("en", en="just over", ar="يزيد قليلا على")
    assert said("ar", UNITS["US dollars"], "601000000", "more_than", words=over) == (
        "«يزيد قليلا على» (أكثر من 601 مليون دولار أمريكي)"
    )
    assert said("en", UNITS["rifles"], None, "words_only", words=Words.of("en", en="a great many")) == "“a great many”"


@pytest.mark.parametrize(
    ("currency", "value", "arabic", "english"),
    [
        ("USD", "1", "دولار أمريكي واحد", "1 US dollar"),
        ("CAD", "7", "7 دولارات كندية", "7 Canadian dollars"),
        ("EUR", "2", "2 يورو", "2 euros"),
        ("XOF", "5000", "5,000 \u2068XOF\u2069", "5,000 \u2068XOF\u2069"),
        ("", "24000000", "24 مليونًا (لم تُذكر العملة)", "24 million (currency not stated)"),
    ],
)
def test_money(currency, value, arabic, english):
    for language, wanted in (("ar", arabic), ("en", english)):
        with translation.override(language):
            unit = unit_of_money(currency)
        assert said(language, unit, value) == wanted


def test_in_eastern_digits():
    write_for(Way(digits="eastern"))
    try:
        assert said("ar", UNITS["members"], "90", "about") == "نحو ٩٠ عضوًا"
    finally:
        write_for(Way())


def test_what_a_form_holds_is_words_and_never_a_place_to_format():
    unit = Unit("en", {"en": "x"}, forms={"en": {"other": "{} <b>&"}})
    with translation.override("en"):
        assert told(Amount(Decimal(3), "", unit=unit)) == '<bdi class="num">3</bdi> &lt;b&gt;&amp;'
    assert said("en", Unit("en", {"en": "x"}, forms={"en": {"other": "{} {0.x} {}"}}), "3") == "3 {0.x} {}"
