"""What is said of an item of an agenda, as its form gives it and as an entry of the record tells it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from tansiq.languages.words import Words
from tansiq.release.models import Member
from tansiq.reviews.agenda.models import Placed


@dataclass(frozen=True)
class Saying:
    """What an item says: what it is called, of which kind, when, for how long, by whom, with which note."""

    title: Words
    kind: str
    starts_at: datetime | None = None
    minutes: int | None = None
    presented_by: Member | None = None
    note: Words | None = None

    @classmethod
    def of(cls, said: Placed) -> Self:
        """What an item says already."""
        return cls(said.title, said.kind, said.starts_at, said.minutes, said.presented_by, said.note)

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of the item, or of its change."""
        return dict(vars(self))

    @property
    def told(self) -> dict[str, Any]:
        """The same as an entry tells it."""
        return {
            "text": self.title.as_json(),
            "kind": str(self.kind),
            "at": self.starts_at.isoformat() if self.starts_at else None,
            "minutes": self.minutes,
            "presented_by": self.presented_by.code if self.presented_by else None,
            "note": self.note.as_json() if self.note else None,
        }
