"""What a review is opened with beside day and place: its time, what it looks back on, who is invited, its circle."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tansiq.release.models import Member
from tansiq.reviews.models import Series


@dataclass(frozen=True)
class Since:
    """From when on a review looks back, as exactly as that is known; hedged where it is only "about" then."""

    on: date
    precision: str
    hedged: bool = False


@dataclass(frozen=True)
class Plan:
    """What the invitation to a review says; nothing of it is known of most reviews of long ago."""

    series: Series | None = None
    starts_at: datetime | None = None
    zone: str = ""
    minutes: int | None = None
    since_start: Since | None = None
    since_last: Since | None = None
    invited: tuple[Member, ...] = ()
    invited_only: bool = False  # Whether its circle is those who are invited, not all who read its body.

    @property
    def columns(self) -> dict[str, Any]:
        """The review's own columns."""
        given: dict[str, Any] = {"series": self.series, "starts_at": self.starts_at, "minutes": self.minutes}
        given["zone"] = self.zone if self.starts_at else ""
        for name, since in (("start", self.since_start), ("last", self.since_last)):
            if since is not None:
                given |= {f"{name}_on": since.on, f"{name}_precision": since.precision, f"{name}_hedged": since.hedged}
        return given

    @property
    def told(self) -> dict[str, Any]:
        """The same as an entry of the record tells it."""
        return {
            "series": str(self.series.pk) if self.series else None,
            "at": self.starts_at.isoformat() if self.starts_at else None,
            "zone": self.zone,
            "minutes": self.minutes,
            "since_start": _told(self.since_start),
            "since_last": _told(self.since_last),
            "invited": [member.code for member in self.invited],
        }


UNPLANNED = Plan()


def _told(since: Since | None) -> dict[str, Any] | None:
    if since is None:
        return None
    return {"on": since.on.isoformat(), "precision": since.precision, "hedged": since.hedged}
