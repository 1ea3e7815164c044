"""Numbers with decimals, as exact as they were stated, and the words that hedge them."""

# ruff: noqa: D102 -- what each method of a kind is for, Kind says once

import re
from decimal import Decimal
from typing import Final

from tansiq.engines.record_file.kinds import Choice, Kind
from tansiq.engines.record_file.places import Place, Wrong

DECIMAL: Final = re.compile(r"-?(0|[1-9][0-9]{0,19})(\.[0-9]{1,6})?", re.ASCII)

# A hedge is a fact. Where a source states none, none is stated: that is not the same as exact.
PLAIN_QUALIFIERS: Final = ("none_stated", "exact", "about", "nearly", "more_than", "at_least", "at_most", "less_than")
QUALIFIERS: Final = (*PLAIN_QUALIFIERS, "range", "words_only")
QUALIFIER: Final = Choice(QUALIFIERS)
PLAIN_QUALIFIER: Final = Choice(PLAIN_QUALIFIERS)


class Quantity(Kind):
    """A number with decimals, in a string: readers of JSON round what is written as a number."""

    def read(self, value: object, place: Place) -> Decimal:
        if not isinstance(value, str):
            raise Wrong("wrong_type", wanted="decimal")
        if not DECIMAL.fullmatch(value) or (value.startswith("-") and not Decimal(value)):
            raise Wrong("wrong_shape", wanted="decimal", given=value)
        return Decimal(value)

    def write(self, value: Decimal | None) -> str | None:
        return None if value is None else format(value, "f")

    def described(self) -> str:
        return 'decimal, `"33.3"`'


def check_qualified(
    place: Place,
    qualifier: str,
    value: tuple[str, Decimal | None],
    high: Decimal | None,
    words: object,
) -> None:
    """Refuse a number without its hedge's other half: a range's end, the words that stand instead of a number."""
    name, low = value
    if qualifier == "words_only":
        forbid(place, name, low)
        require(place, "words", words)
    else:
        require(place, name, low)
    if qualifier != "range":
        forbid(place, "high", high)
    elif high is None:
        require(place, "high", high)
    elif low is not None and high <= low:
        place.field("high").refuse("not_greater", low=format(low, "f"), high=format(high, "f"))


def require(place: Place, name: str, value: object) -> None:
    """Refuse the lack of what must be there beside the other fields."""
    if value is None:
        place.field(name).refuse("missing", field=name)


def forbid(place: Place, name: str, value: object) -> None:
    """Refuse what may not be there beside the other fields."""
    if value is not None:
        place.field(name).refuse("not_here", field=name)
