"""Names that can be shown as they stand."""

import pytest

from tansiq.engines.naming import flaw, tidy


@pytest.mark.parametrize(
    ("name", "language", "found"),
    [
        ("Sahlan", "en", None),
        ("Côte d’Ivoire", "en", None),
        ("Bosnia-Herzegovina (BiH)", "en", None),
        ("المنظمة الدولية للشرطة الجنائية (INTERPOL)", "ar", None),
        ("مُحَمَّد", "ar", None),
        ("\u0415gypt", "en", "scripts"),  # A Cyrillic Е.
        ("\u0421\u043e\u0441\u043e", "en", "scripts"),  # Wholly Cyrillic.
        ("Sahlanسهلان", "en", "scripts"),
        ("سهلان", "en", "letters"),
        ("Sahlan", "ar", "letters"),
        ("123", "en", "letters"),
        ("", "en", "letters"),
        ("Sah\u202elan", "en", "unseen"),
        ("Sah\u200blan", "en", "unseen"),
        ("Sah\U000e0041lan", "en", "unseen"),
        ("Sah\x00lan", "en", "unseen"),
        ("Sah\nlan", "en", "unseen"),
        ("S" * 121, "en", "long"),
        ("S\u0301\u0301\u0301\u0301ahlan", "en", "marks"),
    ],
)
def test_a_flaw_is_named(name, language, found):
    assert flaw(name, language) == found


def test_a_name_is_tidied_to_one_form():
    assert tidy("  Co\u0302te   d’Ivoire ") == "Côte d’Ivoire"
