"""Digits: Arabic-Indic and Western, and numbers as people type them, never silently a thousand times too large."""

import re
from decimal import Decimal

WESTERN = "0123456789"
EASTERN = "٠١٢٣٤٥٦٧٨٩"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
LONGEST = 30  # Digits in one number.

_TO_WESTERN = str.maketrans(EASTERN + PERSIAN, WESTERN * 2)
_TO_EASTERN = str.maketrans(WESTERN, EASTERN)
_UNSEEN = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_WESTERN_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_EASTERN_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:٬[0-9]{3})+)(?:٫[0-9]+)?")
_ALIKE = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


class NotANumber(ValueError):
    """What was typed is no number; the code says why: empty, letters, separators, ambiguous, long, fraction."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def western(text: str) -> str:
    """The same text with the digits 0–9.

    >>> western("٢٢ يناير ٢٠١٥")
    '22 يناير 2015'
    """
    return text.translate(_TO_WESTERN)


def eastern(text: str) -> str:
    """The same text with the digits ٠–٩.

    >>> eastern("22 يناير 2015")
    '٢٢ يناير ٢٠١٥'
    """
    return text.translate(_TO_EASTERN)


def decimal(text: str) -> Decimal:
    """The number that was typed, in either script.

    Separators of both scripts in one number are refused, and so is a comma that does not part thousands.
    "1.234" is refused too: one country reads it as a thousand times what another does.

    >>> decimal("1,234.5"), decimal("١٬٢٣٤٫٥"), decimal("٢٠١٥")
    (Decimal('1234.5'), Decimal('1234.5'), Decimal('2015'))

    Raises:
        NotANumber: with the code of the reason.
    """
    if text.isascii() and text.isdigit() and len(text) <= LONGEST:  # Most of what is typed.
        return Decimal(text)
    typed = western(_UNSEEN.sub("", text).strip().replace("\u2212", "-"))
    if not typed:
        raise NotANumber("empty")
    if sum(map(str.isdigit, typed)) > LONGEST:
        raise NotANumber("long")
    if not re.fullmatch(r"[-0-9.,٬٫،]+", typed):
        raise NotANumber("letters")
    if _ALIKE.fullmatch(typed):
        raise NotANumber("ambiguous")
    if _WESTERN_NUMBER.fullmatch(typed) or _EASTERN_NUMBER.fullmatch(typed):
        return Decimal(typed.replace(",", "").replace("٬", "").replace("٫", "."))
    raise NotANumber("separators")


def whole(text: str) -> int:
    """The whole number that was typed.

    >>> whole("١٬٢٣٤")
    1234

    Raises:
        NotANumber: with the code of the reason.
    """
    number = decimal(text)
    if number != number.to_integral_value():
        raise NotANumber("fraction")
    return int(number)


def grouped(number: int | Decimal) -> str:
    """A number in Western digits, its thousands parted.

    >>> grouped(1234567), grouped(Decimal("1234.50"))
    ('1,234,567', '1,234.50')
    """
    return f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"


def grouped_eastern(number: int | Decimal) -> str:
    """A number in Arabic-Indic digits, with their own separators.

    >>> grouped_eastern(Decimal("1234.5"))
    '١٬٢٣٤٫٥'
    """
    return eastern(grouped(number)).translate(str.maketrans(",.", "٬٫"))
