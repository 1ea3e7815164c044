"""Alphabetical order in Arabic and English."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.arabic import sort_key


def test_the_article_and_the_hamza_make_no_noise():
    names = [
        "الولايات المتحدة",
        "أوكرانيا",
        "إيطاليا",
        "آيسلندا",
        "الأردن",
        "البحرين",
        "تشاد",
        "الاتحاد الأوروبي",
        "أستراليا",
    ]
    assert sorted(names, key=sort_key) == [
        "الاتحاد الأوروبي",
        "الأردن",
        "أستراليا",
        "أوكرانيا",
        "آيسلندا",
        "إيطاليا",
        "البحرين",
        "تشاد",
        "الولايات المتحدة",
    ]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("ألمانيا", "المانيا"),  # Its first two letters are its own.
        ("المملكة المتحدة", "مملكه متحده"),
        ("مُحَمَّـد", "محمد"),  # Vowel signs and the stretching stroke.
        ("\ufefb", "لا"),  # A presentation form.
        ("الي", "الي"),  # Too short to carry the article.
        ("Türkiye", "turkiye"),
        ("Côte d’Ivoire", "cote d’ivoire"),
    ],
)
def test_a_name_is_bared(name, bare):
    assert sort_key(name)[0] == bare


def test_english_names_are_sorted_without_accents_and_case():
    assert sorted(["Türkiye", "Tunisia", "türk", "Togo"], key=sort_key) == ["Togo", "Tunisia", "türk", "Türkiye"]


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_names_share_a_place_only_where_they_are_one(one, other):
    same = unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)
    assert (sort_key(one) == sort_key(other)) == same
