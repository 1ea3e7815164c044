"""From octets to JSON values, within bounds that no file of a coalition meets and no hostile file passes."""

import json
import re
from collections import Counter
from enum import Enum
from typing import Any, Final

from tansiq.engines.record_file.problems import Problem, Refused

LARGEST: Final = 20_000_000
DEEPEST: Final = 16
MOST_VALUES: Final = 300_000
LONGEST_NUMBER: Final = 15

# Strings go first, an unclosed one to the end: possessive, so that no input makes it look twice.
STRINGS: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
NOT_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))


class Number(Enum):
    """A number that is not a plain whole one."""

    FRACTION = "fraction"
    TOO_LONG = "too long"
    NO_NUMBER = "no number"


class Duplicated(dict[str, Any]):
    """An object in which a key stands twice."""

    twice: tuple[str, ...] = ()


def decode(data: bytes) -> Any:
    """The JSON value of a file, or the refusal of the file."""
    if len(data) > LARGEST:
        raise refused("too_large", limit=LARGEST, size=len(data))
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused("not_utf8", octet=error.start) from None
    _measure(data)
    try:
        return json.loads(
            words,
            object_pairs_hook=_object,
            parse_int=lambda digits: int(digits) if len(digits) <= LONGEST_NUMBER else Number.TOO_LONG,
            parse_float=lambda _digits: Number.FRACTION,
            parse_constant=lambda _name: Number.NO_NUMBER,
        )
    except json.JSONDecodeError as error:
        raise refused("not_json", line=error.lineno, column=error.colno) from None


def refused(code: str, **params: str | int) -> Refused:
    """The refusal of a whole file for one reason."""
    return Refused([Problem("", code, params)])


def _measure(data: bytes) -> None:
    """Refuse what is too deep or has too many commas and brackets before anything is built from it."""
    bare = STRINGS.sub(b"", data)
    brackets = bare.translate(None, NOT_BRACKETS)
    if (values := bare.count(b",") + len(brackets)) > MOST_VALUES:
        raise refused("too_many", limit=MOST_VALUES, count=values)
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            raise refused("too_deep", limit=DEEPEST)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) == len(pairs):
        return held
    duplicated = Duplicated(held)
    duplicated.twice = tuple(key for key, count in Counter(key for key, _value in pairs).items() if count > 1)
    return duplicated
