"""From where progress is told: the last baseline that its reader may read, or the start that a measure came with."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tansiq.efforts.models import Base, Baseline, Measure
from tansiq.languages.words import Words
from tansiq.release.models import Audience
from tansiq.sources.models import Source


@dataclass(frozen=True)
class Beginning:
    """A start: a number with its hedge or a step of the scale, the time it holds for, and by what it is known."""

    value: Decimal | None
    qualifier: str
    level: str
    first: date | None
    last: date | None
    precision: str
    source: Source | None
    basis: Words | None
    row: Baseline | None = None  # None: it came with the measure.

    @property
    def base(self) -> Base | None:
        """Of what it is a share, where whoever set it said so."""
        return self.row.base if self.row else None

    @property
    def audiences(self) -> list[Audience]:
        """Who may read it; what came with a measure is read with the measure."""
        return [one.audience for one in (self.row, self.base, self.source) if one]


def beginnings(measure: Measure) -> list[Beginning]:
    """Every start of a measure that I may see, in the order in which they were set: the last one stands."""
    came = _came_with(measure)
    rows = sorted(measure.baselines.all(), key=lambda one: (one.created_at, one.pk))
    return [*([came] if came else []), *(as_set(one) for one in rows)]


def start(measure: Measure) -> Beginning | None:
    """The start from which progress is told to me; nothing where none is on record for me."""
    return next(reversed(beginnings(measure)), None)


def as_set(row: Baseline) -> Beginning:
    """A baseline that was set for a measure, as a start."""
    return Beginning(row.value, row.qualifier, row.level, row.on, row.on, "day", row.source, row.basis, row)


def _came_with(measure: Measure) -> Beginning | None:
    if measure.baseline is None and not measure.baseline_level:
        return None
    return Beginning(
        measure.baseline,
        measure.baseline_qualifier,
        measure.baseline_level,
        measure.baseline_from,
        measure.baseline_until,
        measure.baseline_precision,
        measure.baseline_source,
        measure.baseline_basis,
    )
