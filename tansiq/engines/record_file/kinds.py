"""What may stand in a field: each kind reads one JSON value, or says what is wrong with it, and writes it back.

A kind raises what is wrong with its own value; what holds other values notes what is wrong with them and reads on. What
it cannot read it leaves out: a file with one problem is never used, so that nobody sees the gap.
"""

# ruff: noqa: D102 -- what each method of a kind is for, Kind says once

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from tansiq.engines.record_file.decoding import Duplicated, Number
from tansiq.engines.record_file.places import Audience, Place, Wrong
from tansiq.engines.record_file.wording import STANDINGS, Text, bad_mark, mixed_script

LANGUAGE: Final = re.compile(r"[a-z]{2,3}", re.ASCII)
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Kind:
    """What may stand in a field."""

    empty: ClassVar[Any] = None  # What stands where nothing is stated.

    def read(self, value: object, place: Place) -> Any:
        """The value that the field holds."""
        raise NotImplementedError

    def write(self, value: Any) -> Any:
        """The same, as JSON."""
        return value

    def described(self) -> str:
        """What the documented format calls it."""
        raise NotImplementedError


def read_string(value: object, limit: int, *, lines: bool = False) -> str:
    """A string that is neither empty nor too long and hides nothing."""
    if not isinstance(value, str):
        raise Wrong("wrong_type", wanted="string")
    if len(value) > limit:
        raise Wrong("too_long", limit=limit, length=len(value))
    if mark := bad_mark(value, lines=lines):
        raise Wrong("bad_text", mark=mark)
    if not value.strip():
        raise Wrong("empty")
    return value


@dataclass(frozen=True, slots=True)
class Line(Kind):
    """One line in one language."""

    limit: int

    def read(self, value: object, place: Place) -> str:
        return read_string(value, self.limit)

    def described(self) -> str:
        return f"string ≤ {self.limit}"


@dataclass(frozen=True, slots=True)
class Shape(Kind):
    """A string of a known shape."""

    name: str
    pattern: str
    limit: int

    def read(self, value: object, place: Place) -> str:
        words = read_string(value, self.limit)
        if not words.isprintable() or not re.fullmatch(self.pattern, words):
            raise Wrong("wrong_shape", wanted=self.name, given=words)
        return words

    def described(self) -> str:
        return f"{self.name} ≤ {self.limit}"


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, value: object, place: Place) -> str:
        if not isinstance(value, str):
            raise Wrong("wrong_type", wanted="string")
        if value not in self.options:
            raise Wrong("not_one_of", given=value, allowed=", ".join(self.options))
        return value

    def described(self) -> str:
        return " · ".join(f"`{option}`" for option in self.options)


STANDING: Final = Choice(STANDINGS)


def refuse_twice(value: dict[str, Any], place: Place) -> None:
    """Refuse keys that stand twice in an object: readers of JSON disagree on which of them counts."""
    if isinstance(value, Duplicated):
        for key in value.twice:
            place.field(key).refuse("duplicate_key", field=key)


def unknown(_value: object, place: Place) -> None:
    """Refuse a field that the format does not have."""
    raise Wrong("unknown_field", field=place.path.rpartition(".")[2])


@dataclass(frozen=True, slots=True)
class Words(Kind):
    """Words in one language or more."""

    limit: int
    lines: bool = False
    name: bool = False

    def read(self, value: object, place: Place) -> Text:
        if not isinstance(value, dict):
            raise Wrong("wrong_type", wanted="text")
        refuse_twice(value, place)
        words = {key: said for key, said in value.items() if key not in ("source", "standing")}
        if not words:
            raise Wrong("missing", field="en")
        for language, said in words.items():
            place.field(language).read(self._one_language if LANGUAGE.fullmatch(language) else unknown, said)
        source = value.get("source", "en" if "en" in words else next(iter(words)))
        place.field("source").read(Choice(tuple(words)).read, source)
        translations = {language: "unofficial" for language in words if language != source}
        standing = self._standing(value.get("standing", {}), translations, place.field("standing"))
        return Text(source, tuple(sorted(words.items())), tuple(sorted(standing.items())))

    def _one_language(self, said: object, _place: Place) -> str:
        words = read_string(said, self.limit, lines=self.lines)
        if self.name and (mixed := mixed_script(words)):
            raise Wrong("mixed_script", word=mixed)
        return words

    @staticmethod
    def _standing(given: object, translations: dict[str, str], place: Place) -> dict[str, str]:
        if not isinstance(given, dict):
            place.refuse("wrong_type", wanted="object")
            return translations
        refuse_twice(given, place)
        for language, standing in given.items():
            place.field(language).read(STANDING.read if language in translations else unknown, standing)
        return translations | given

    def write(self, value: Text | None) -> dict[str, Any] | None:
        return value.as_json() if value else None

    def described(self) -> str:
        return f"text ≤ {self.limit}" + (", may have lines" if self.lines else "")


@dataclass(frozen=True, slots=True)
class Count(Kind):
    """A whole number."""

    least: int
    most: int

    def read(self, value: object, place: Place) -> int:
        if isinstance(value, Number):
            raise Wrong(value.fault, wanted="integer", least=self.least, most=self.most)
        if not isinstance(value, int) or isinstance(value, bool):
            raise Wrong("wrong_type", wanted="integer")
        if not self.least <= value <= self.most:
            raise Wrong("number_out_of_range", least=self.least, most=self.most)
        return value

    def described(self) -> str:
        return f"integer {self.least} to {self.most}"


class Flag(Kind):
    """Yes or no."""

    empty: ClassVar[bool] = False

    def read(self, value: object, place: Place) -> bool:
        if not isinstance(value, bool):
            raise Wrong("wrong_type", wanted="boolean")
        return value

    def described(self) -> str:
        return "`true` or `false`"


class Day(Kind):
    """A day of the calendar."""

    def read(self, value: object, place: Place) -> date:
        if not isinstance(value, str):
            raise Wrong("wrong_type", wanted="date")
        if not DAY.fullmatch(value):
            raise Wrong("impossible_date", given=value)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Wrong("impossible_date", given=value) from None

    def write(self, value: date | None) -> str | None:
        return value.isoformat() if value else None

    def described(self) -> str:
        return "date, `2015-01-22`"


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
            raise Wrong("wider_than_what_it_names", ref=value)
        return value

    def described(self) -> str:
        return f"ref in `{self.section}`"


@dataclass(frozen=True, slots=True)
class Readers(Kind):
    """To whom a row is released."""

    def read(self, value: object, place: Place) -> Audience:
        if value == "public":
            return Audience(public=True)
        members = ListOf(Reference("members"), 500).read(value, place)
        if value == []:
            raise Wrong("no_audience")
        return Audience(public=False, members=tuple(sorted(member for member in members if member is not None)))

    def write(self, value: Audience) -> str | list[str]:
        return value.as_json()

    def described(self) -> str:
        return "`public`, or a list of refs in `members`"


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
                place.item(index).refuse("duplicate", ref=item, first=place.item(first[item]).path)
        return tuple(place.item(index).read(self.kind.read, item) for index, item in enumerate(value))

    def write(self, value: Sequence[Any]) -> list[Any]:
        return [self.kind.write(item) for item in value]

    def described(self) -> str:
        return f"list of {self.kind.described()}, ≤ {self.most}"
