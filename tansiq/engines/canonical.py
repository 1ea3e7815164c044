"""Canonical JSON: the one spelling of a body that is hashed (RFC 8785, restricted so that it is one `json.dumps`)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

LARGEST = 2**53 - 1


class NotCanonical(ValueError):  # noqa: N818 -- it names the state of a body
    """A body that has more than one spelling: a float, a large integer, a key beyond ASCII."""


def canonical(body: Any) -> bytes:  # noqa: ANN401 -- any JSON value
    """The canonical octets of a body: sorted ASCII keys, integers below 2^53, no floats (decimals are strings).

    >>> canonical({"b": [1, None], "a": "ا"}).decode()
    '{"a":"ا","b":[1,null]}'
    """
    _check(body)
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _check(body: Any) -> None:  # noqa: ANN401 -- any JSON value
    match body:
        case None | bool() | str():
            return
        case int():
            if abs(body) > LARGEST:
                raise NotCanonical(body)
        case Mapping():
            for key, value in body.items():
                if not isinstance(key, str) or not key.isascii():
                    raise NotCanonical(key)
                _check(value)
        case Sequence() if not isinstance(body, bytes | bytearray):
            for value in body:
                _check(value)
        case _:
            raise NotCanonical(type(body).__name__)
