"""What is put into a run: the rules that its body gave it, and what was done, in the order of the record."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tansiq.engines.silence.kinds import Kind

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Terms:
    """The rule of the body as it was when silence was proposed, and who is entitled (frozen at the start, R-S1)."""

    entitled: frozenset[str] = frozenset()
    least: timedelta = 3 * DAY  # The shortest run (R-S3).
    extensions: int = 1  # How often the chair may extend (R-S7).
    watch: timedelta = timedelta(hours=4)  # Before the end: downtime in it bars the notice (R-S6).
    without_meeting: bool = False  # Whether silence may start after a consultation alone (R-S2).
    wants_words: bool = True  # Whether a break needs its reason or its amendment (R-S5).


@dataclass(frozen=True)
class Event:
    """One act or occurrence: what, when by the server's clock, and by or about which member.

    Attributes:
        at: when it was put on the record; of an outage, when it was over.
        until: the end that a proposal, a start or an extension names.
        since: when a paper objection reached the chair, or since when the server was down.
        plain: at a meeting (of a proposal); that the objection holds (of what settles a contested run).
    """

    kind: Kind
    at: datetime
    by: str = ""
    until: datetime | None = None
    since: datetime | None = None
    words: str = ""
    plain: bool = False

    @property
    def counts_from(self) -> datetime:
        """The instant from which a break counts: a paper one from when it reached the chair (R-S6)."""
        return self.since if self.kind == Kind.PAPER and self.since else self.at
