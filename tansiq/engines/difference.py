"""What changed between two texts, word by word, in whatever script they are written."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

Kind = Literal["same", "gone", "new"]
# A word with its Arabic vowel signs, a space, or one mark by itself: a comma that is moved does not change its word.
PART = re.compile(r"\s+|[\w\u0610-\u061a\u064b-\u065f\u0670'’-]+|[^\w\s]")


class Piece(NamedTuple):
    """Some of the words: they stand in both texts, in the former alone, or in the later alone."""

    kind: Kind
    words: str


def apart(former: str, later: str) -> list[Piece]:
    """The two texts as one, in reading order: what went stands before what came in its place.

    >>> [tuple(one) for one in apart("The money is late.", "The money was late.")]
    [('same', 'The money '), ('gone', 'is'), ('new', 'was'), ('same', ' late.')]
    >>> [tuple(one) for one in apart("يحرس السد كل يوم.", "يحرس الجسر الكبير، كل يوم.")]
    [('same', 'يحرس '), ('gone', 'السد'), ('new', 'الجسر الكبير،'), ('same', ' كل يوم.')]
    >>> [tuple(one) for one in apart("It [shall] [should] stand.", "It shall stand.")]
    [('same', 'It '), ('gone', '['), ('same', 'shall'), ('gone', '] [should]'), ('same', ' stand.')]
    >>> apart("", "")
    []
    """
    pieces = [Piece(kind, words) for kind, words in _pieces(PART.findall(former), PART.findall(later)) if words]
    return list(_joined(pieces))


def _pieces(former: list[str], later: list[str]) -> Iterator[tuple[Kind, str]]:
    matched = SequenceMatcher(None, former, later, autojunk=False).get_opcodes()
    for way, begin, end, later_begin, later_end in matched:
        if way == "equal":
            yield "same", "".join(former[begin:end])
        else:
            yield "gone", "".join(former[begin:end])
            yield "new", "".join(later[later_begin:later_end])


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Words that changed side by side are read as one change: the space between them goes and comes with them."""
    for changed, run in groupby(_marked(pieces), key=lambda one: one[0]):
        held = [piece for _changed, piece in run]
        if not changed:
            yield from held
            continue
        for kind in ("gone", "new"):
            if words := _of(held, kind):
                yield Piece(kind, words)


def _marked(pieces: list[Piece]) -> Iterator[tuple[bool, Piece]]:
    for place, piece in enumerate(pieces):
        between = 0 < place < len(pieces) - 1 and piece.kind == "same" and piece.words.isspace()
        yield piece.kind != "same" or between, piece


def _of(held: Iterable[Piece], kind: Kind) -> str:
    return "".join(piece.words for piece in held if piece.kind in (kind, "same"))
