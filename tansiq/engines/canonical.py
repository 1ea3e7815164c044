"""Canonical JSON: the one spelling of a body that is hashed (RFC 8785, restricted so that it is one `json.dumps`)."""

import json
from typing import Any

LARGEST = 2**53 - 1


class NotCanonical(ValueError):
    """A body that has more than one spelling, or none: a float, a large integer, a key beyond ASCII, half a letter."""


def canonical(body: Any) -> bytes:
    """The canonical octets of a body: sorted ASCII keys, integers below 2^53, no floats (decimals are strings).

    >>> canonical({"b": [1, None], "a": "ا"}).decode()
    '{"a":"ا","b":[1,null]}'
    """
    _check(body)
    try:
        return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
    except UnicodeEncodeError as half:
        raise NotCanonical("a surrogate without its other half") from half


def _check(body: Any) -> None:
    match body:
        case None | bool() | str():
            return
        case int():
            if abs(body) > LARGEST:
                raise NotCanonical(body)
        case dict():
            for key, value in body.items():
                if not isinstance(key, str) or not key.isascii():
                    raise NotCanonical(key)
                _check(value)
        case list() | tuple():
            for value in body:
                _check(value)
        case _:
            raise NotCanonical(type(body).__name__)
