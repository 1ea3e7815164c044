"""What fields that are each right must agree with."""

from calendar import monthrange
from collections.abc import Hashable, Sequence
from datetime import date

from tansiq.engines.record_file.places import Place

DECEMBER = 12


def check_span(first: date | None, last: date | None, blamed: Place) -> None:
    """Refuse an end that lies before its start."""
    if first and last and last < first:
        blamed.refuse("ends_before_it_starts", first=first.isoformat(), last=last.isoformat())


def check_precision(precision: str, first: date | None, last: date | None, place: Place) -> None:
    """Refuse a time that lacks an end, or whose ends are not those of whole months or years where it says so."""
    if precision == "not_stated":
        return
    if not first or not last:
        missing = "until" if first else "from"
        place.field(missing).refuse("missing", field=missing)
        return
    starts, ends = first.day == 1, last.day == monthrange(last.year, last.month)[1]
    if precision == "year":
        starts, ends = starts and first.month == 1, ends and last.month == DECEMBER
    if precision != "day" and not (starts and ends):
        place.field("until" if starts else "from").refuse("not_whole", precision=precision)


def check_once(keys: Sequence[Hashable], place: Place) -> None:
    """Refuse an item of a list that stands there already."""
    first: dict[Hashable, int] = {}
    for index, key in enumerate(keys):
        if first.setdefault(key, index) != index:
            place.item(index).refuse("duplicate", first=place.item(first[key]).path)


def check_one_of(place: Place, **fields: object) -> None:
    """Refuse none of these fields, and more than one."""
    stated = [name for name, value in fields.items() if value is not None]
    if len(stated) > 1:
        place.field(stated[-1]).refuse("only_one_of", fields=", ".join(fields))
    elif not stated:
        place.refuse("one_of", fields=", ".join(fields))
