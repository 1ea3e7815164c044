"""Counting: the form in which a unit stands beside its number, in Arabic and in English.

    category(Decimal(90), "ar")              → "many"
    phrase(forms, Decimal(90), "ar")         → "{} عضوًا", the number in place of the braces; None where no form tells
    phrase_of_range(forms, Decimal(90), "ar") → the same for a range that ends there
    SCALES, CURRENCIES                       → the forms of millions and billions, and of the currencies

A unit's forms are data: a coalition gives those of its own units in its record file (docs/record-file.md).
"""

from tansiq.engines.counting.categories import category
from tansiq.engines.counting.phrases import ALWAYS, MAY_BE_MORE, Forms, phrase, phrase_of_range
from tansiq.engines.counting.shipped import CURRENCIES, SCALES

__all__ = ["ALWAYS", "CURRENCIES", "MAY_BE_MORE", "SCALES", "Forms", "category", "phrase", "phrase_of_range"]
