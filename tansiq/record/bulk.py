"""Many rows in one act: put in column by column under every policy, and committed to by one entry, each provable."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field, Model
from psycopg import sql

from tansiq import chance, clock
from tansiq.database.base import ours
from tansiq.engines import tree
from tansiq.engines.canonical import canonical
from tansiq.engines.entries import leaf
from tansiq.record.commands import append
from tansiq.record.models import BulkRow
from tansiq.release.acting import acting
from tansiq.release.models import Audience


@dataclass(frozen=True, slots=True)
class Done:
    """One row that an act puts in: its name, its kind, its item, who may read it, and what it says."""

    ref: str
    kind: str
    item: UUID
    audience: Audience
    says: dict[str, Any]


def put(model: type[Model], alike: Mapping[str, Any], each: Mapping[str, Sequence[Any]]) -> int:
    """Put rows in by one statement, as the acting member: one array for each column that differs.

    PostgreSQL copies into no table under row-level security; this is one round trip, too, and asks every policy.

    Args:
        model: of which these are rows.
        alike: by column, what is the same in all of them.
        each: by column, what differs, each as long as the others; a column of one value only goes once all the same.

    Returns:
        How many rows were put in.
    """
    fields = {field.column: field for field in model._meta.concrete_fields}  # noqa: SLF001 -- Django's documented way to a table
    same = {name: values[0] for name, values in each.items() if values and values.count(values[0]) == len(values)}
    same.pop(next(iter(each)), None)  # The first column, mostly the key, says how many rows there are.
    alike = {**alike, **same}
    each = {name: values for name, values in each.items() if name not in same}
    names = [*alike, *each]
    statement = sql.SQL("INSERT INTO {table} ({columns}) SELECT {alike} {row}.* FROM unnest({arrays}) AS {row}").format(
        table=sql.Identifier(model._meta.db_table),  # noqa: SLF001 -- as above
        columns=sql.SQL(", ").join(map(sql.Identifier, names)),
        alike=sql.SQL("").join(sql.SQL("{},").format(_cast(fields[name])) for name in alike),
        arrays=sql.SQL(", ").join(_cast(fields[name], "[]") for name in each),
        row=sql.Identifier("given"),
    )
    with ours().bound() as cursor:
        cursor.execute(statement, [*alike.values(), *(list(values) for values in each.values())])
        return int(cursor.rowcount)


def _cast(field: "Field[Any, Any]", many: str = "") -> sql.Composed:
    """A place for a value, or for an array of them, of a column's own type, sent as octets: nothing is quoted."""
    return sql.SQL("%b::{}").format(sql.SQL(f"{(field.db_type(connection) or '').split('(')[0]}{many}"))


def append_with_rows(  # noqa: PLR0913 -- an entry, and its rows
    kind: str,
    *,
    about: Model,
    audience: Audience,
    content: Mapping[str, Any],
    attachment: Mapping[str, Any],
    rows: Iterable[Done],
) -> UUID:
    """Append one entry that commits to all rows of an act; each keeps its proof, and the tree's key is forgotten."""
    rows = list(rows)
    key = chance.octets(32)
    salts = [chance.salt() for _row in rows]
    places = tree.places(key, len(rows))
    bodies = [canonical(row.says) for row in rows]
    leaves = {
        at: leaf(salt, _named(row.ref, body)) for row, salt, at, body in zip(rows, salts, places, bodies, strict=True)
    }
    root, paths = tree.committed(key, leaves)
    entry = append(kind, about=about, audience=audience, content={**content, "root": root.hex()}, attachment=attachment)
    put(
        BulkRow,
        {"owner_id": acting().member, "entry_id": entry, "created_at": clock.now(), "version": 1},
        {
            "key": [chance.key() for _row in rows],
            "audience_id": [row.audience.pk for row in rows],
            "ref": [row.ref for row in rows],
            "kind": [row.kind for row in rows],
            "item": [row.item for row in rows],
            "position": places,
            "path": [paths[at] for at in places],
            "salt": salts,
            "body": [body.decode() for body in bodies],
        },
    )
    return entry


def _named(ref: str, body: bytes) -> bytes:
    """A row under its name, in canonical octets; what it says is spelled already.

    >>> _named("report/1", canonical({"a": 1})) == canonical({"ref": "report/1", "row": {"a": 1}})
    True
    """
    return b'{"ref":%b,"row":%b}' % (canonical(ref), body)
