"""Words that one slip of the finger lies from another: a letter left out, added, changed, or two of them swapped."""

from collections.abc import Iterable
from functools import lru_cache

SHORTEST = 4  # Letters of a word that may be mistyped; of shorter ones every other is near.
MOST = 6


def near(word: str, known: Iterable[str]) -> list[str]:
    """The known words one slip away from a word, those of its first letter first.

    >>> near("coaliton", ["coalition", "coal", "collation"]), near("التحالق", ["التحالف", "التحليق"])
    (['coalition'], ['التحالف'])
    """
    if len(word) < SHORTEST:
        return []
    found = [one for one in known if _may_be(word, one) and is_near(word, one)]
    return sorted(found, key=lambda one: (one[:1] != word[:1], abs(len(one) - len(word)), one))[:MOST]


def _may_be(word: str, other: str) -> bool:
    return (
        abs(len(word) - len(other)) <= 1 and len(other) >= SHORTEST and not _shorter(word).isdisjoint(_shorter(other))
    )


@lru_cache(maxsize=1 << 15)
def _shorter(word: str) -> frozenset[str]:
    """A word and what is left of it without one of its letters: two near words share one of these."""
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


def is_near(word: str, other: str) -> bool:
    """Whether one slip leads from a word to another.

    >>> is_near("daesh", "deash"), is_near("daesh", "dash"), is_near("daesh", "daish"), is_near("daesh", "dishes")
    (True, True, True, False)
    """
    if word == other:
        return False
    start = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), None)
    if start is None:
        return abs(len(word) - len(other)) == 1
    one, two = word[start:], other[start:]
    swapped = len(one) > 1 and len(two) > 1 and one[0] == two[1] and one[1] == two[0] and one[2:] == two[2:]
    return swapped or one[1:] == two[1:] or one[1:] == two or one == two[1:]
