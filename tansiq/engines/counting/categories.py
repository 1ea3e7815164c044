"""The plural categories of the Unicode CLDR, for the languages that the house speaks."""

from decimal import Decimal

FEW, MANY = range(3, 11), range(11, 100)


def category(number: Decimal, language: str) -> str:
    """Which form of what is counted a number takes; of a fraction Arabic and English say the general one.

    >>> [category(Decimal(number), "ar") for number in (0, 1, 2, 3, 110, 11, 2090, 100, 102)]
    ['zero', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'other']
    >>> category(Decimal("2.5"), "ar"), category(Decimal(1), "en"), category(Decimal(0), "en")
    ('other', 'one', 'other')
    """
    number = abs(number)
    if number == 1:
        return "one"
    if language != "ar" or number != number.to_integral_value():
        return "other"
    if number in (0, 2):
        return "two" if number else "zero"
    last = int(number % 100)
    if last in FEW:
        return "few"
    return "many" if last in MANY else "other"
