"""The phrase of a unit for a number, from the forms that its record gives."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from tansiq.engines.counting.categories import category

Forms = Mapping[str, str]  # A phrase for each category; `{}` is where the number stands.

# What a unit that bends must have in each language, and what it may have beside that. `two_after` is the dual behind
# a word that governs it: more than two members, أكثر من عضوين.
ALWAYS: Final = {"en": ("one", "other"), "ar": ("one", "two", "few", "many", "other")}
MAY_BE_MORE: Final = {"en": (), "ar": ("zero", "two_after")}
GENERAL = "other"


def phrase(forms: Forms, number: Decimal, language: str, *, after: bool = False, of_scale: bool = False) -> str | None:
    """A unit's phrase for a number, which may stand after a hedge, or be told in millions; None where no form tells.

    A unit with the general form alone never bends: a sign, a code.

    >>> members = {"one": "عضو واحد", "two": "عضوان", "few": "{} أعضاء", "many": "{} عضوًا", "other": "{} عضو"}
    >>> [phrase(members, Decimal(number), "ar") for number in (0, 2, 7, 90)]
    ['{} عضو', 'عضوان', '{} أعضاء', '{} عضوًا']
    >>> phrase(members, Decimal(3), "ar", of_scale=True), phrase(members, Decimal(2), "ar", after=True)
    ('{} عضو', None)
    >>> phrase({"other": "{} km²"}, Decimal(1), "en")
    '{} km²'
    """
    if of_scale or set(forms) == {GENERAL}:
        return forms.get(GENERAL)
    found = category(number, language)
    if found == "two" and after:
        found = "two_after"
    if found == "zero" and found not in forms:
        found = GENERAL
    return forms.get(found)


def phrase_of_range(forms: Forms, high: Decimal, language: str, *, of_scale: bool = False) -> str | None:
    """A unit's phrase for a range: that of its upper end; up to two the general one, for both ends are written.

    >>> phrase_of_range({"one": "{} member", "other": "{} members"}, Decimal(1), "en")
    '{} members'
    """
    if category(high, language) in ("zero", "one", "two"):
        return forms.get(GENERAL)
    return phrase(forms, high, language, of_scale=of_scale)
