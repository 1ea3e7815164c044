"""Rows of several kinds in one statement: a page that shows many short lists would else ask for each by itself."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

Columns = Sequence[str]


def gathered(around: QuerySet[Any], **lists: tuple[QuerySet[Any], Columns]) -> dict[str, list[Any]]:
    """The rows of each list, with these columns alone, while the one row of `around` is read.

    A column beyond a foreign key is named as Django names it: `source__publisher`.
    """
    arrays = {f"its_{name}": _array(rows, _with_keys(columns)) for name, (rows, columns) in lists.items()}
    found = around.order_by().values(**arrays).first() or {}
    return {
        name: [_made(rows.model, _with_keys(columns), row) for row in found.get(f"its_{name}", ())]
        for name, (rows, columns) in lists.items()
    }


def _with_keys(columns: Columns) -> list[str]:
    """The columns, and the key of each row that they lead to.

    >>> _with_keys(["text", "source__publisher"])
    ['pk', 'source__pk', 'source__publisher', 'text']
    """
    ways = {name.rpartition("__")[0] for name in columns}
    return sorted({*columns, "pk", *(f"{way}__pk" for way in ways if way)})


def _array(rows: QuerySet[Any], columns: Columns) -> ArraySubquery:
    return ArraySubquery(rows.values(row=JSONObject(**{name: _exact(rows.model, name) for name in columns})))


def _exact(model: type[models.Model], name: str) -> Any:
    """A column as JSON keeps it whole: a decimal number as text."""
    return Cast(name, TextField()) if isinstance(_field(model, name), models.DecimalField) else name


def _field(model: type[models.Model], name: str) -> Any:
    """The column that a name leads to."""
    first, _parting, beyond = name.partition("__")
    options = model._meta  # noqa: SLF001 -- Django's documented name
    field: Any = options.pk if first == "pk" else options.get_field(first)
    return _field(field.related_model, beyond) if beyond else field


def _made(model: type[models.Model], columns: Columns, row: dict[str, Any]) -> Any:
    """A row as its model; any other column would be asked for anew."""
    held = {field.attname: field.to_python(row[name]) for name, field in _own(model, columns)}
    fields = [field.attname for field in model._meta.concrete_fields if field.attname in held]  # noqa: SLF001 -- as above
    made = model.from_db(None, fields, [held[name] for name in fields])
    for key in sorted({name.partition("__")[0] for name in columns if "__" in name}):
        beyond = {name.removeprefix(f"{key}__"): row[name] for name in columns if name.startswith(f"{key}__")}
        there = beyond["pk"] is not None
        setattr(made, key, _made(_field(model, key).related_model, list(beyond), beyond) if there else None)
    return made


def _own(model: type[models.Model], columns: Columns) -> list[tuple[str, Any]]:
    return [(name, _field(model, name)) for name in columns if "__" not in name]
