"""How dates and numbers are written for this reader: month names by country, digits, Hijri beside Gregorian."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.utils.translation import get_language

from tansiq.engines.digits import eastern


@dataclass(frozen=True)
class Way:
    """The way of one reader; the coalition's own where the reader has chosen none."""

    months: str = "both"
    digits: str = "western"
    hijri: bool = False
    zone: str = ""  # By its IANA name; empty where the reader has chosen none.


P = ParamSpec("P")
R = TypeVar("R")
HELD = 4096  # Writings of one kind that are remembered.
HOUSE = Way()
_way: ContextVar[Way] = ContextVar("way", default=HOUSE)


def write_for(way: Way) -> None:
    """Write dates and numbers in this way from now on, as one activates a language."""
    _way.set(way)


def way() -> Way:
    """The way of the present reader; Arabic-Indic digits only in Arabic."""
    chosen = _way.get()
    return chosen if language() == "ar" else Way(chosen.months, "western", chosen.hijri, chosen.zone)


def language() -> str:
    """The language of the present page: Arabic or English."""
    return "en" if (get_language() or "ar").split("-")[0] == "en" else "ar"


def in_digits(text: str) -> str:
    """A text in the digits that the reader prefers."""
    return eastern(text) if way().digits == "eastern" else text


def remembered(written: Callable[P, R]) -> Callable[P, R]:
    """Remember what is written, by what is given, the language and the way: a page writes one date many times."""

    @lru_cache(maxsize=HELD)
    def held(_language: str | None, _way: Way, *given: P.args, **options: P.kwargs) -> R:
        return written(*given, **options)

    @wraps(written)
    def found(*given: P.args, **options: P.kwargs) -> R:
        return held(get_language(), _way.get(), *given, **options)  # type: ignore[arg-type] # dates and words: hashable

    return found
