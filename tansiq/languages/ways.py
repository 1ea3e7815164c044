"""How dates and numbers are written for this reader: month names by country, digits, Hijri beside Gregorian."""

from contextvars import ContextVar
from dataclasses import dataclass

from django.utils.translation import get_language

from tansiq.engines.digits import eastern


@dataclass(frozen=True)
class Way:
    """The way of one reader; the coalition's own where the reader has chosen none."""

    months: str = "both"
    digits: str = "western"
    hijri: bool = False


HOUSE = Way()
_way: ContextVar[Way] = ContextVar("way", default=HOUSE)


def write_for(way: Way) -> None:
    """Write dates and numbers in this way from now on, as one activates a language."""
    _way.set(way)


def way() -> Way:
    """The way of the present reader; Arabic-Indic digits only in Arabic."""
    chosen = _way.get()
    return chosen if language() == "ar" else Way(chosen.months, "western", chosen.hijri)


def language() -> str:
    """The language of the present page: Arabic or English."""
    return "en" if (get_language() or "ar").split("-")[0] == "en" else "ar"


def in_digits(text: str) -> str:
    """A text in the digits that the reader prefers."""
    return eastern(text) if way().digits == "eastern" else text
