"""The letters that count: what two people write differently and mean alike is written in one way."""

import unicodedata

from tansiq.engines.digits import western

TURNS = 6  # Of bringing a text to its bare letters; ordinary texts need two.

# Letters of other alphabets that stand for the same one, and what Unicode does not take apart.
_ALIKE = str.maketrans(
    {
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ۃ": "ة",
        "ـ": "", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    }
)  # fmt: skip
_SEATS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "ء", "ئ": "ء"})  # An alef's hamza falls, another's stays.
_UNSEEN = frozenset({"Mn", "Me", "Cf"})  # Vowel signs, accents, joiners, marks of direction.


def bare(text: str) -> str:
    """A text's bare letters: no vowel signs, tatweel, hamza seats, accents, capitals; digits 0–9.

    The ة stays: to write it ه before the word is cut to its stem would take the stemmer's sign away.

    >>> bare("الأُمَّـــة"), bare("مسئول") == bare("مسؤول"), bare("ﻻ"), bare("Élan ٢٠١٥")
    ('الامة', True, 'لا', 'elan 2015')
    """
    for _turn in range(TURNS):
        turned = _turned(text)
        if turned == text:
            break
        text = turned
    return text


def _turned(text: str) -> str:
    text = unicodedata.normalize("NFKC", western(text)).translate(_SEATS).casefold()
    apart = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in apart if unicodedata.category(sign) not in _UNSEEN)
    return unicodedata.normalize("NFKC", kept.translate(_ALIKE))
