"""The board of a call: each member that is asked against each measure, as far as reports are released to the reader.

What is not released to the reader is told in the same words as what was not reported.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString

from tansiq.efforts.models import Measure
from tansiq.release.models import Audience, Member
from tansiq.release.wording import Stripe, chip
from tansiq.reports import wording
from tansiq.reports.models import Call, Report


@dataclass(frozen=True)
class Told:
    """A report as the board tells it."""

    report: Any
    answer: SafeString
    late: bool
    release: Stripe | None  # Said only to the reporter: to whom it gave its own answer.


@dataclass(frozen=True)
class Cell:
    """What one member answered to one measure: nothing released, or one report and more."""

    measure: Measure
    asked: bool
    reports: tuple[Told, ...]


@dataclass(frozen=True)
class Row:
    """One member on the board."""

    member: Member
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Board:
    """Who was asked for what, and what is released of what they answered."""

    call: Call
    measures: Sequence[Measure]
    asked: frozenset[tuple[UUID, UUID]]
    reports: Mapping[tuple[UUID, UUID], Sequence[Report]]

    @cached_property
    def members(self) -> set[UUID]:
        """Everyone who is asked, or has answered all the same."""
        return {member for member, _measure in self.asked} | {member for member, _measure in self.reports}

    @property
    def members_asked(self) -> int:
        """How many members are asked."""
        return len({member for member, _measure in self.asked})

    @property
    def members_reported(self) -> int:
        """Of how many of them a report is released to the reader."""
        asked = {member for member, _measure in self.asked}
        return len(asked & {member for member, _measure in self.reports})

    @property
    def audiences(self) -> list[Audience]:
        """Who may read what stands on it."""
        return [one.audience for one in self.measures] + [
            row.audience for rows in self.reports.values() for row in rows
        ]

    def row(self, member: Member, own: UUID | None, known: dict[int, Member], measures: Iterable[Measure]) -> Row:
        """What one member answered."""
        cells = (self.cell(member.pk, measure, known, mine=member.pk == own) for measure in measures)
        return Row(member, tuple(cells))

    def cell(self, member: UUID, measure: Measure, known: dict[int, Member], *, mine: bool) -> Cell:
        """What one member answered to one measure, the newest first."""
        rows = self.reports.get((member, measure.pk), ())
        return Cell(
            measure,
            (member, measure.pk) in self.asked,
            tuple(self._told(row, measure, known, mine=mine) for row in rows),
        )

    def _told(self, row: Any, measure: Measure, known: dict[int, Member], *, mine: bool) -> Told:
        late = row.created_at > self.call.due_at and not row.restates_another
        return Told(row, wording.answer(row, measure), late, chip(row.audience, known) if mine else None)


def board(call: Call, measures: Iterable[Any], rows: Iterable[Report], known: Iterable[Member]) -> Board:
    """The board, from what is asked of whom (queries.asked_measures) and from what is released."""
    order, members = list(measures), {member.pk: member for member in known}
    keys = {one.pk for one in order}
    reports: dict[tuple[UUID, UUID], list[Report]] = {}
    for row in rows:
        if row.said_by_id is not None and row.measure_id in keys:
            row.said_by = members[row.said_by_id]
            reports.setdefault((row.said_by_id, row.measure_id), []).append(row)
    return Board(call, order, frozenset((member, one.pk) for one in order for member in one.members_asked), reports)
