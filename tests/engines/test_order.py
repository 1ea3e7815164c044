"""The order of members: in the reader's language, by accession, as agreed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.arabic import sort_key
from tansiq.engines.order import BY_ACCESSION, BY_NAME, CUSTOM, ORDERS, place

NAMES = {
    "ar": ["الأردن", "إسبانيا", "ألمانيا", "المملكة المتحدة", "النمسا", "هولندا", "اليابان"],
    "en": ["Austria", "The Bahamas", "Côte d’Ivoire", "Österreich", "the Philippines", "Türkiye"],
}


@pytest.mark.parametrize("language", NAMES)
def test_each_language_has_its_alphabet(language):
    names = NAMES[language]
    mixed = [*names[3:], *names[:3]]
    assert sorted(mixed, key=lambda name: place(BY_NAME, name=name, code="", joined_on=None)) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إمارة", "اماره"),
        ("آسيا", "اسيا"),
        ("مدينة", "مدينه"),
        ("ليلى", "ليلي"),
        ("ســـلام", "سلام"),
        ("سَلَامٌ", "سلام"),
        ("المدينة", "مدينة"),
        ("The Bay", "Bay"),
        ("THE BAY", "bay"),
        ("Málaga", "malaga"),
    ],
)
def test_noise_does_not_move_a_name(one, other):
    assert sort_key(one)[0] == sort_key(other)[0]


def test_a_name_that_begins_like_the_article_is_left():
    assert sort_key("Theia")[0] == "theia"
    assert sort_key("The")[0] == "the"


MEMBERS = {"C": ("Beta", date(2020, 1, 1)), "A": ("Alpha", None), "B": ("Gamma", date(2019, 1, 1)), "D": ("Beta", None)}


def ordered(order: str, agreed: dict[str, int]) -> list[str]:
    def at(code: str) -> object:
        name, joined_on = MEMBERS[code]
        return place(order, name=name, code=code, joined_on=joined_on, agreed=agreed)

    return sorted(MEMBERS, key=at)


def test_by_accession_whoever_has_no_day_comes_last_by_name():
    assert ordered(BY_ACCESSION, {}) == ["B", "C", "A", "D"]


def test_as_agreed_whoever_is_not_named_comes_last_by_name():
    assert ordered(CUSTOM, {"D": 0, "B": 1}) == ["D", "B", "A", "C"]


def test_by_name_the_code_decides_between_equals():
    assert ordered(BY_NAME, {}) == ["A", "C", "D", "B"]


@given(st.lists(st.tuples(st.text(max_size=8), st.dates() | st.none()), max_size=8), st.sampled_from(ORDERS))
def test_every_order_is_one_order_whatever_comes_first(members, order):
    coded = [(f"M{number}", name, on) for number, (name, on) in enumerate(members)]
    agreed = {code: at for at, (code, _name, _on) in enumerate(coded[::2])}

    def at(one):
        code, name, on = one
        return place(order, name=name, code=code, joined_on=on, agreed=agreed)

    mixed = [*coded[3:], *coded[:3]]
    assert sorted(coded, key=at) == sorted(mixed, key=at)
    assert len({at(one) for one in coded}) == len(coded)
