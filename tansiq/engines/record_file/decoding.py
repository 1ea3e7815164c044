"""From octets to JSON values, within bounds that no file of a coalition meets and no hostile file passes."""

import json
import re
from collections import Counter
from typing import Any, Final

from tansiq.engines.record_file.problems import Problem, Refused

LARGEST: Final = 20_000_000
DEEPEST: Final = 16
MOST_VALUES: Final = 1_000_000
MOST_OBJECTS: Final = 200_000
LONGEST_NUMBER: Final = 15

# Strings go first, an unclosed one to the end: possessive, so that no input makes it look twice.
STRINGS: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
NOT_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))


class Number:
    """A number that is not a plain whole one, and what is wrong with it."""

    __slots__ = ("fault",)

    def __init__(self, fault: str) -> None:
        self.fault = fault


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
            parse_int=lambda digits: int(digits) if len(digits) <= LONGEST_NUMBER else Number("number_out_of_range"),
            parse_float=lambda _digits: Number("wrong_type"),
            parse_constant=lambda _name: Number("not_a_number"),
        )
    except json.JSONDecodeError as error:
        raise refused("not_json", line=error.lineno, column=error.colno) from None


def refused(code: str, **params: str | int) -> Refused:
    """The refusal of a whole file for one reason."""
    return Refused([Problem("", code, params)])


def _measure(data: bytes) -> None:
    """Refuse what is too deep or has too many values before anything is built from it."""
    bare = STRINGS.sub(b"", data)
    if (objects := bare.count(b"{")) > MOST_OBJECTS:
        raise refused("too_many", limit=MOST_OBJECTS, count=objects)
    if (values := bare.count(b",") + bare.count(b"[") + objects) > MOST_VALUES:
        raise refused("too_many", limit=MOST_VALUES, count=values)
    depth = 0
    for bracket in bare.translate(None, NOT_BRACKETS):
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
