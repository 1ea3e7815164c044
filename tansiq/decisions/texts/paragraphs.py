"""Paragraphs as somebody writes them, the hash of a version, and which language lags behind the others."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tansiq import chance
from tansiq.decisions.texts.models import Paragraph
from tansiq.engines.brackets import is_clean
from tansiq.engines.canonical import canonical
from tansiq.engines.verbs import VERBS
from tansiq.languages.words import Words

STALE = "stale"
MOST = 200  # Paragraphs of one text.


@dataclass(frozen=True)
class Para:
    """A paragraph as it is written: its words and its verb, and which one of the former version it goes on from."""

    text: Words
    verb: str = ""
    strand: UUID | None = None

    @classmethod
    def of(cls, row: Paragraph) -> "Para":
        """What a stored paragraph says."""
        return cls(row.text, row.verb, row.strand)

    @property
    def said(self) -> dict[str, object]:
        """What counts of it for the hash: its verb and its words in each language, not the standing of these."""
        return {"verb": self.verb, "source": self.text.source, "words": dict(self.text.words)}


def digest_of(paragraphs: Iterable[Para]) -> str:
    """The hash of a version: SHA-256 of the canonical form of its paragraphs, in their order."""
    return hashlib.sha256(canonical([one.said for one in paragraphs])).hexdigest()


def written(paragraphs: Sequence[Para], former: Mapping[UUID, Para] | None = None) -> list[Para]:
    """Paragraphs as they are stored: each on its strand, a translation that its original has left behind marked stale.

    Raises:
        ValidationError: there is none or too many, a verb is unknown, or a strand is no strand of the former version.
    """
    known = former or {}
    if not 1 <= len(paragraphs) <= MOST:
        raise ValidationError(_("A text has 1 to %(most)s paragraphs."), params={"most": MOST})
    if any(one.verb and one.verb not in VERBS for one in paragraphs):
        raise ValidationError(_("This is no operative verb."))
    strands = [one.strand for one in paragraphs if one.strand is not None]
    if len({*strands}) != len(strands) or not {*strands} <= {*known}:
        raise ValidationError(_("A paragraph goes on from one paragraph of the former version, and from no other."))
    return [
        replace(
            one,
            strand=one.strand or chance.key(),
            text=_marked(one.text, known.get(one.strand) if one.strand else None),
        )
        for one in paragraphs
    ]


def _marked(words: Words, former: Para | None) -> Words:
    """Words of which each translation that stayed while its original changed is stale, until it is written anew."""
    if former is None:
        return words
    before = former.text
    left = {
        language
        for language, text in words.words.items()
        if language != words.source
        and before.words.get(language) == text
        and (before.words.get(words.source) != words.words[words.source] or before.standing.get(language) == STALE)
    }
    kept = {language: its for language, its in words.standing.items() if its != STALE}
    return replace(words, standing={**kept, **dict.fromkeys(left, STALE)})


def lagging(paragraphs: Iterable[Para | Paragraph], languages: Iterable[str]) -> tuple[str, ...]:
    """Which of these languages lags: a paragraph lacks its words, or has them from before the original was changed."""
    held = [one.text for one in paragraphs]
    return tuple(
        sorted(
            language
            for language in languages
            if any(not words.words.get(language) or words.standing.get(language) == STALE for words in held)
        )
    )


def bracketed(paragraphs: Iterable[Para | Paragraph]) -> list[int]:
    """Which paragraphs hold words in brackets in one of their languages, counted from one: they are not agreed yet."""
    return [
        number
        for number, one in enumerate(paragraphs, 1)
        if not all(is_clean(words) for words in one.text.words.values())
    ]


def open_brackets(paragraphs: Iterable[Para | Paragraph]) -> Any:
    """In words, which paragraphs stay in the way of an adoption because they are in brackets; None where none are."""
    held = bracketed(paragraphs)
    if not held:
        return None
    told = ngettext(
        "Paragraph %(which)s still has words in brackets: nothing is adopted before they are agreed.",
        "Paragraphs %(which)s still have words in brackets: nothing is adopted before they are agreed.",
        len(held),
    )
    return told % {"which": _(", ").join(str(number) for number in held)}
