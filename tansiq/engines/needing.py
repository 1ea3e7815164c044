"""In which order one is told what needs one, how near its time is, and when one is reminded of it.

A week before, a day before and when it is due everybody who speaks for a member is reminded; two days after, its head.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

LATE, SOON, LATER, OPEN = "late", "soon", "later", "open"
NEW, WEEK, DAY, DUE, AFTER = "new", "week", "day", "due", "after"
NEAR: Final = timedelta(days=7)
STEPS: Final = ((WEEK, -NEAR), (DAY, timedelta(days=-1)), (DUE, timedelta()), (AFTER, timedelta(days=2)))


def nearness(due: datetime | None, now: datetime) -> str:
    """How near its time is: past, within a week, further off, or open.

    >>> noon = datetime(2015, 1, 22, 12)
    >>> [nearness(due, noon) for due in (noon, noon + NEAR, noon + 2 * NEAR, None)]
    ['late', 'soon', 'later', 'open']
    """
    if due is None:
        return OPEN
    return LATE if due <= now else SOON if due - now <= NEAR else LATER


def place(due: datetime | None, since: datetime) -> tuple[bool, datetime]:
    """Where something stands among all that needs one: what is due first, first; then what has waited longest.

    >>> one, other = datetime(2015, 1, 1), datetime(2015, 1, 22)
    >>> sorted([(None, other), (other, one), (None, one), (one, other)], key=lambda its: place(*its)) == [
    ...     (one, other), (other, one), (None, one), (None, other)]
    True
    """
    return due is None, due or since


def step(due: datetime | None, now: datetime) -> str:
    """The last reminder whose time has come; what has no time is told of once, as new.

    >>> noon = datetime(2015, 1, 22, 12)
    >>> [step(noon + timedelta(hours=hours), noon) for hours in (169, 168, 24, 0, -47, -48)]
    ['', 'week', 'day', 'due', 'due', 'after']
    >>> step(None, noon)
    'new'
    """
    if due is None:
        return NEW
    return next((name for name, after in reversed(STEPS) if now >= due + after), "")


def reminds(reached: str, role: str, heads: Sequence[str]) -> bool:
    """Whether somebody in this role is reminded at a step: at the last one only whoever answers for the member.

    >>> [reminds(one, "adviser", ["head"]) for one in ("", "week", "after")], reminds("after", "head", ["head"])
    ([False, True, False], True)
    """
    return bool(reached) and (reached != AFTER or role in heads)
