"""From a text to its words: where each stands in it, its bare letters, and the stems by which it is found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tansiq.engines.search import arabic, english
from tansiq.engines.search.alike import one_for_all
from tansiq.engines.search.letters import bare

LONGEST = 60  # Letters of a word that count.

# A word as it is written, with its vowel signs, accents, joiners and tatweel inside.
_SIGNS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_SIGNS}])*")
_BARE = re.compile(r"[^\W_]+")

# Words that stand in every text: none is looked for.
STOP = """
a an and are as at be been by for from had has have he her his i in into is it its not of on or s she that the their
them there these they this those to was we were which who will with would you your
في من إلى عن ان إن أن ما لا لم لن هذا هذه ذلك تلك التي الذي الذين أو ثم قد كان كانت هو هي هم بين مع كما منذ حتى إذا كل و
لكن غير بعد قبل أي
"""
_STOP = frozenset(map(bare, STOP.split()))


@dataclass(frozen=True)
class Token:
    """One word of a text: where it begins and ends, and what it is in bare letters (mostly one word)."""

    start: int
    end: int
    plain: tuple[str, ...]


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in their order.

    >>> [(one.start, one.plain) for one in tokens("The Coalition’s ٢٢ دُوَل")]
    [(0, ('the',)), (4, ('coalition',)), (14, ('s',)), (16, ('22',)), (19, ('دول',))]
    """
    for found in _WORD.finditer(text):
        yield Token(found.start(), found.end(), _plain(found.group()))


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> tuple[str, ...]:
    return tuple(one[:LONGEST] for one in _BARE.findall(bare(word)))


def plain(text: str) -> list[str]:
    """The words of a text in bare letters, in their order.

    >>> plain("الأردنّ و Jordan")
    ['الاردن', 'و', 'jordan']
    """
    return [word for token in tokens(text) for word in token.plain]


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> tuple[str, ...]:
    """The stems by which a word in bare letters is found; none of a word that stands in every text.

    >>> stems("الدولية"), stems("countries"), stems("the")
    (('دول',), ('countri',), ())
    """
    if word in _STOP:
        return ()
    found = arabic.stems(word) if "\u0600" <= word[:1] <= "\u06ff" else (english.stem(word),)
    return tuple(dict.fromkeys(one_for_all(stem) for stem in found))


def gathered(texts: Iterable[str]) -> list[str]:
    """The stems of several texts, place by place, as the index takes them; nothing runs from one text into the next.

    A place holds a word's stems parted by a space, and nothing where a word stands in every text.

    >>> gathered(["The states report", "الدول"])
    ['', 'state', 'report', '', 'دول']
    """
    places: list[str] = []
    for text in texts:
        if places:
            places.append("")
        places += [" ".join(stems(word)) for word in plain(text)]
    return places
