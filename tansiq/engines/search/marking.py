"""The words that were found, marked in the text as it was written: no letter is lost, none is changed."""

from collections.abc import Collection
from typing import NamedTuple

from tansiq.engines.search.words import stems, tokens

AROUND = 80  # Letters of an excerpt before the first word that was found.


class Piece(NamedTuple):
    """A piece of a text, and whether it is a word that was looked for."""

    text: str
    is_match: bool


def marked(text: str, marks: Collection[str]) -> list[Piece]:
    """A text in pieces; put together again they are the text.

    >>> marked("The Coalition’s states", {"state"})
    [Piece(text='The Coalition’s ', is_match=False), Piece(text='states', is_match=True)]
    """
    pieces, at = [], 0
    for start, end in _found(text, marks):
        if start > at:
            pieces.append(Piece(text[at:start], is_match=False))
        pieces.append(Piece(text[start:end], is_match=True))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:], is_match=False))
    return pieces


def has(text: str, marks: Collection[str]) -> int:
    """How many words of a text were looked for."""
    return len(_found(text, marks))


def excerpt(text: str, marks: Collection[str], size: int) -> str:
    """A part of a text, no longer than so many letters, around the first word that was found; cut between words.

    >>> excerpt("one two three four five six", {"five"}, 14)
    '… four five six'
    """
    if len(text) <= size:
        return text
    first = next(iter(_found(text, marks)), (0, 0))[0]
    start = max(0, min(first - min(AROUND, size // 3), len(text) - size))
    end = min(len(text), start + size)
    words = [(one.start, one.end) for one in tokens(text) if one.start >= start and one.end <= end]
    if not words:
        return text[start:end]
    begin, close = words[0][0] if start else 0, words[-1][1] if end < len(text) else len(text)
    return ("… " if start else "") + text[begin:close] + (" …" if end < len(text) else "")


def _found(text: str, marks: Collection[str]) -> list[tuple[int, int]]:
    """Where the words that were looked for begin and end."""
    wanted = frozenset(marks)
    return [
        (token.start, token.end)
        for token in (tokens(text) if wanted else ())
        if any(not wanted.isdisjoint(stems(word)) for word in token.plain)
    ]
