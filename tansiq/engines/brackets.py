"""Text in square brackets: what is not agreed yet, as it was typed."""

from collections.abc import Iterator
from typing import NamedTuple

OPEN, SHUT = "[", "]"


class Part(NamedTuple):
    """Some of the words, and whether they stand in brackets."""

    held: bool
    words: str


def parts(text: str) -> list[Part]:
    """A text in parts, each bracket with all that it holds; one that is never shut holds the rest.

    >>> [tuple(one) for one in parts("We [shall [not]] act.")]
    [(False, 'We '), (True, '[shall [not]]'), (False, ' act.')]
    >>> [tuple(one) for one in parts("Agreed] [open")]
    [(False, 'Agreed] '), (True, '[open')]
    """
    return [Part(held, words) for held, words in _parts(text) if words]


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    depth = begin = 0
    for place, letter in enumerate(text):
        if letter == OPEN:
            if not depth:
                yield False, text[begin:place]
                begin = place
            depth += 1
        elif letter == SHUT and depth:
            depth -= 1
            if not depth:
                yield True, text[begin : place + 1]
                begin = place + 1
    yield depth > 0, text[begin:]


def is_clean(text: str) -> bool:
    """Whether nothing in a text stands in brackets.

    >>> is_clean("Agreed."), is_clean("[Open.]")
    (True, False)
    """
    return not any(part.held for part in parts(text))
