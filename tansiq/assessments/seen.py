"""What somebody sees of a line of effort, before it is put on the record; and whose eyes these are."""

from dataclasses import dataclass
from datetime import date

from tansiq.assessments.models import Assessment
from tansiq.languages.words import Words
from tansiq.sources.models import Source


@dataclass(frozen=True)
class Seen:
    """How a line of effort stands over a window, how sure that is and why (R-A8)."""

    aspect: str
    window: str
    as_of: date
    rating: str  # Nothing of the context: it is no performance of ours.
    trend: str
    confidence: str
    why: Words
    words: Words
    since_on: date | None = None
    since_hedged: bool = False

    @property
    def columns(self) -> dict[str, object]:
        """As the row keeps it."""
        return {
            "aspect": self.aspect,
            "window": self.window,
            "as_of": self.as_of,
            "rating": self.rating,
            "trend": self.trend,
            "confidence": self.confidence,
            "why": self.why,
            "words": self.words,
            "since_on": self.since_on,
            "since_hedged": self.since_hedged,
        }

    @property
    def told(self) -> dict[str, object]:
        """As the entry tells it."""
        told = {name: value for name, value in self.columns.items() if isinstance(value, str | bool)}
        return {
            **told,
            "as_of": self.as_of.isoformat(),
            "since": self.since_on.isoformat() if self.since_on else None,
            "why": self.why.as_json(),
            "text": self.words.as_json(),
        }


@dataclass(frozen=True)
class Eyes:
    """Independent eyes: whose they are, and where they say it; the secretariat enters it on their word."""

    name: Words
    source: Source


def seen_in(row: Assessment) -> Seen:
    """What an assessment on record says, as a form opens on it."""
    return Seen(
        row.aspect,
        row.window,
        row.as_of,
        row.rating,
        row.trend,
        row.confidence,
        row.why,
        row.words,
        row.since_on,
        row.since_hedged,
    )
