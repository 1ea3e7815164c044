"""Names in alphabetical order: Arabic without the article and the hamza's seats, Latin without accents and "The"."""

import unicodedata

ARTICLE = "ال"
THE = "the "
SHORTEST = 4  # Letters of a word that can carry the article: of fewer, its first two are its own.

# Letters that sort with another one; the tailless and the Persian ones would else come after the whole alphabet.
_WITH = str.maketrans(
    {"ى": "ي", "ة": "ه", "ء": "", "ـ": "", "ٱ": "ا", "پ": "ب", "چ": "ج", "ژ": "ز", "ڤ": "ف", "گ": "ك"}
)


def sort_key(name: str) -> tuple[str, str]:
    """Where a name stands in its alphabet; the name itself decides between two that are written alike.

    >>> sorted(["هولندا", "الأردن", "ألمانيا", "إسبانيا", "المملكة المتحدة", "النمسا"], key=sort_key)
    ['الأردن', 'إسبانيا', 'ألمانيا', 'المملكة المتحدة', 'النمسا', 'هولندا']
    """
    whole = unicodedata.normalize("NFKC", name)
    bare = " ".join(_bare(word) for word in whole.split())
    return bare.removeprefix(THE) or bare, whole


def _bare(word: str) -> str:
    """A word's letters alone. The article goes first: without its hamza, the first letters of ألمانيا look like one."""
    if word.startswith(ARTICLE) and len(word) >= SHORTEST:
        word = word.removeprefix(ARTICLE)
    letters = (sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return "".join(letters).translate(_WITH).casefold()
