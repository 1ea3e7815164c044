"""A light stemmer of Arabic: the article, the particles before a word and the endings after it go, its letters stay.

After the "light10" of L. S. Larkey, L. Ballesteros and M. Connell (2007), with longer guards, so that وزير keeps its و
and لبنان its ending; no root is sought.
"""

from functools import lru_cache

ARTICLE = "ال"
TO_THE = "لل"  # The article after ل loses its alef.
CARRIERS = "وفبكل"  # Particles that are written onto the word.
LEAST = 3  # Letters that a stem keeps.

# What begins with the letters of the article and has none.
_NO_ARTICLE = frozenset(
    {"الية", "اليات", "اليه", "الي", "الف", "الفا", "الاف", "الم", "الغاء", "التقاء", "الة", "الات", "اله"}
)
_NO_ARTICLE_STEMS = ("التزام", "الماني", "الباني", "التماس", "التحاق", "الكترون")

# Each ending with the letters that must be left of the word before it.
_ENDINGS = (
    ("هما", 4), ("تها", 3), ("تهم", 3), ("تنا", 3), ("تان", 3), ("تين", 3), ("هم", 4), ("كم", 4), ("ها", 3), ("نا", 3),
    ("ات", 3), ("ان", 4), ("ون", 4), ("ين", 4), ("ية", 3), ("يه", 3), ("ته", 4), ("ة", 3), ("ه", 3), ("ي", 3), ("ا", 4),
)  # fmt: skip
_WHOLE = frozenset({"مدني"})  # A civilian is no town.
_OWN_FIRST = frozenset({"وعود", "وزير", "وزرا", "وزار", "وفود", "وكال", "وقود", "واقع", "واجب"})  # Their و is no "and".


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> tuple[str, ...]:
    """The stems of a word in bare letters: one, and one more where its first letter may be a particle.

    >>> stems("والدولية"), stems("وزير"), stems("للدول"), stems("بتحالف")
    (('دول',), ('وزير',), ('دول',), ('بتحالف', 'تحالف'))
    """
    inner, certain = _without_article(word)
    stem = _without_endings(inner)
    if certain or not _may_carry(stem):
        return (stem,)
    return stem, stem[1:]


def _may_carry(stem: str) -> bool:
    """Whether the first letter may be a particle: what is left is long enough to be a word."""
    least = LEAST if stem[:1] == "و" else LEAST + 1
    return stem[:1] in set(CARRIERS) and len(stem) > least and stem not in _OWN_FIRST


def _without_article(word: str) -> tuple[str, bool]:
    """The word without its article and the particles before that; whether there was an article."""
    rest = word
    while True:
        at = _article(rest)
        if at is None:
            return rest, rest != word
        rest = rest[at:]


def _article(word: str) -> int | None:
    """Where the word begins after its article."""
    if word in _NO_ARTICLE or word.startswith(_NO_ARTICLE_STEMS):
        return None
    for place in range(3):  # At most "and", "with", and the article.
        rest = word[place:]
        if rest.startswith(ARTICLE) and len(rest) >= len(ARTICLE) + LEAST - 1 and (rest not in _NO_ARTICLE):
            return place + len(ARTICLE)
        if rest.startswith(TO_THE) and len(rest) > len(TO_THE) + 1:
            return place + len(TO_THE)
        if rest[:1] not in set(CARRIERS) or not rest:
            return None
    return None


def _without_endings(word: str) -> str:
    """The word without its endings, one after the other."""
    while word not in _WHOLE:
        shorter = next((word[: -len(end)] for end, least in _ENDINGS if _ends(word, end, least)), word)
        if shorter == word:
            break
        word = shorter
    if word.endswith("اء") and len(word) > LEAST:
        word = word.removesuffix("ء")
    return word[:-1] + "ه" if word.endswith("ة") else word


def _ends(word: str, end: str, least: int) -> bool:
    return word.endswith(end) and len(word) - len(end) >= least
