"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "gone", "new"]
PART = re.compile(r"\s+|[^\s]+")


class Piece(NamedTuple):
    """Some of the words: they stand in both texts, in the former alone, or in the later alone."""

    kind: Kind
    words: str


def apart(former: str, later: str) -> list[Piece]:
    """The two texts as one: what went stands before what came in its place.

    >>> [tuple(one) for one in apart("The money is late.", "The money was late.")]
    [('same', 'The money '), ('gone', 'is'), ('new', 'was'), ('same', ' late.')]
    >>> apart("", "")
    []
    """
    return [Piece(kind, words) for kind, words in _pieces(PART.findall(former), PART.findall(later)) if words]


def _pieces(former: list[str], later: list[str]) -> Iterator[tuple[Kind, str]]:
    matched = SequenceMatcher(None, former, later, autojunk=False).get_opcodes()
    for way, begin, end, later_begin, later_end in matched:
        if way == "equal":
            yield "same", "".join(former[begin:end])
        else:
            yield "gone", "".join(former[begin:end])
            yield "new", "".join(later[later_begin:later_end])
