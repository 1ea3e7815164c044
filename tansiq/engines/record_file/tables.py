"""The tables of docs/record-file.md, drawn from what the rows say of themselves."""

from collections.abc import Iterator

from tansiq.engines.record_file.fields import Field, Nested, Row, described
from tansiq.engines.record_file.kinds import Kind
from tansiq.engines.record_file.links import ListOf
from tansiq.engines.record_file.rows.form import RecordFile


def tables() -> str:
    """Every row of the format, the file first, each with its fields."""
    return "\n".join(_table(row) for row in _rows(RecordFile))


def _rows(row: type[Row]) -> Iterator[type[Row]]:
    """A row and the rows inside it, each once."""
    found = [row]
    for one in found:
        yield one
        inside = (_inner(field.kind) for field in described(one))
        found.extend(inner for inner in dict.fromkeys(inside) if inner and inner not in found)


def _inner(kind: Kind) -> type[Row] | None:
    """The row that a field holds."""
    if isinstance(kind, ListOf):
        return _inner(kind.kind)
    return kind.row if isinstance(kind, Nested) else None


def _table(row: type[Row]) -> str:
    head = (
        f"### {row.__name__}",
        "",
        f"{row.__doc__}",
        "",
        "| field | must | what it holds | meaning |",
        "| - | - | - | - |",
    )
    return "\n".join((*head, *(_line(one) for one in described(row)), ""))


def _line(one: Field) -> str:
    return f"| `{one.key}` | {'yes' if one.required else ''} | {one.kind.described()} | {one.meaning} |"
