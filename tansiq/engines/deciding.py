"""How a body decides: its rule as data."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

CONSENSUS, MINUS, MAJORITY, SILENCE = "consensus", "minus", "majority", "silence"
WAYS: Final = (CONSENSUS, MINUS, MAJORITY, SILENCE)
ENTITLED, VOTING = "entitled", "voting"  # A majority of all who are entitled, or of those who say yes or no.


@dataclass(frozen=True)
class Rule:
    """How a body decides, as it stands when a question is put: frozen with the question.

    >>> Rule(SILENCE, silence_hours=24).as_json()["silence_hours"]
    24
    >>> Rule.from_json(Rule(languages=("ar",)).as_json()) == Rule(languages=("ar",))
    True
    """

    way: str = CONSENSUS
    minus: int = 0  # How many objections a decision survives.
    numerator: int = 0  # Of a qualified majority.
    denominator: int = 0
    majority_of: str = ENTITLED
    quorum: int = 0  # How many must be present; none where the rule knows no quorum.
    quorum_numerator: int = 0  # Or which part of those entitled.
    quorum_denominator: int = 0
    silence_hours: int = 72  # The least.
    extensions: int = 2  # The most.
    downtime_hours: int = 4  # Before the end: a house that was down then gives no notice.
    hidden: bool = False  # Whether positions are hidden from others until the close.
    breaker_shown: bool = False  # Whether all see who broke silence; the chair always does.
    reasons: bool = True  # Whether an objection bears a reason; else it may bear none, and says so.
    languages: tuple[str, ...] = ()  # Nothing is adopted while one of these lags.
    without_meeting: bool = False  # Whether silence may start without a meeting.
    proxies: bool = False

    def as_json(self) -> dict[str, Any]:
        """The rule as a question freezes it."""
        return {**asdict(self), "languages": list(self.languages)}

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> Self:
        """The rule from what a question froze."""
        return cls(**{**held, "languages": tuple(held["languages"])})
