"""What somebody says before it is put on the record: what changed, or what came of what; and whose word it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from tansiq.assessments.models import Assessment
from tansiq.developments.models import Development
from tansiq.efforts.models import Figure, Measure
from tansiq.languages.words import Words
from tansiq.reviews.models import Review, Subject
from tansiq.sources.models import Source


@dataclass(frozen=True)
class Witness:
    """Whose word it is, where it is another's: the name, and where it is said."""

    name: Words
    source: Source


class Worded(Protocol):
    """Whatever says on whose word it stands."""

    @property
    def witness(self) -> Witness | None:
        """Whose word it is, where it is another's."""

    @property
    def source(self) -> Source | None:
        """Where it is said."""


def word_of(said: Worded) -> dict[str, Any]:
    """On whose word a row stands, as it keeps it: its owner's, or a named other's with a source."""
    if said.witness is None:
        return {"source": said.source}
    return {"source": said.witness.source, "said_by_id": None, "said_by_name": said.witness.name}


def told_word(said: Worded) -> dict[str, Any]:
    """The same as the entry tells it."""
    source = said.witness.source if said.witness else said.source
    return {
        "seen_by": said.witness.name.as_json() if said.witness else None,
        "source": str(source.pk) if source else None,
    }


@dataclass(frozen=True)
class Change:
    """What changed on the ground, since when, who saw it, and what it makes doubtful."""

    line: Subject | None
    review: Review | None
    words: Words
    since_on: date
    since_precision: str
    since_hedged: bool = False
    witness: Witness | None = None
    source: Source | None = None
    measures: Sequence[Measure] = ()
    assessments: Sequence[Assessment] = ()

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        held = ("line", "review", "words", "since_on", "since_precision", "since_hedged")
        return {**{name: getattr(self, name) for name in held}, **word_of(self)}

    @property
    def told(self) -> dict[str, Any]:
        """As the entry tells it; what it makes doubtful is told to those alone who read both."""
        return {
            "line": self.line.code if self.line else None,
            "review": str(self.review.pk) if self.review else None,
            "text": self.words.as_json(),
            "since": self.since_on.isoformat(),
            "precision": str(self.since_precision),
            "hedged": self.since_hedged,
            **told_word(self),
        }


@dataclass(frozen=True)
class Claimed:
    """That something came of something, and on what grounds."""

    line: Subject | None
    effect: Words
    cause: Words
    grounds: Words
    cause_line: Subject | None = None
    development: Development | None = None
    measure: Measure | None = None
    witness: Witness | None = None
    source: Source | None = None
    figures: Sequence[Figure] = ()

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        held = ("line", "effect", "cause", "grounds", "cause_line", "development", "measure")
        return {**{name: getattr(self, name) for name in held}, **word_of(self)}

    @property
    def told(self) -> dict[str, Any]:
        """As the entry tells it."""
        return {
            "line": self.line.code if self.line else None,
            "text": self.effect.as_json(),
            "cause": self.cause.as_json(),
            "grounds": self.grounds.as_json(),
            "cause_line": self.cause_line.code if self.cause_line else None,
            "development": str(self.development.pk) if self.development else None,
            "measure": str(self.measure.pk) if self.measure else None,
            **told_word(self),
        }
