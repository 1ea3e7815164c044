"""Reading what is measured: measures with their newest figures, one measure's figures, and what contradicts what."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce, JSONObject, RowNumber
from django.shortcuts import get_object_or_404

from tansiq.efforts.dividing.models import Part
from tansiq.efforts.milestones.models import Milestone
from tansiq.efforts.milestones.queries import milestones
from tansiq.efforts.models import (
    Base,
    Baseline,
    Conflict,
    Correction,
    Figure,
    Goal,
    Lead,
    Measure,
    Succession,
    Successor,
    Target,
)
from tansiq.release.models import Audience
from tansiq.reviews.models import Review, Subject

IN_SMALL = 40  # Figures of a measure where it stands among others: the newest.
LEADING = 2  # Measures that stand for a line of effort.
POINTS = 40  # Points of a path, and milestones of a measure, on its page.
DOUBTS = 20  # Developments that make one thing doubtful.
PARTS = 400  # Parts of figures on one page.
RANKS = (Measure.Role.EFFECTIVENESS, Measure.Role.PERFORMANCE, Measure.Role.OUTPUT, Measure.Role.INPUT)
NEWEST = (F("as_of_until").desc(nulls_last=True), F("stated_until").desc(nulls_last=True), "key")
WITH = ("audience", "base", "base__audience", "speaker", "said_by", "source", "source__audience")


def report_of(figure: str = "pk") -> Subquery:
    """By which report a figure was filed, and to which call; nothing where a source states it."""
    rows = Figure.objects.filter(pk=OuterRef(figure), reports__isnull=False).order_by("reports__key")
    return Subquery(rows.values(told=JSONObject(key="reports__key", call="reports__call__title"))[:1])


def figures() -> QuerySet[Figure]:
    """Figures with their base, whoever stated them and their source, the newest first; and what contradicts each."""
    here = OuterRef("pk")
    against = Conflict.objects.filter(figure=here).order_by("key").values("other_id")
    against_of = Conflict.objects.filter(other=here).order_by("key").values("figure_id")
    rows = Figure.objects.select_related(*WITH).annotate(
        against=ArraySubquery(against),
        against_of=ArraySubquery(against_of),
        corrected=Exists(Correction.objects.filter(earlier=here)),
        report=report_of(),
    )
    return rows.order_by(*NEWEST)


def figures_of(measure: UUID) -> QuerySet[Figure]:
    """The figures of one measure."""
    return figures().filter(measure=measure).select_related(*WITH, "measure", "review", "review__audience")


def figures_at(review: UUID) -> QuerySet[Figure]:
    """What was stated at a review, measure by measure."""
    rows = Figure.objects.filter(review=review).annotate(report=report_of())
    return rows.order_by("measure__line", "measure__code", "measure__key", *NEWEST)


def figures_since(review: Review) -> QuerySet[Figure]:
    """What was stated at a review and since, the newest first."""
    rows = figures().filter(stated_from__gte=review.starts_on).select_related(*WITH, "measure", "measure__audience")
    return rows.order_by(F("stated_until").desc(nulls_last=True), "measure__code", "key")


def conflicts() -> QuerySet[Conflict]:
    """The pairs of figures that contradict each other, the latest first, each with both of them."""
    of = ("measure", "measure__audience", "base", "base__audience", "speaker", "said_by", "source", "source__audience")
    sides = [f"{side}__{name}" for side in ("figure", "other") for name in of]
    rows = Conflict.objects.select_related("audience", "figure__audience", "other__audience", *sides).annotate(
        figure_report=report_of("figure"), other_report=report_of("other")
    )
    return rows.order_by(F("figure__as_of_until").desc(nulls_last=True), "figure__measure__code", "key")


def corrections_in(measure: UUID) -> dict[UUID, Correction]:
    """What corrects a figure of a measure, by the figure that it corrects."""
    rows = Correction.objects.filter(earlier__measure=measure).select_related("audience")
    return {one.earlier_id: one for one in rows.order_by("created_at", "key")}


def measures() -> QuerySet[Measure]:
    """Measures by line of effort, those that lead it first, each with how many figures it has."""
    own = Figure.objects.filter(measure=OuterRef("pk")).order_by()
    count = Subquery(own.values("measure").annotate(count=Count("*")).values("count"), output_field=IntegerField())
    places = [When(role=role, then=Value(place)) for place, role in enumerate(RANKS)]
    beside = ("audience", "baseline_source", "baseline_source__audience")
    rows = (
        Measure.objects.select_related(*beside)
        .prefetch_related(Prefetch("baselines", starts()))
        .annotate(
            number=Subquery(Subject.objects.filter(code=OuterRef("line")).order_by("key").values("number")[:1]),
            rank=Case(*places, default=Value(len(places)), output_field=IntegerField()),
            count=Coalesce(count, 0),
        )
    )
    return rows.order_by(F("number").asc(nulls_last=True), "line", "rank", F("count").desc(), "code", "key")


def starts() -> QuerySet[Baseline]:
    """Baselines that were set for measures, each with its denominator and its source."""
    beside = ("audience", "base", "base__audience", "source", "source__audience")
    return Baseline.objects.select_related(*beside).order_by("created_at", "key")


def with_newest(rows: QuerySet[Measure]) -> QuerySet[Measure]:
    """Measures, each with its newest figures, in one statement more."""
    return rows.prefetch_related(Prefetch("figures", figures()[:IN_SMALL], to_attr="newest"))


def in_conflict(rows: QuerySet[Measure]) -> QuerySet[Measure]:
    """Those of which two figures contradict each other."""
    return rows.filter(Exists(Conflict.objects.filter(figure__measure=OuterRef("pk"))))


def stated_at(rows: QuerySet[Measure], review: UUID) -> QuerySet[Measure]:
    """Those of which a figure was stated at a review."""
    return rows.filter(Exists(Figure.objects.filter(measure=OuterRef("pk"), review=review)))


def leading() -> QuerySet[Measure]:
    """What stands for each line of effort: effectiveness before performance, then what has the most figures."""
    order = [F("rank").asc(), F("count").desc(), F("code").asc(), F("key").asc()]
    place = Window(RowNumber(), partition_by=[F("line")], order_by=order)
    told = measures().filter(Exists(Figure.objects.filter(measure=OuterRef("pk"))))
    return with_newest(told.annotate(place=place).filter(place__lte=LEADING))


@dataclass(frozen=True)
class Whole:
    """One measure with its denominators, its goals, those whose goal it is, its path, and what stands beside it."""

    measure: Measure
    bases: list[Base]
    goals: list[Goal]
    goal_of: list[Goal]
    targets: list[Target]
    milestones: list[Milestone]
    earlier: list[Measure]  # What it succeeds.
    later: list[Measure]  # What succeeds it.
    doubts: list[Any]  # By what it is made doubtful: a later step's rows.
    audiences: list[Audience]  # Who may read the path and what stands beside it.


def measure_whole(key: UUID) -> Whole:
    """One measure and what belongs to it.

    Raises:
        Http404: there is no such measure, or none that I may see.
    """
    found = get_object_or_404(measures(), pk=key)
    goals = Goal.objects.filter(Q(measure=key) | Q(goal=key)).order_by("key")
    linked = list(goals.select_related("audience", "measure", "measure__audience", "goal", "goal__audience"))
    path, waited = list(targets_of(key)[:POINTS]), list(milestones().filter(measure=key)[:POINTS])
    follow = Successor.objects.filter(Q(earlier=key) | Q(later=key)).order_by("key")
    follows = list(follow.select_related("audience", "earlier", "earlier__audience", "later", "later__audience"))
    beyond = [one.earlier if one.later_id == key else one.later for one in follows]
    sources = [one.source for one in path if one.source]
    doubts = list(standing_doubts(found.doubts.all()))
    return Whole(
        found,
        list(bases_of(key)),
        [one for one in linked if one.measure_id == key],
        [one for one in linked if one.goal_id == key],
        path,
        waited,
        [one.earlier for one in follows if one.later_id == key],
        [one.later for one in follows if one.earlier_id == key],
        doubts,
        [one.audience for one in (*path, *waited, *follows, *beyond, *sources, *doubts)],
    )


def bases_of(measure: UUID) -> QuerySet[Base]:
    """The denominators of a measure in their order."""
    rows = Base.objects.filter(measure=measure).select_related("audience", "source", "source__audience")
    return rows.order_by("place", "key")


def standing_doubts(doubts: QuerySet[Any]) -> QuerySet[Any]:
    """By which developments something is made doubtful: those that were neither corrected nor withdrawn."""
    stand = doubts.filter(development__corrected_by__isnull=True, development__withdrawals__isnull=True)
    rows = stand.select_related("audience", "development", "development__audience")
    return rows.order_by("-development__since_on", "key")[:DOUBTS]


def targets_of(measure: UUID) -> QuerySet[Target]:
    """Where a measure shall be, day by day; of several for one day the newest stands and comes last."""
    rows = Target.objects.filter(measure=measure).select_related("audience", "source", "source__audience")
    return rows.order_by("on", "created_at", "key")


def targets_among(measures: Iterable[UUID]) -> list[Target]:
    """The paths of several measures, each in its order."""
    rows = Target.objects.filter(measure__in=[*measures]).select_related("audience", "source", "source__audience")
    return list(rows.order_by("measure", "on", "created_at", "key")[: POINTS * POINTS])


def parts_of(figures: Iterable[UUID]) -> QuerySet[Part]:
    """The parts of figures, breakdown by breakdown, each part in its place."""
    whole = ("breakdown", "breakdown__audience", "breakdown__figure", "breakdown__figure__measure")
    rows = Part.objects.filter(breakdown__figure__in=[*figures]).select_related("audience", *whole)
    return rows.order_by("breakdown__created_at", "breakdown__key", "place", "key")[:PARTS]


def leads_of(lines: QuerySet[Subject]) -> QuerySet[Lead]:
    """Who leads lines of effort, from when until when."""
    rows = Lead.objects.filter(line__in=lines.order_by().values("pk"))
    rows = rows.select_related("audience", "member", "source", "source__audience")
    return rows.order_by(F("starts_on").asc(nulls_first=True), "member__code", "key")


def successions_of(line: Subject) -> QuerySet[Succession]:
    """In which line of effort one goes on, and which went on in it."""
    rows = Succession.objects.filter(Q(earlier=line) | Q(later=line))
    return rows.select_related("audience", "earlier", "earlier__audience", "later", "later__audience").order_by("key")
