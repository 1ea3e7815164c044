"""Rows that say of themselves what may stand in them: one description for reading, writing and documenting."""

# ruff: noqa: D102 -- what each method of a kind is for, Kind says once

from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, Final, TypeVar, get_args, get_type_hints

from tansiq.engines.record_file.kinds import Kind, refuse_twice
from tansiq.engines.record_file.places import Audience, Place, Wrong

R = TypeVar("R", bound="Row")


class Row:
    """A row of the file, or a part of one."""

    __slots__ = ()

    def check(self, place: Place) -> None:
        """Refuse what is wrong between fields that are each right."""

    def as_json(self) -> dict[str, Any]:
        """The row as a file states it, every field written out."""
        return {one.key: one.kind.write(getattr(self, one.name)) for one in described(type(self))}


@dataclass(frozen=True, slots=True)
class Stated:
    """What may stand in a field, and what it means."""

    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row."""

    name: str
    kind: Kind
    meaning: str
    required: bool

    @property
    def key(self) -> str:
        """Its name in the file."""
        return self.name.rstrip("_")


_DESCRIBED: Final[dict[type[Row], tuple[Field, ...]]] = {}


def described(row: type[Row]) -> tuple[Field, ...]:
    """The fields of a kind of row."""
    if row not in _DESCRIBED:
        hints = get_type_hints(row, include_extras=True)
        _DESCRIBED[row] = tuple(_described(name, hint) for name, hint in hints.items())
    return _DESCRIBED[row]


def _described(name: str, hint: Any) -> Field:
    held, stated = get_args(hint)
    required = NoneType not in get_args(held) and not stated.kind.has_default
    return Field(name, stated.kind, stated.meaning, required)


class Nested(Kind):
    """A row inside a row."""

    def __init__(self, row: type[Row]) -> None:
        self.row = row

    def read(self, value: object, place: Place) -> Row:
        return read_row(self.row, value, place)

    def write(self, value: Row | None) -> dict[str, Any] | None:
        return value.as_json() if value else None

    def described(self) -> str:
        return f"[{self.row.__name__.lower()}](#{self.row.__name__.lower()})"


def read_row(row: type[R], value: object, place: Place) -> R:
    """A row, its fields in the order of the format."""
    if not isinstance(value, dict):
        raise Wrong("wrong_type", wanted="object")
    known = len(place.reading.problems)
    fields = {one.key: one for one in described(row)}
    _refuse_unknown(value, fields, place)
    held: dict[str, Any] = {}
    if "audience" in fields:
        place = _released(fields["audience"], value.get("audience"), place)
    for key, one in fields.items():
        if key == "audience":
            held[one.name] = place.audience
        else:
            held[one.name] = _read_field(one, value.get(key), place.field(key))
    made = row(**held)
    if len(place.reading.problems) == known:
        made.check(place)
    return made


def _refuse_unknown(value: dict[str, Any], fields: Mapping[str, Field], place: Place) -> None:
    refuse_twice(value, place)
    for key in value:
        if key not in fields:
            place.field(key).refuse("unknown_field", field=key)


def _read_field(one: Field, given: object, place: Place) -> Any:
    if given is not None:
        return place.read(one.kind.read, given)
    if one.required:
        place.refuse("missing", field=one.key)
    return one.kind.empty


def _released(one: Field, given: object, place: Place) -> Place:
    """The place as its readers see it: those of what it stands in, or fewer."""
    at = place.field("audience")
    if given is None and one.required:
        at.refuse("no_audience")
    audience: Audience | None = at.read(one.kind.read, given) if given is not None else None
    if audience and place.audience and not audience.within(place.audience):
        at.refuse("wider_than_parent")
        return place
    return place.released_to(audience or place.audience)
