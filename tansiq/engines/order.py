"""In which order members are listed: by name as the reader's language sorts it, by accession, or as they agreed."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from tansiq.engines import arabic

BY_NAME, BY_ACCESSION, CUSTOM = "name", "accession", "custom"
ORDERS = (BY_NAME, BY_ACCESSION, CUSTOM)
NO_PLACES: Mapping[str, int] = {}

sort_key = lru_cache(maxsize=2048)(arabic.sort_key)  # The same few hundred names stand in list after list.

Place = tuple[int, str, tuple[str, str], str]


def place(order: str, *, name: str, code: str, joined_on: date | None, agreed: Mapping[str, int] = NO_PLACES) -> Place:
    """Where a member stands; whoever has no place in the order comes last, and the name decides between equals.

    Args:
        order: one of ORDERS.
        name: as the reader's language writes it.
        code: decides last, so that the order is the same every time.
        joined_on: the day of accession, where it is known.
        agreed: of the custom order each member's place by its code.

    >>> names = {"AU": "Österreich", "BB": "The Bay", "ZZ": "عُمان"}
    >>> sorted(names, key=lambda code: place("name", name=names[code], code=code, joined_on=None))
    ['BB', 'AU', 'ZZ']
    """
    rank, day = 0, ""
    if order == BY_ACCESSION:
        rank, day = int(joined_on is None), joined_on.isoformat() if joined_on else ""
    elif order == CUSTOM:
        rank = agreed.get(code, len(agreed))
    return rank, day, sort_key(name), code
