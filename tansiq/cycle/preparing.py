"""What a review rests on while it is prepared, part by part; of each part the few that its own room tells whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tansiq import clock
from tansiq.assessments import queries as assessments
from tansiq.assessments.models import Dissent
from tansiq.assessments.told import Side, few_of_each, side_by_side
from tansiq.assessments.told import audiences_of as of_assessments
from tansiq.contributions.giving.queries import arrived_since, promised
from tansiq.contributions.needs.queries import open_to
from tansiq.contributions.needs.told import Row, rows_of
from tansiq.contributions.needs.told import audiences_of as of_needs
from tansiq.decisions.lessons.models import Lesson, LessonStep
from tansiq.decisions.lessons.queries import audiences_of as of_lessons
from tansiq.decisions.lessons.queries import steps_among, unlearned
from tansiq.decisions.models import Action
from tansiq.decisions.queries import OPEN, actions
from tansiq.developments.briefing.models import Briefing, NextStep
from tansiq.developments.briefing.queries import briefings, steps_of
from tansiq.efforts.queries import targets_among
from tansiq.efforts.standing import Aim, Standing, aims_of
from tansiq.press.foretold import Foretold, due_before, readers_of, tell
from tansiq.release.led import led
from tansiq.release.models import Audience
from tansiq.reviews.agenda.models import AgendaItem, ReferralToSeries
from tansiq.reviews.agenda.queries import carried_to
from tansiq.reviews.agenda.told import audiences_of as of_items
from tansiq.reviews.agenda.waiting import waiting_at
from tansiq.reviews.models import Review
from tansiq.risks.models import Ranking, Risk
from tansiq.risks.queries import ranked_in, rankings
from tansiq.risks.told import side_by_side as ranked_side_by_side

FEW = 6  # Of each list on the page; the room of each tells all.
MEMBERS, GREATEST = 12, 3  # Rankings, and of each the risks that it puts first.


@dataclass(frozen=True)
class Stands:
    """How lines of effort stand: where each measure shall be, and what the newest eyes of each kind see."""

    sides: dict[str, list[Side]]  # By the codes of the lines.
    dissents: dict[UUID, list[Dissent]]
    aims: dict[object, Aim]
    audiences: list[Audience]


def stands(told: Sequence[Standing]) -> Stands:
    """How the lines of these measures stand, in three statements."""
    rows = few_of_each(assessments.newest())
    dissents: dict[UUID, list[Dissent]] = {}
    for one in assessments.dissents_among(rows):
        dissents.setdefault(one.assessment_id, []).append(one)
    sides: dict[str, list[Side]] = {}
    for side in side_by_side(rows, {}):
        sides.setdefault(side.line.code, []).append(side)
    aims = aims_of(told, targets_among(one.measure.pk for one in told), clock.today())
    audiences = [*of_assessments(rows, {}), *(one.audience for held in dissents.values() for one in held)]
    return Stands(sides, dissents, aims, [*audiences, *(one for aim in aims.values() for one in aim.audiences)])


@dataclass(frozen=True)
class Resources:
    """What is needed, what has arrived since the last review, and what was promised and has not: nothing is added."""

    needs: list[Row]
    arrived: list[Any]
    promised: list[Any]

    @property
    def audiences(self) -> Iterator[Audience]:
        """Who may read it."""
        yield from of_needs(self.needs)
        for one in (*self.arrived, *self.promised):
            beside = (one, getattr(one, "contribution", None), getattr(one, "source", None))
            yield from (row.audience for row in beside if row is not None)


def resources(since: date | None) -> Resources:
    """What the review has to go on; a handful of statements, however much it is."""
    return Resources(rows_of(list(led(open_to(), 0, FEW))), arrived_since(since, FEW), promised(FEW))


@dataclass(frozen=True)
class Briefed:
    """What the coordinator said last for the review, and which next steps are proposed."""

    briefing: Briefing | None
    steps: list[NextStep]

    @property
    def audiences(self) -> Iterator[Audience]:
        """Who may read it."""
        rows: list[Any] = [*([self.briefing] if self.briefing else []), *self.steps]
        rows += [one.line for one in self.steps if one.line]
        rows += [row for one in self.steps for link in one.links for row in (link, link.item)]  # type: ignore[attr-defined] # steps_of
        return (one.audience for one in rows)


def briefed(review: UUID) -> Briefed:
    """The newest version of the briefing that is released to the reader."""
    held = briefings(review).first()
    return Briefed(held, list(steps_of(held)) if held else [])


@dataclass(frozen=True)
class Feared:
    """Each member's own order of the risks, the greatest first: no order of all is made of them."""

    ranked: list[tuple[Ranking, list[Risk]]]

    @property
    def audiences(self) -> Iterator[Audience]:
        """Who may read it."""
        return (one.audience for ranking, risks in self.ranked for one in (ranking, *risks))


def feared(review: UUID) -> Feared:
    """What members fear most, as they ranked it for the review."""
    held = list(rankings(review)[:MEMBERS])
    return Feared([(one, risks[:GREATEST]) for one, risks in ranked_side_by_side(held, ranked_in(held))])


@dataclass(frozen=True)
class Carried:
    """What comes from before: items from other levels, what waits, actions not done, lessons not learned."""

    items: list[AgendaItem]
    waiting: list[ReferralToSeries]
    actions: list[Action]
    lessons: list[Lesson]
    steps: dict[UUID, list[LessonStep]]  # Of each lesson.

    @property
    def audiences(self) -> Iterator[Audience]:
        """Who may read it."""
        yield from of_items((*self.items, *(one.item for one in self.waiting)))
        yield from (one.audience for one in self.waiting)
        for one in self.actions:
            yield from (row.audience for row in (one, one.decision, one.source) if row is not None)
        yield from of_lessons(self.lessons, self.steps)


def carried(review: Review, *, for_member: bool) -> Carried:
    """What a review takes over; lessons are a room of members."""
    waits = waiting_at(review.series_id)[:FEW] if review.series_id else []
    open_ones = actions().filter(state__in=OPEN)
    taught = list(led(unlearned(), 0, FEW)) if for_member else []
    items = list(carried_to(review.pk)[:FEW])
    return Carried(items, waits, list(led(open_ones, 0, FEW)), taught, steps_among(taught))


@dataclass(frozen=True)
class Due:
    """What was foretold for a time that has passed, and nobody has said whether it came."""

    told: list[Foretold]
    audiences: list[Audience]


def due(review: Review) -> Due:
    """Which forecasts the review asks about (R-A11)."""
    today = clock.today()
    rows = due_before(review, today, FEW)
    return Due([tell(one, today) for one in rows], list(readers_of(rows)))


def all_audiences(*parts: Any) -> Iterable[Audience]:
    """Who may read all of these parts."""
    return (audience for part in parts for audience in part.audiences)
