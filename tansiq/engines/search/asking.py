"""What is looked for: words, "phrases", and what shall -not be there; never more than can be looked for at once."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from tansiq.engines.search.words import plain, stems

LONGEST = 400  # Signs of a question that are read.
MOST = 16  # Words that are looked for.
HERE = "@"  # Before every stem of an expression: what the index writes before its own.

_PART = re.compile(r'(?P<not>(?<!\S)[-\u2212])?(?:["“”«»„](?P<phrase>[^"“”«»„]*)["“”«»„]?|(?P<word>[^\s"“”«»„]+))')


@dataclass(frozen=True)
class Term:
    """One word or one phrase: place by place its word and the stems that it may have there; no stems, any word."""

    places: tuple[tuple[str, tuple[str, ...]], ...]
    wanted: bool

    def expression(self) -> str:
        """The term in PostgreSQL's language of searching."""
        said, gap = "", 0
        for _word, possible in self.places:
            gap += 1
            if possible:
                either = " | ".join(f"'{HERE}{stem}'" for stem in possible)
                said += (f" <{gap}> " if said else "") + (f"({either})" if len(possible) > 1 else either)
                gap = 0
        return said if self.wanted else f"!({said})"


@dataclass(frozen=True)
class Query:
    """A question: every wanted term must be there, no other may."""

    terms: tuple[Term, ...]
    cut: bool = False  # Whether more was asked for than is looked for.

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for: without a wanted word nothing is found."""
        return not any(term.wanted for term in self.terms)

    @property
    def expression(self) -> str:
        """The question in PostgreSQL's language of searching.

        >>> ask('Iraqi "the new states" -border').expression
        "'@iraqi' & '@new' <1> '@state' & !('@border')"
        """
        return " & ".join(term.expression() for term in self.terms)

    @property
    def marks(self) -> frozenset[str]:
        """The stems of all that is wanted."""
        return frozenset(stem for term in self.terms if term.wanted for _word, held in term.places for stem in held)

    def widened(self, alike: Callable[[str], Collection[str]]) -> "Query":
        """The same question, each wanted word standing also for those like it."""
        return replace(self, terms=tuple(_widened(term, alike) if term.wanted else term for term in self.terms))


def ask(text: str) -> Query:
    """Read a question; whatever is typed is one.

    >>> [term.places for term in ask("the دول").terms]
    [(('دول', ('دول',)),)]
    """
    read = list(islice(_terms(text[:LONGEST]), MOST + 1))
    return Query(_bounded(read), cut=len(text) > LONGEST or sum(len(term.places) for term in read) > MOST)


def _terms(text: str) -> Iterable[Term]:
    for part in _PART.finditer(text):
        places = tuple((word, stems(word)) for word in plain(part["phrase"] or part["word"] or ""))
        while places and not places[0][1]:  # A phrase begins with a word that is looked for.
            places = places[1:]
        if any(held for _word, held in places):
            wanted = not part["not"]
            yield from [Term(places, wanted)] if part["phrase"] or not wanted else _apart(places)


def _apart(places: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterable[Term]:
    """Words that are written together, such as with a hyphen, are looked for one by one."""
    return [Term((place,), wanted=True) for place in places if place[1]]


def _bounded(terms: Iterable[Term]) -> tuple[Term, ...]:
    kept: list[Term] = []
    left = MOST
    for term in terms:
        places = term.places[:left]
        left -= len(places)
        if any(held for _word, held in places):
            kept.append(replace(term, places=places))
    return tuple(kept)


def _widened(term: Term, alike: Callable[[str], Collection[str]]) -> Term:
    """The term with the stems of words like its own."""
    places = (
        (word, tuple(dict.fromkeys((*held, *(stem for other in alike(word) for stem in stems(other))))) if held else ())
        for word, held in term.places
    )
    return replace(term, places=tuple(places))
