"""What somebody foretells, before it is put on the record: how probable, in what hedge, by when (R-A11)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tansiq.efforts.milestones.models import Milestone
from tansiq.languages.words import Words
from tansiq.reviews.models import Review


@dataclass(frozen=True)
class By:
    """By when it is to come true: a day, or a range that may be hedged."""

    until_on: date
    from_on: date | None = None
    hedged: bool = False

    @property
    def told(self) -> dict[str, Any]:
        """As an entry tells it."""
        first = self.from_on.isoformat() if self.from_on else None
        return {"from": first, "until": self.until_on.isoformat(), "hedged": self.hedged}


@dataclass(frozen=True)
class Foretelling:
    """A claim with its probability in per cent (one number, a range, or none), its hedge and what it is about."""

    claim: Words
    low: int | None = None
    high: int | None = None
    hedge: Words | None = None
    by: By | None = None
    line: str = ""
    review: Review | None = None
    milestone: Milestone | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {name: getattr(self, name) for name in ("claim", "low", "high", "hedge", "line", "review", "milestone")}

    @property
    def told(self) -> dict[str, Any]:
        """As the entry tells it."""
        return {
            "text": self.claim.as_json(),
            "low": self.low,
            "high": self.high,
            "hedge": self.hedge.as_json() if self.hedge else None,
            "by": self.by.told if self.by else None,
            "line": self.line,
            "review": str(self.review.pk) if self.review else None,
            "milestone": str(self.milestone.pk) if self.milestone else None,
        }
