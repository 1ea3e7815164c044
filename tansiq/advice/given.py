"""What a member gives, before it is kept: its kind, its words, and of a weak point how grave and how one knows."""

from dataclasses import dataclass, replace
from typing import Any, Self

from tansiq.advice.models import Given
from tansiq.engines.lettering import script_of
from tansiq.languages.words import Words


@dataclass(frozen=True)
class Said:
    """What is given."""

    kind: str
    words: Words
    line: str = ""
    severity: str = ""
    evidence: Words | None = None

    @classmethod
    def of(cls, given: Given) -> Self:
        """What was given."""
        return cls(given.kind, given.words, given.line, given.severity, given.evidence)

    @property
    def columns(self) -> dict[str, Any]:
        """The same as columns hold it."""
        return {
            "kind": self.kind,
            "words": self.words,
            "line": self.line,
            "severity": self.severity,
            "evidence": self.evidence,
        }

    @property
    def told(self) -> dict[str, Any]:
        """The same as the record tells it."""
        evidence = self.evidence.as_json() if self.evidence else None
        return {**self.columns, "kind": str(self.kind), "words": self.words.as_json(), "evidence": evidence}

    def unsigned(self) -> Self:
        """The same in the language of its letters, whatever language its author reads the house in."""
        evidence = _by_its_letters(self.evidence) if self.evidence else None
        return replace(self, words=_by_its_letters(self.words), evidence=evidence)


def _by_its_letters(words: Words) -> Words:
    plain = words.words[words.source]
    language = script_of(plain)
    return Words(language, {language: plain})
