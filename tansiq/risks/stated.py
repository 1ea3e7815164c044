"""What somebody says of a risk, before it is put on the record (R-A12)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tansiq.languages.words import Words
from tansiq.release.models import Member
from tansiq.risks.models import Scale


@dataclass(frozen=True)
class Placed:
    """Where a risk stands on the coalition's scale: its level, how likely, how grave; each may be left open.

    Likely and grave stand side by side; steps have no size, so nothing is multiplied.
    """

    scale: Scale
    step: int | None = None
    likelihood: int | None = None
    impact: int | None = None


@dataclass(frozen=True)
class Stated:
    """A risk: what may go wrong, its level in words with their hedge, who answers for it and what is done."""

    text: Words
    level: Words
    hedge: Words | None = None
    line: str = ""  # The code of a line of effort; nothing for the whole.
    placed: Placed | None = None
    answers: Member | None = None
    mitigation: Words | None = None
    again_on: date | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {
            "text": self.text,
            "level": self.level,
            "hedge": self.hedge,
            "line": self.line,
            "scale": self.placed.scale if self.placed else None,
            **{name: getattr(self.placed, name, None) for name in ("step", "likelihood", "impact")},
            "answers": self.answers,
            "mitigation": self.mitigation,
            "again_on": self.again_on,
        }

    def told(self, review: UUID | None) -> dict[str, Any]:
        """As the entry tells it."""
        return {
            "text": self.text.as_json(),
            "level": self.level.as_json(),
            "hedge": self.hedge.as_json() if self.hedge else None,
            "line": self.line,
            "review": str(review) if review else None,
            "scale": str(self.placed.scale.pk) if self.placed else None,
            **{name: getattr(self.placed, name, None) for name in ("step", "likelihood", "impact")},
            "answers": self.answers.code if self.answers else None,
            "mitigation": self.mitigation.as_json() if self.mitigation else None,
            "again": self.again_on.isoformat() if self.again_on else None,
        }
