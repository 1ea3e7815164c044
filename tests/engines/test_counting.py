"""Units agree with their numbers: every unit of the shipped record and every currency, from nought to a thousand."""

import json
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.counting import ALWAYS, CURRENCIES, SCALES, category, phrase, phrase_of_range
from tests.world import ROOT

RECORD = json.loads((ROOT / "tansiq" / "demonstration" / "coalition.json").read_text())
ROWS = [row for section in ("measures", "bases", "contributions") for row in RECORD[section] if row.get("unit")]
SHIPPED = {row["unit"]["en"]: row["unit"]["forms"] for row in ROWS}
NAMES = {row["unit"]["en"]: row["unit"]["ar"] for row in ROWS}
COUNTED = {**SHIPPED, **CURRENCIES, **{f"{scale} {named}": forms for (scale, named), forms in SCALES.items()}}
THOUSAND = range(1001)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_categories_are_those_of_the_unicode_cldr(language):
    rule = Locale(language).plural_form
    assert [one for one in THOUSAND if category(Decimal(one), language) != rule(one)] == []


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False), st.sampled_from(["ar", "en"]))
def test_of_a_fraction_and_of_a_great_number_too(number, language):
    number = number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    assert category(number, language) == Locale(language).plural_form(number)


def test_every_unit_of_the_shipped_record_has_its_forms_and_the_same_wherever_it_stands():
    assert [row["ref"] for row in ROWS if set(row["unit"].get("forms", {})) != {"ar", "en"}] == []
    assert [row["ref"] for row in ROWS if row["unit"]["forms"] != SHIPPED[row["unit"]["en"]]] == []
    assert {name: forms for name, forms in SHIPPED.items() if "two_after" not in forms["ar"]} == {}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", COUNTED)
def test_a_number_of_everything_from_nought_to_a_thousand(name, language):
    forms = COUNTED[name][language]
    for number in THOUSAND:
        for after in (False, True):
            told = phrase(forms, Decimal(number), language, after=after)
            assert told, (name, number)
            assert told.startswith("{}") or (language == "ar" and number in (1, 2)), (name, number)
    for number in THOUSAND:
        assert phrase_of_range(forms, Decimal(number), language).startswith("{} "), (name, number)


@pytest.mark.parametrize("name", [name for name in COUNTED if len(COUNTED[name]["ar"]) > 1])
def test_the_arabic_forms_are_made_as_the_grammar_says(name):
    """The dual ends in ان and behind a hedge in ين; from eleven on what ends in no ة takes tanwin."""
    forms = COUNTED[name]["ar"]
    two, after = forms["two"].split()[0], forms["two_after"].split()[0]
    assert (two.removesuffix("ن")[-1], after.removesuffix("ن")[-1]) == ("ا", "ي")
    assert two.removesuffix("ن")[:-1] == after.removesuffix("ن")[:-1]
    one = forms["other"].removeprefix("{} ").split()[0]
    assert forms["one"].split()[0] == one
    assert two.startswith(one.removesuffix("ة"))
    many = forms["many"].removeprefix("{} ").split()[0]
    if not name.endswith(" True"):  # Millions of something: no tanwin before what they are of.
        assert many == one if one.endswith("ة") else many in (f"{one}ًا", f"{one}ً")


@pytest.mark.parametrize("name", SHIPPED)
def test_few_are_named_as_the_unit_itself_is(name):
    assert SHIPPED[name]["ar"]["few"] == f"{{}} {NAMES[name]}"
    assert SHIPPED[name]["en"]["other"] == f"{{}} {name}"


def test_a_form_that_is_missing_is_never_made_up():
    forms = {name: form for name, form in SHIPPED["members"]["ar"].items() if name != "two_after"}
    assert phrase(forms, Decimal(2), "ar", after=True) is None
    assert phrase({}, Decimal(90), "ar") is None
    assert phrase_of_range({}, Decimal(2), "ar") is None
    assert set(ALWAYS["ar"]) == set(forms)
