"""Is this answer likely? A misprint is asked about at entry, and overruled only with a reason (R-A13)."""

from decimal import Decimal
from typing import Final

TIMES: Final = 30  # As of gifts (plausible.py): halfway, as multiples go, to a thousand times too much.
HUNDRED: Final = Decimal(100)


def doubt(kind: str, value: Decimal | None, last: Decimal | None) -> str:
    """Why a value should be looked at again: its order of magnitude, its sign, its share; empty where all is well.

    >>> doubt("flow", Decimal(200_000), Decimal(200)), doubt("flow", Decimal(1), Decimal(200))
    ('far_larger', 'far_smaller')
    >>> doubt("share", Decimal(120), None), doubt("stock", Decimal(-4), None), doubt("to_date", Decimal(9), Decimal(10))
    ('over_hundred', 'negative', 'falling')
    """
    if value is None:
        return ""
    if value < 0 and (last is None or last >= 0):
        return "negative"
    if kind == "share" and value > HUNDRED:
        return "over_hundred"
    return "" if last is None else _beside(kind, value, last)


def _beside(kind: str, value: Decimal, last: Decimal) -> str:
    """Beside what was said last time."""
    if last > 0 and value > TIMES * last:
        return "far_larger"
    if last > 0 and 0 < value * TIMES < last:
        return "far_smaller"
    return "falling" if kind == "to_date" and value < last else ""
