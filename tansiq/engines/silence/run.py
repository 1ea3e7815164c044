"""A run as it stands after all that was done: what is known of it, and its state at an instant.

An end is the first instant that no longer belongs to the run: an objection of the last microsecond before it breaks,
one at the end itself is late (half-open, [start, end)). Each act counts at its own instant and in the order of the
record: a clock that is set back takes no notice back, and one that is set forward leaves a gap in the house's
heartbeat, which is an outage like any other.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tansiq.engines.silence.events import Event, Terms
from tansiq.engines.silence.kinds import State

NONE = timedelta(0)


@dataclass(frozen=True)
class Run:
    """All that was done, gathered; every instant in UTC."""

    terms: Terms = field(default_factory=Terms)
    proposal: Event | None = None
    objections: tuple[Event, ...] = ()  # To the use of silence.
    start: datetime | None = None
    end: datetime | None = None  # None while the clock stands still.
    left: timedelta | None = None  # What remained when it was stopped.
    gaps: tuple[tuple[datetime, datetime], ...] = ()  # From an end that was not enough to its extension.
    extended: int = 0
    breaks: tuple[Event, ...] = ()  # The first decides; the others stay on record beside it.
    late: tuple[Event, ...] = ()
    contests: tuple[Event, ...] = ()
    outages: tuple[Event, ...] = ()
    unreached: frozenset[str] = frozenset()
    acknowledged: frozenset[str] = frozenset()
    associated: frozenset[str] = frozenset()
    notice: Event | None = None
    withdrawal: Event | None = None
    settlement: Event | None = None

    def state(self, now: datetime) -> State:
        """Where the run stands at an instant."""
        if self.settlement is not None:
            return State.BROKEN if self.settlement.plain else State.LAPSED
        if self.withdrawal is not None:
            return State.WITHDRAWN
        if self.contests:
            return State.CONTESTED
        if self.breaks:
            return State.BROKEN
        if self.notice is not None:
            return State.ADOPTED
        return self._before_start(now) if self.start is None else self._running(now)

    def _before_start(self, now: datetime) -> State:
        if self.proposal is None:
            return State.DRAFT
        gone = self.proposal.until is not None and now >= self.proposal.until
        return State.LAPSED if self.objections or gone else State.PROPOSED

    def _running(self, now: datetime) -> State:
        if self.end is None:
            return State.SUSPENDED
        if now < self.end:
            return State.UNDER_SILENCE
        return State.BARRED if self.is_barred else State.DUE

    @property
    def is_barred(self) -> bool:
        """Whether no notice may follow this end: the server was down shortly before it, or a notice did not arrive."""
        return bool(self.unreached or self.down)

    @property
    def down(self) -> tuple[Event, ...]:
        """The times within the last hours before the end in which the server was down."""
        if self.end is None:
            return ()
        end, first = self.end, self.end - self.terms.watch
        return tuple(one for one in self.outages if max(one.since or one.at, first) < min(one.at, end))

    def remaining(self, now: datetime) -> timedelta:
        """How long silence lasts yet: none after its end, and what was kept while the clock stands still."""
        if self.left is not None:
            return self.left
        return max(NONE, self.end - now) if self.end else NONE

    def is_in_time(self, at: datetime) -> bool:
        """Whether an objection of an instant is before the end, and not between an end and its extension."""
        return (self.end is None or at < self.end) and not any(first <= at < last for first, last in self.gaps)

    @property
    def broken_at(self) -> datetime | None:
        """From when it is broken."""
        return self.breaks[0].counts_from if self.breaks else None

    @property
    def silent(self) -> frozenset[str]:
        """Who is entitled and has neither acknowledged nor associated: nothing recorded."""
        return self.terms.entitled - self.acknowledged - self.associated
