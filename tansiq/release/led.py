"""Lists that start from the release index: their time tells what one may read, never what one may not (trust.md 2.3).

PostgreSQL by itself would walk a list in its order, or all of a table, and leave out what is hidden: a hundred thousand
hidden rows then cost tens of milliseconds, which tells that they are there. So the reader's audiences come first, and
of each its part of the list.
"""

from typing import Any, TypeVar

from django.db import connection
from django.db.models import BooleanField, F, Func, Model, QuerySet
from django.db.models.expressions import OrderBy, RawSQL

from tansiq.release.models import Released

M = TypeVar("M", bound=Model)
MINE = "tansiq_audience_reader mine CROSS JOIN LATERAL"


def led(rows: Any, start: int, stop: int) -> Any:
    """The rows of a list (a queryset, a sequence) from one place to another."""
    if not _by_audience(rows):
        return rows[start:stop]
    order = {f"place_{at}": _term(term) for at, term in enumerate(rows.query.order_by)}
    placed = _own(rows).order_by(*order.values()).annotate(**{name: term.expression for name, term in order.items()})
    inner, given = placed.values_list("pk", *order)[:stop].query.sql_with_params()
    found = f"({inner}) found ({', '.join(('key', *order))})"
    terms = ", ".join(f"found.{name} {_direction(term)}" for name, term in order.items())
    keys = f"SELECT found.key FROM {MINE} {found} ORDER BY {terms} LIMIT {stop - start} OFFSET {start}"  # noqa: S608 -- compiled by Django
    # An array is looked up key by key; a plain IN might be answered by reading the whole table.
    return rows.extra(where=[f"{_table(rows)}.key = ANY (ARRAY({keys}))"], params=given)  # noqa: S610 -- as above


def count(rows: Any) -> int:
    """How many rows a list has for its reader."""
    if not isinstance(rows, QuerySet):
        return len(rows)
    if not _by_audience(rows):
        return rows.count()
    inner, given = _own(rows).order_by().values("pk").query.sql_with_params()
    part = f"(SELECT count(*) AS rows FROM ({inner}) its) part"  # noqa: S608 -- as above
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(sum(part.rows), 0)::int FROM {MINE} {part}", given)  # noqa: S608 -- as above
        (found,) = cursor.fetchone()
    return int(found)


def mine(rows: QuerySet[M]) -> QuerySet[M]:
    """Rows by the audiences that their reader reads: an index that holds the audience too touches no hidden row."""
    array = RawSQL("ARRAY(SELECT audience_id FROM tansiq_audience_reader)", ())
    return rows.filter(_one_of(F("audience_id"), array))


def _one_of(value: F, array: RawSQL) -> Func:
    return Func(value, array, template="%(expressions)s", arg_joiner=" = ANY ", output_field=BooleanField())


def named_by(others: QuerySet[Any], name: str, rows: QuerySet[M]) -> QuerySet[M]:
    """The rows that others name, as far as their reader may see both: each is looked up by its key."""
    inner, given = _own(others).order_by().values(name).query.sql_with_params()
    found = f"SELECT found.key FROM {MINE} ({inner}) found (key)"  # noqa: S608 -- compiled by Django
    array = RawSQL(f"ARRAY({found})", given)  # noqa: S611 -- as above
    return rows.filter(_one_of(F("pk"), array))


def _by_audience(rows: Any) -> bool:
    """Whether these are rows in an order that are read by their own audience alone."""
    if not isinstance(rows, QuerySet):
        return False
    query = rows.query
    known = issubclass(rows.model, Released) and rows.model.by_audience_alone
    return known and bool(query.order_by) and not (query.combinator or query.is_sliced or query.is_empty())


def _own(rows: QuerySet[M]) -> QuerySet[M]:
    """The rows of one audience, which is called `mine` outside."""
    return rows.select_related(None).extra(where=[f"{_table(rows)}.audience_id = mine.audience_id"])  # noqa: S610 -- as above


def _table(rows: QuerySet[Any]) -> str:
    return connection.ops.quote_name(rows.model._meta.db_table)  # noqa: SLF001 -- Django's documented name


def _term(term: Any) -> OrderBy:
    """A term of an order: a column's name, perhaps with a minus, or an expression."""
    if isinstance(term, str):
        return OrderBy(F(term.lstrip("-")), descending=term.startswith("-"))
    return term if isinstance(term, OrderBy) else OrderBy(term)


def _direction(term: OrderBy) -> str:
    nulls = " NULLS LAST" if term.nulls_last else " NULLS FIRST" if term.nulls_first else ""
    return ("DESC" if term.descending else "ASC") + nulls
