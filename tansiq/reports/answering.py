"""An answer as a form or a file gives it, before it is filed: plain values, nothing stored."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any
from uuid import UUID

from tansiq.languages.words import Words


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one reporter to one question: a figure with all that makes it one, or why there is none."""

    answer: str
    as_of_from: date | None = None
    as_of_until: date | None = None
    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "none_stated"
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    base: UUID | None = None
    level: str = ""
    words: Words | None = None
    reason: Words | None = None
    method: Words | None = None
    evidence: Words | None = None
    reliability: str = ""
    credibility: str = ""
    overruled: Words | None = None

    @property
    def has_figure(self) -> bool:
        """Whether it brings a figure."""
        return self.answer == "figure"

    def as_json(self) -> dict[str, Any]:
        """What was given, as the record keeps it: nothing that was left out, decimals as strings."""
        held = zip(self.__slots__, _all(self), strict=True)
        return {name: _plain(value) for name, value in held if value is not None and value != ""}


_all = attrgetter(*Answer.__slots__)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Words):
        return value.as_json()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
