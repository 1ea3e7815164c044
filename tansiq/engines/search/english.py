"""A light stemmer of English: endings of number, of time and of manner go, and both spellings become one."""

import re
from functools import lru_cache

VOWELS = frozenset("aeiouy")
SHORTEST = 4  # Letters of a word that has an ending.

# What stands before an ending that makes a noun or an adjective, and how much of the word must be left.
_ENDINGS = (
    ("isation", "is", 3), ("ational", "at", 4), ("ation", "at", 4), ("ition", "it", 4), ("ution", "ut", 4),
    ("ness", "", 4), ("tional", "t", 4), ("tion", "t", 5), ("sion", "s", 5), ("ially", "", 4), ("ally", "al", 4),
    ("ly", "", 4), ("ator", "at", 4), ("utor", "ut", 4), ("ful", "", 4), ("ive", "", 5),
)  # fmt: skip
_SHORT = re.compile("[^aeiouy]*[aeiouy][^aeiouywx]")  # Such as "plan": "plane" is another word and keeps its e.
_DOUBLED = frozenset("bdfgmnprt")
_IS = (("ization", "isation"), ("izing", "ising"), ("ized", "ised"), ("izes", "ises"), ("ize", "ise"), ("izer", "iser"))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word in small letters.

    >>> [stem(word) for word in ("pledges", "pledging", "pledged", "countries", "country", "stabilization")]
    ['pledg', 'pledg', 'pledg', 'countri', 'countri', 'stabilis']
    """
    if len(word) < SHORTEST or not word.isalpha():
        return word
    word = _plural(_spelt(word))
    word = _time(word)
    for ending, left, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word.removesuffix(ending) + left
            break
    if word.endswith("e") and len(word) > SHORTEST and not _SHORT.fullmatch(word[:-1]):
        return word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) >= SHORTEST and word[-2] not in VOWELS else word


def _spelt(word: str) -> str:
    """The spelling with s where another has z."""
    for one, other in _IS:
        for ending in (one, f"{one}s"):
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return word.removesuffix(ending) + other + ending.removeprefix(one)
    return word


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _time(word: str) -> str:
    """Without -ing and -ed, where a word is left."""
    if word.endswith("ied") and len(word) > SHORTEST:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) >= SHORTEST - 1 and VOWELS & set(left) and not left.endswith("e"):
            if left[-1] == left[-2] and left[-1] in _DOUBLED:
                return left[:-1]
            return left + "e" if _SHORT.fullmatch(left) else left
    return word
