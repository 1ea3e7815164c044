"""What may stand in a field: each kind reads one JSON value, or says what is wrong with it, and writes it back.

A kind raises what is wrong with its own value; what holds other values notes what is wrong with them and reads on. What
it cannot read it leaves out: a file with one problem is never used, so that nobody sees the gap.
"""

# ruff: noqa: D102 -- what each method of a kind is for, Kind says once

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from tansiq.engines.record_file.decoding import Duplicated, Number
from tansiq.engines.record_file.places import Place, Wrong
from tansiq.engines.record_file.wording import bad_mark

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Kind:
    """What may stand in a field."""

    empty: ClassVar[Any] = None  # What stands where nothing is stated.

    @property
    def has_default(self) -> bool:
        """Whether a field of this kind may be left out though it always holds something."""
        return self.empty is not None

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


def refuse_twice(value: dict[str, Any], place: Place) -> None:
    """Refuse keys that stand twice in an object: readers of JSON disagree on which of them counts."""
    if isinstance(value, Duplicated):
        for key in value.twice:
            place.field(key).refuse("duplicate_key", field=key)


@dataclass(frozen=True, slots=True)
class Count(Kind):
    """A whole number."""

    least: int
    most: int

    def read(self, value: object, place: Place) -> int:
        if value is Number.NO_NUMBER:
            raise Wrong("not_a_number")
        if value is not Number.TOO_LONG and (not isinstance(value, int) or isinstance(value, bool)):
            raise Wrong("wrong_type", wanted="integer")
        if value is Number.TOO_LONG or not self.least <= value <= self.most:
            raise Wrong("number_out_of_range", least=self.least, most=self.most)
        return value

    def described(self) -> str:
        return f"integer {self.least} to {self.most}" if self.least < self.most else f"`{self.most}`"


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
