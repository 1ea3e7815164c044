"""What ties rows together: refs, lists, and the readers to whom a row is released."""

# ruff: noqa: D102 -- what each method of a kind is for, Kind says once

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from tansiq.engines.record_file.kinds import Choice, Kind
from tansiq.engines.record_file.places import Audience, Place, Wrong

MOST_READERS: Final = 500
PUBLIC: Final = Choice(("public",))


@dataclass(frozen=True, slots=True)
class Reference(Kind):
    """The ref of a row in another list of the file."""

    section: str

    def read(self, value: object, place: Place) -> str:
        if not isinstance(value, str):
            raise Wrong("wrong_type", wanted="ref")
        named = place.reading.named.get(value)
        if named is None or named.section != self.section:
            raise Wrong("dangling", ref=value, section=self.section)
        if named.audience and place.audience and not place.audience.within(named.audience):
            raise Wrong("wider_than_reference", ref=value)
        return value

    def described(self) -> str:
        return f"ref in `{self.section}`"


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    """Several of a kind, in the order that the file gives them."""

    kind: Kind
    most: int

    empty: ClassVar[tuple[()]] = ()

    def read(self, value: object, place: Place) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Wrong("wrong_type", wanted="list")
        if len(value) > self.most:
            raise Wrong("too_many", limit=self.most, count=len(value))
        first: dict[str, int] = {}
        for index, item in enumerate(value):
            if isinstance(item, str) and first.setdefault(item, index) != index:
                place.item(index).refuse("duplicate", first=place.item(first[item]).path)
        return tuple(place.item(index).read(self.kind.read, item) for index, item in enumerate(value))

    def write(self, value: Sequence[Any]) -> list[Any]:
        return [self.kind.write(item) for item in value]

    def described(self) -> str:
        return f"list of {self.kind.described()}, ≤ {self.most}"


@dataclass(frozen=True, slots=True)
class Readers(Kind):
    """To whom the file is released, or a row: where a row says nothing, to the readers of what it stands in."""

    inherited: bool = False

    @property
    def has_default(self) -> bool:
        return self.inherited

    def read(self, value: object, place: Place) -> Audience:
        if isinstance(value, str):
            return Audience(public=PUBLIC.read(value, place) == "public")
        members = ListOf(Reference("members"), MOST_READERS).read(value, place)
        if value == []:
            raise Wrong("no_audience")
        return Audience(public=False, members=tuple(sorted(member for member in members if member is not None)))

    def write(self, value: Audience) -> str | list[str]:
        return value.as_json()

    def described(self) -> str:
        return "`public`, or a list of refs in `members`"
