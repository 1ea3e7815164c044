"""What the reports that are released to a reader make together: its own totals, each saying of how many reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from tansiq.efforts.models import Base, Measure
from tansiq.efforts.wording import amount_of, pooled, steps
from tansiq.engines.pooling import LEVELS, Counted, Heard, Pool, pool
from tansiq.reports.models import Call, Overlap, Report, Ruling


@dataclass(frozen=True)
class Total:
    """One measure over all reports released to the reader: what they make together, and what is not in it."""

    measure: Measure
    asked: int  # Members.
    heard: int  # Members of whom a figure counts.
    pool: Pool | None
    base: Base | None
    no_data: int
    withheld: int
    no_report: int
    waiting: int  # Figures that are not accepted, where only accepted ones count.

    @property
    def missing(self) -> int:
        """Members of whom no report is released to the reader; whether they filed one, nobody says."""
        return self.asked - self.heard - self.no_data - self.withheld - self.no_report - self.waiting

    @property
    def told(self) -> SafeString | None:
        """The amount in words, where there is one."""
        return pooled(self.pool, self.measure, self.base) if self.pool else None

    @property
    def levels(self) -> list[tuple[str, int]]:
        """How many stand at which step, in the order of the scale."""
        if self.pool is None or self.pool.way != LEVELS:
            return []
        counted = dict(self.pool.levels)
        return [(name, counted[code]) for code, name in steps(self.measure) if code in counted]

    @property
    def twice(self) -> SafeString | None:
        """How much was counted by two and has been taken off once."""
        return amount_of(self.pool.twice, self.measure) if self.pool and self.pool.twice else None

    @property
    def several_bases(self) -> bool:
        """Whether shares of several wholes were reported, which no total can be made of (R-A3)."""
        return bool(self.pool) and self.measure.is_share and self.told is None and self.heard > 0


def totals(
    call: Call,
    measures: Iterable[Measure],
    asked: set[tuple[Any, Any]],
    rows: Iterable[Report],
    twice: Iterable[Overlap],
) -> list[Total]:
    """The total of each measure: of each reporter what it filed last, as far as that is released (R-A7)."""
    by_measure: dict[Any, list[Report]] = {}
    for row in rows:
        by_measure.setdefault(row.measure_id, []).append(row)
    members: dict[Any, set[Any]] = {}
    for member, of in asked:
        members.setdefault(of, set()).add(member)
    overlaps = list(twice)
    return [
        _total(
            call,
            measure,
            members.get(measure.pk, set()),
            by_measure.get(measure.pk, []),
            [one for one in overlaps if one.measure_id == measure.pk],
        )
        for measure in measures
    ]


def _total(call: Call, measure: Measure, asked: set[Any], rows: list[Report], overlaps: list[Overlap]) -> Total:
    held = counted_once(rows)
    figures = [row for row in held if row.figure is not None]
    counts = [row for row in figures if _counts(call, row)]
    said = {row.said_by_id: row.answer for row in reversed(held)}  # Of each reporter what it answered last.
    heard = {row.said_by_id for row in counts}
    waiting = {row.said_by_id for row in figures} - heard
    kinds = [answer for member, answer in said.items() if member not in heard | waiting]
    made = pool(
        measure.kind,
        measure.pools,
        [_heard(row) for row in counts],
        [Counted(_code(one.said_by), one.other.code, one.value) for one in overlaps],
    )
    bases = {str(row.figure.base_id or ""): row.figure.base for row in counts if row.figure}
    return Total(
        measure,
        asked=len(asked | set(said)),
        heard=len(heard),
        pool=made,
        base=bases.get(made.base) if made else None,
        no_data=kinds.count(Report.Answer.NO_DATA),
        withheld=kinds.count(Report.Answer.WITHHELD),
        no_report=kinds.count(Report.Answer.NO_REPORT),
        waiting=len(waiting),
    )


def counted_once(rows: Sequence[Report]) -> list[Report]:
    """The newest of each reporter, and older ones of a period that no newer one covers: of a flow both count."""
    kept: list[Report] = []
    of: dict[Any, list[Report]] = {}
    for row in sorted(rows, key=lambda one: (one.created_at, str(one.pk)), reverse=True):
        own = of.setdefault(row.said_by_id, [])
        if not any(_meet(row, other) for other in own):
            own.append(row)
            kept.append(row)
    return kept


def _meet(one: Report, other: Report) -> bool:
    first, second = one.figure, other.figure
    if first is None or second is None or first.as_of_until is None or second.as_of_until is None:
        return True
    starts = (first.as_of_from or first.as_of_until, second.as_of_from or second.as_of_until)
    return starts[0] <= second.as_of_until and starts[1] <= first.as_of_until


def _counts(call: Call, row: Any) -> bool:
    return call.way == Call.Way.CLARIFICATION or row.verdict == Ruling.Verdict.ACCEPTED


def _heard(row: Report) -> Heard:
    of: Any = row.figure
    return Heard(
        _code(row.said_by),
        of.as_of_until or row.created_at.date(),
        of.value,
        of.high,
        of.qualifier,
        of.numerator,
        of.denominator,
        str(of.base_id or ""),
        of.level,
    )


def _code(member: Any) -> str:
    code: str = member.code
    return code
