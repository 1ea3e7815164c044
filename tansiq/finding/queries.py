"""Looking for words among what the reader may see: from the audiences that he reads, and of each its own part.

Every stem stands in the index under its item's audience, so the work tells of what one may read alone (release/led.py
says why); PostgreSQL's own policy decides all the same.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F

from tansiq.engines import search
from tansiq.finding.models import Findable
from tansiq.release.led import led

KNOWN = 5000  # The newest items whose words are known when one is mistyped.
NEWEST = (F("dated").desc(nulls_last=True), "key")

# What may be asked beside words, each as the condition that it sets.
CONDITIONS = {
    "kind": "its.kind = %s",
    "member": "its.said_by_id = %s",
    "line": "%s = ANY (its.lines)",
    "since": "its.dated >= %s",
    "until": "its.dated <= %s",
}
# The question under each of the reader's audiences. It is worked out before any row is read: PostgreSQL lets an index
# be used beneath row-level security only where nothing but the operator itself sees what is hidden.
MINE = (
    "WITH mine AS MATERIALIZED (SELECT audience_id, replace(%s, '@', audience_id || '.')::tsquery AS asked "
    "FROM tansiq_audience_reader)"
)
BY_WORDS = ("its.vector @@ mine.asked", "ts_rank(its.vector, mine.asked)")  # Which rows, and their rank.
OF_ALL = ("its.audience_id = mine.audience_id", "0")


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words, and conditions beside them."""

    query: search.Query
    beside: dict[str, UUID | str | date] = field(default_factory=dict)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing is looked for."""
        return self.query.is_empty and (bool(self.query.terms) or not self.beside)


@dataclass(frozen=True)
class Hits:
    """One page of what was found, and how much that is in all."""

    rows: tuple[Findable, ...]
    count: int


def found(wanted: Wanted, start: int, stop: int) -> Hits:
    """What is found, what has most of the words first, then the newest; in two statements."""
    if wanted.is_nothing:
        return Hits((), 0)
    asked, given = statement(wanted, start, stop)
    with connection.cursor() as cursor:
        cursor.execute(asked, given)
        hits = cursor.fetchall()
    rows = Findable.objects.select_related("audience", "said_by").defer("vector", "plain", "title_stems", "stems")
    held = rows.in_bulk([key for key, _count in hits])
    return Hits(tuple(held[key] for key, _count in hits), hits[0][1] if hits else 0)


def statement(wanted: Wanted, start: int, stop: int) -> tuple[str, list[Any]]:
    """The statement that finds the keys of one page, and what it is given."""
    which, rank = BY_WORDS if wanted.query.terms else OF_ALL
    conditions = " AND ".join([which, *(CONDITIONS[name] for name in wanted.beside)])
    hit = f"SELECT its.key, its.dated, {rank} AS rank FROM mine JOIN tansiq_findable its ON {conditions}"  # noqa: S608 -- parts of this module's own
    order = "ORDER BY rank DESC, dated DESC NULLS LAST, key LIMIT %s OFFSET %s"
    asked = f"{MINE}, hit AS MATERIALIZED ({hit}) SELECT key, count(*) OVER () FROM hit {order}"  # noqa: S608 -- as above
    return asked, [wanted.query.expression, *wanted.beside.values(), stop - start, start]


def known_words() -> set[str]:
    """The words of the newest items that the reader may see, in bare letters."""
    rows = led(Findable.objects.order_by(*NEWEST), 0, KNOWN)
    return {word for plain in rows.values_list("plain", flat=True) for word in plain.split()}
