"""People's words: in one language or more, without marks that hide or disguise."""

import unicodedata
from dataclasses import dataclass
from typing import Any, Final

STANDINGS: Final = ("official", "unofficial", "machine")

# Marks that no text needs and that make one text look like another: overrides, embeddings, invisible spaces, tags.
DISGUISES: Final = frozenset(
    (
        *(0x200B, 0x2028, 0x2029, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x206A, 0x2070),
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    ),
)
UNUSED: Final = 0xFFFE  # The last two numbers of every plane are no marks.
OPENING: Final = "\u2066\u2067\u2068"
CLOSING: Final = "\u2069"


@dataclass(frozen=True, slots=True)
class Text:
    """Words in each language that they are held in, the language they come from, and what each translation is worth."""

    source: str
    words: tuple[tuple[str, str], ...]
    standing: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The words as a file states them."""
        return {
            **dict(self.words),
            "source": self.source,
            **({"standing": dict(self.standing)} if self.standing else {}),
        }

    def as_words(self) -> dict[str, Any]:
        """The words as the house holds them."""
        return {
            "source": self.source,
            "words": dict(self.words),
            **({"standing": dict(self.standing)} if self.standing else {}),
        }


def bad_mark(words: str, *, lines: bool = False) -> str | None:
    r"""The first mark that may not stand in words, by its number; None where all is well.

    >>> bad_mark("a\x00"), bad_mark("fair words"), bad_mark("\u2067open")
    ('U+0000', None, 'U+2067')
    """
    if words.isprintable():
        return None
    depth = 0
    for mark in words:
        if mark.isascii():
            if not (mark.isprintable() or (lines and mark == "\n")):
                return number_of(mark)
        elif mark in OPENING:
            depth += 1
        elif mark == CLOSING:
            depth -= 1
            if depth < 0:
                return number_of(mark)
        elif ord(mark) in DISGUISES or unicodedata.category(mark) in ("Cc", "Cs", "Co") or ord(mark) & UNUSED == UNUSED:
            return number_of(mark)
    return number_of(next(mark for mark in words if mark in OPENING)) if depth else None


def number_of(mark: str) -> str:
    """A mark's number, as its standard writes it."""
    return f"U+{ord(mark):04X}"
