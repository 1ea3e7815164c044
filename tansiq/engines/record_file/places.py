"""Where the reading stands: the path to a value, who may see what stands there, and what is wrong so far."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from tansiq.engines.record_file.problems import MOST_PROBLEMS, Problem, Refused, shown

PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)
T = TypeVar("T")


class Wrong(Exception):
    """A value that cannot stand where it stands."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom a row is released: to everybody, or to the members and offices that are named."""

    public: bool
    members: tuple[str, ...] = ()

    def within(self, other: "Audience") -> bool:
        """Whether nobody reads this who may not read the other."""
        return other.public or (not self.public and set(self.members) <= set(other.members))

    def as_json(self) -> str | list[str]:
        """The audience as a file states it."""
        return "public" if self.public else list(self.members)


@dataclass(frozen=True, slots=True)
class Named:
    """A row that others may refer to."""

    path: str
    section: str
    audience: Audience | None  # None where rows of this kind are known to every reader.


@dataclass(slots=True)
class Reading:
    """One reading of one file: its named rows, and what is wrong so far."""

    named: Mapping[str, Named] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, path: str, code: str, params: Mapping[str, str | int]) -> None:
        """Note what is wrong; at the fiftieth, stop."""
        safe = {name: shown(value) if isinstance(value, str) else value for name, value in params.items()}
        self.problems.append(Problem(path, code, safe))
        if len(self.problems) == MOST_PROBLEMS:
            raise Refused(self.problems)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file."""

    path: str
    reading: Reading
    audience: Audience | None = None

    def field(self, key: str) -> "Place":
        """The place of a field."""
        if PLAIN_KEY.fullmatch(key):
            return self._at(f"{self.path}.{key}" if self.path else key)
        return self._at(f'{self.path}["{shown(key)}"]')

    def item(self, index: int) -> "Place":
        """The place of an item of a list."""
        return self._at(f"{self.path}[{index}]")

    def _at(self, path: str) -> "Place":
        return Place(path, self.reading, self.audience)

    def released_to(self, audience: Audience | None) -> "Place":
        """The same place, seen by these readers."""
        return Place(self.path, self.reading, audience)

    def refuse(self, code: str, **params: str | int) -> None:
        """Note what is wrong here."""
        self.reading.refuse(self.path, code, params)

    def read(self, read: Callable[[object, "Place"], T], value: object) -> T | None:
        """What a kind reads here, or nothing and a note of what is wrong."""
        try:
            return read(value, self)
        except Wrong as wrong:
            self.refuse(wrong.code, **wrong.params)
            return None
