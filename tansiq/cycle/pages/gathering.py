"""Lists of several kinds in one statement: a page that shows many short ones would else ask for each by itself.

What is asked is worked out once for all items: Django would do so anew for each page, and take longer than the answer.
Of a list that is cut short, its keys are found first: of the rows beyond them nothing is read.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import Func, JSONField, QuerySet, TextField
from django.db.models.base import ModelState
from django.db.models.functions import Cast

from tansiq.database.base import ours
from tansiq.languages.words import Words, WordsField
from tansiq.release.models import Audience, Released

Columns = Sequence[str]
Known = dict[tuple["_Making", Any], Any]  # Rows that are made already, by their keys.
READERS = "SELECT id, readers FROM tansiq_audience WHERE id = ANY(%s)"
ANY = UUID(int=1)  # Stands for the key of whatever item.
READ: dict[type[Any], Callable[[Any], Any]] = {  # A column that JSON holds as text, as its model holds it.
    models.UUIDField: UUID,
    models.DateTimeField: datetime.fromisoformat,  # A kind of date: it is asked for first.
    models.DateField: date.fromisoformat,
    models.DecimalField: Decimal,
    WordsField: Words.from_json,
}


@dataclass(frozen=True)
class Listed:
    """One list of an item: its rows by the item's key, the columns that are read of each, and at most how many.

    A column beyond a foreign key is named as Django names it: `source__publisher`.
    """

    rows: Callable[[UUID], QuerySet[Any]]
    columns: Columns
    most: int | None = None


class Gathering:
    """Lists that are read together, each row as its model, with its audience: any other column is asked for anew."""

    def __init__(self, **lists: Listed) -> None:
        self.lists = lists

    def of(self, key: UUID) -> dict[str, list[Any]]:
        """The lists of one item, in two statements: the rows, and the readers of all of them."""
        statement, given, makings = self._asked
        with ours().prepared() as cursor:
            cursor.execute(statement, [key if one == ANY else one for one in given])
            found = cursor.fetchone()
            known: Known = {}
            held = {name: _made(its, rows, known) for (name, its), rows in zip(makings.items(), found, strict=True)}
            audiences = [one for one in known.values() if isinstance(one, Audience)]
            cursor.execute(READERS, [list({one.pk for one in audiences})])
            readers = dict(cursor.fetchall())
        for one in audiences:
            one.readers = readers[one.pk]
        return held

    @cached_property
    def _asked(self) -> tuple[str, list[Any], dict[str, "_Making"]]:
        """The statement, what is given with it, and how its rows are made."""
        parts: list[str] = []
        given: list[Any] = []
        makings: dict[str, _Making] = {}
        for name, listed in self.lists.items():
            rows = listed.rows(ANY)
            columns = _with_keys(rows.model, listed.columns)
            if listed.most is not None:
                rows = rows.filter(pk__in=rows.values("pk")[: listed.most])
            query, its = rows.values_list(_Array(*(_exact(rows, one) for one in columns))).query.sql_with_params()
            parts.append(f"(SELECT json_agg(its.row)::text FROM ({query}) its(row))")  # noqa: S608 -- compiled by Django
            given += its
            makings[name] = _making(rows.model, list(enumerate(columns)))
        return f"SELECT {', '.join(parts)}", given, makings


class _Array(Func):
    """The columns of a row, one after the other."""

    function = "json_build_array"
    output_field = JSONField()


def _with_keys(model: type[models.Model], columns: Columns) -> list[str]:
    """The columns, and of each row that they lead to its key and its audience."""
    ways = {"": model} | {way: _model(model, way) for way in (name.rpartition("__")[0] for name in columns)}
    keys = {f"{way}__{name}".lstrip("_") for way, its in ways.items() for name in _keys(its)}
    return sorted({*columns, *keys})


def _keys(model: type[models.Model]) -> tuple[str, ...]:
    return ("pk", "audience__pk") if issubclass(model, Released) else ("pk",)


def _model(model: type[models.Model], way: str) -> type[models.Model]:
    """The model to which a way leads over foreign keys."""
    related: type[models.Model] = _field(model, way).related_model if way else model
    return related


def _exact(rows: QuerySet[Any], name: str) -> Any:
    """A column as JSON keeps it whole: a decimal number as text."""
    return Cast(name, TextField()) if isinstance(_field(rows.model, name), models.DecimalField) else name


def _field(model: type[models.Model], name: str) -> Any:
    """The column that a name leads to; None where the rows bring it of themselves."""
    first, _parting, beyond = name.partition("__")
    options = model._meta  # noqa: SLF001 -- Django's documented name
    names = {one.name: one for one in options.concrete_fields} | {one.attname: one for one in options.concrete_fields}
    field: Any = options.pk if first == "pk" else names.get(first)
    return _field(field.related_model, beyond) if beyond else field


@dataclass(frozen=True, eq=False)
class _Making:
    """How a row becomes its model: the places of its own columns, and the models beyond its foreign keys."""

    model: type[models.Model]
    key: int
    own: tuple[tuple[str, int, Callable[[Any], Any] | None], ...]
    beyond: tuple[tuple[str, str, "_Making"], ...]


def _making(model: type[models.Model], placed: list[tuple[int, str]]) -> _Making:
    own = [(name, place) for place, name in placed if "__" not in name]
    beyond: dict[str, list[tuple[int, str]]] = {}
    for place, name in placed:
        way, parting, its = name.partition("__")
        if parting:
            beyond.setdefault(way, []).append((place, its))
    return _Making(
        model,
        dict(own)["pk"],
        tuple((_attribute(model, name), place, _reading(_field(model, name))) for name, place in own),
        tuple((way, f"{way}_id", _making(_field(model, way).related_model, its)) for way, its in beyond.items()),
    )


def _attribute(model: type[models.Model], name: str) -> str:
    field = _field(model, name)
    return str(field.attname) if field is not None else name


def _reading(field: Any) -> Callable[[Any], Any] | None:
    """How a column is read from JSON, where it is not held there as it is."""
    field = getattr(field, "target_field", field)
    return next((read for kind, read in READ.items() if isinstance(field, kind)), None)


def _made(making: _Making, rows: str | None, known: Known) -> list[Any]:
    """The rows of a list as their models."""
    return [_row(making, row, known) for row in json.loads(rows)] if rows else []


def _row(making: _Making, row: list[Any], known: Known) -> Any:
    """A row as its model, each but once; Django’s way there would ask of each column whether it was read."""
    key = row[making.key]
    if key is None:
        return None
    if (making, key) in known:
        return known[making, key]
    made = known[making, key] = making.model.__new__(making.model)
    made._state = state = ModelState()  # noqa: SLF001 -- Django's documented name
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    held = made.__dict__
    for name, place, read in making.own:
        value = row[place]
        held[name] = value if read is None or value is None else read(value)
    for name, attribute, its in making.beyond:
        there = state.fields_cache[name] = _row(its, row, known)
        held[attribute] = None if there is None else there.pk
    return made
