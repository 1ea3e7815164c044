"""The parts of figures as a page tells them: breakdown by breakdown, and whether they make the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString

from tansiq.efforts.dividing.models import Breakdown, Part
from tansiq.efforts.models import Figure
from tansiq.languages.amounts import Amount, told
from tansiq.languages.words import Words
from tansiq.release.models import Audience


@dataclass(frozen=True)
class Told:
    """A figure told apart in one way."""

    breakdown: Breakdown
    parts: tuple[tuple[Words, SafeString], ...]
    audiences: tuple[Audience, ...]

    @property
    def figure(self) -> Figure:
        """The whole."""
        return self.breakdown.figure

    @property
    def by(self) -> Words | str:
        """By what it is told apart."""
        named: Words | None = self.breakdown.by
        return named or self.breakdown.get_dimension_display()


def breakdowns(parts: Iterable[Part]) -> list[Told]:
    """Breakdowns from their parts, as the parts come."""
    held = [(one, list(rows)) for one, rows in groupby(parts, key=lambda part: part.breakdown)]
    return [
        Told(
            one,
            tuple((part.label, _amount(part, one.figure)) for part in rows),
            (one.audience, *(part.audience for part in rows)),
        )
        for one, rows in held
    ]


def _amount(part: Part, whole: Figure) -> SafeString:
    """A part with its hedge, in the unit of the whole."""
    return told(Amount(part.value, part.qualifier, unit=whole.measure.unit))
