"""Whether a hedge survives translation: a minister's "perhaps" stands in the level in every language (R-A12)."""

from collections.abc import Mapping

from tansiq.engines.search.words import plain


def lost(words: Mapping[str, str], hedge: Mapping[str, str]) -> list[str]:
    """The languages in which words have lost their hedge, or the hedge has no words of its own.

    >>> level = {"en": "perhaps a very large danger", "ar": "ربما خطر كبير جدًا"}
    >>> lost(level, {"en": "Perhaps", "ar": "ربما"}), lost(level, {"en": "perhaps"})
    ([], ['ar'])
    >>> lost({"en": "a very large danger"}, {"en": "perhaps", "ar": "ربما"})
    ['en']
    """
    return [code for code, text in words.items() if not _stands_in(hedge.get(code, ""), text)]


def _stands_in(hedge: str, text: str) -> bool:
    """Whether the words of a hedge stand one after another in a text.

    >>> _stands_in("very large", "a very large danger"), _stands_in("large", "enlarged"), _stands_in("", "large")
    (True, False, False)
    """
    sought, held = plain(hedge), plain(text)
    size = len(sought)
    return size > 0 and any(held[at : at + size] == sought for at in range(len(held) - size + 1))
