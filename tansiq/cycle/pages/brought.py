"""A review and what it brought: who was there, what was said, figures, decisions, contributions, risks, sources."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from tansiq.contributions.models import Contribution
from tansiq.cycle.pages.gathering import Gathering, Listed
from tansiq.decisions.models import Decision, FollowUp
from tansiq.efforts.models import Conflict, Figure, Measure
from tansiq.efforts.queries import figures_at, report_of
from tansiq.efforts.standing import Pair, of_figures, pair
from tansiq.press.models import Forecast, Statement
from tansiq.press.queries import statements_at
from tansiq.release.models import Audience, Member
from tansiq.reports.models import Asked, Report
from tansiq.reviews.models import Concern, Numbering, Participation, Phase, Review, ReviewSource, Subject
from tansiq.reviews.queries import around, citations_of, concerns_at, numbers_of, participations_in, phases_of
from tansiq.risks.models import Risk

SAID, PRESENT, MOST = 100, 200, 60  # Statements on the page of a review; parts taken in it; of each other kind.
DATED = ("starts_on", "ends_on", "precision")
SOURCE = "source__publisher"
SAID_BY = ("said_by__code", "said_by__name", "said_by_name")
REVIEW = (
    *("title", "body__name", *DATED, "place", "country_id", "level", "mode", "counted", "counted_as", "named_all"),
    *("output", "output_name", "lines", "note", "series__name", "starts_at", "zone", "minutes"),
    *("called_off_at", "owner_id"),
    *(f"{since}_{name}" for since in ("start", "last") for name in ("on", "precision", "hedged")),
)
THERE = (
    "part",
    "guest",
    "role",
    "represented_by",
    "member_id",
    "person__name",
    "level",
    "session",
    "source_id",
    "place",
)
TOLD = (
    *("text", "kind", "line", "role", "channel", "speaker__name", "speaker_label", *SAID_BY, *DATED),
    *("about_from", "about_until", "about_precision", "said_beside"),
    *(f"report__{name}" for name in ("publisher", "agency", "dateline", "story_on", "event_place", "event_on")),
)
FIGURE = (
    *("value", "high", "qualifier", "words", "doubtful", "speaker__name", "speaker_label", *SAID_BY, SOURCE),
    *(f"{date}_{end}" for date in ("as_of", "stated") for end in ("from", "until", "precision")),
    *("numerator", "denominator", "level", "report"),
    *("measure__name", "measure__unit", "measure__kind", "measure__scale", "base__name"),
)
FORECAST = (
    *("statement__text", "event", "hedge"),
    *("horizon_from", "horizon_until", "horizon_precision", "outcome", "outcome_words"),
    *("outcome_from", "outcome_until", "outcome_precision", "outcome_source__publisher"),
)
LINKED = tuple(f"{side}__{name}" for side in ("earlier", "later") for name in ("text", *DATED))


@dataclass(frozen=True)
class Brought:
    """What a review brought, as far as the reader may see it."""

    figures: tuple[tuple[Measure, tuple[Figure, ...]], ...]  # Those that were stated at it, measure by measure.
    pairs: tuple[Pair, ...]
    decisions: list[Decision]
    carried_on: dict[UUID, list[FollowUp]]  # By the earlier decision.
    carries_on: dict[UUID, list[FollowUp]]  # By the later one.
    contributions: list[Contribution]
    risks: list[Risk]
    forecasts: list[Forecast]
    citations: list[ReviewSource]
    around: list[Review]  # The review itself, the one before and the one after it.
    participations: list[Participation]  # Of these and of what was said, one more than are shown, where there are more.
    said: list[Statement]
    phases: list[Phase]
    numbers: list[Numbering]
    concerns: list[Concern]
    asked: list[Member]  # Whom its calls ask for reports, and who answered one, as far as that is released.
    reported: list[Member]
    heard: list[Audience]  # Who may read each of these calls and reports.
    subjects: dict[str, Subject]  # Lines of effort and what else is spoken of, by their codes.

    @property
    def contradicted(self) -> set[UUID]:
        """The figures that another contradicts."""
        return {one.pk for pair in self.pairs for one in (pair.one, pair.other)}

    @property
    def audiences(self) -> Iterator[Audience]:
        """Who may read each thing of it."""
        for measure, rows in self.figures:
            yield from (measure.audience, *of_figures(rows))
        for one in self.pairs:
            yield from one.audiences
        for link in (link for links in self.carried_on.values() for link in links):
            yield from (link.audience, link.earlier.audience, link.later.audience)
        yield from (row.audience for row in (*self.phases, *self.numbers))
        others: list[Any] = [*self.decisions, *self.contributions, *self.risks, *self.citations]
        for row in others:
            yield from (one.audience for one in (row, row.source) if one is not None)
        for forecast in self.forecasts:
            source = forecast.outcome_source
            yield from (forecast.audience, forecast.statement.audience, *([source.audience] if source else []))
        yield from (audience for concern in self.concerns for audience in (concern.audience, concern.line.audience))
        yield from self.heard


def brought(key: UUID) -> Brought:
    """What a review brought, in one statement."""
    held = WHOLE.of(key)
    subjects, links = held.pop("subjects"), held.pop("links")
    sides = {one.pk: one for one in held.pop("sides")}
    return Brought(
        figures=tuple((rows[0].measure, rows) for rows in _by_measure(held.pop("figures"))),
        pairs=tuple(_pairs(held.pop("conflicts"), sides)),
        carried_on=_by(links, "earlier_id"),
        carries_on=_by(links, "later_id"),
        subjects={one.code: one for one in subjects},
        **held,
    )


def _at(model: Any) -> Callable[[UUID], Any]:
    """The rows of a kind that hang on a review, in the order of time."""
    return lambda key: model.objects.filter(review=key).order_by(F("starts_on").asc(nulls_last=True), "key")


def _either(model: Any, key: UUID, *sides: str) -> Any:
    """The rows of which one side hangs on a review, found side by side: by an OR all rows would be read."""
    one, other = (model.objects.filter(**{f"{side}__review": key}).values("pk") for side in sides)
    return model.objects.filter(pk__in=one.union(other))


def _conflicts_at(key: UUID) -> Any:
    return _either(Conflict, key, "figure", "other").order_by("key")


def _sides_at(key: UUID) -> Any:
    """The figures that contradict each other at a review, wherever they were stated."""
    pairs = Conflict.objects.filter(pk__in=_conflicts_at(key).values("pk")[:MOST])
    found = Figure.objects.filter(pk__in=pairs.values("figure").union(pairs.values("other")))
    return found.annotate(report=report_of()).order_by("key")


def _links_at(key: UUID) -> Any:
    return _either(FollowUp, key, "earlier", "later").order_by("earlier__starts_on", "later__starts_on", "key")


def _forecasts_at(key: UUID) -> Any:
    return Forecast.objects.filter(statement__review=key).order_by("statement__place", "key")


def _asked_at(key: UUID) -> Any:
    return Member.objects.filter(Exists(Asked.objects.filter(member=OuterRef("pk"), call__review=key))).order_by("code")


def _reported_at(key: UUID) -> Any:
    answered = Report.objects.filter(said_by=OuterRef("pk"), call__review=key)
    return Member.objects.filter(Exists(answered)).order_by("code")


def _heard_at(key: UUID) -> Any:
    asked: Any = Asked.objects.filter(call__review=key).values("audience")
    answered = Report.objects.filter(call__review=key).values("audience")
    return Audience.objects.filter(pk__in=asked.union(answered)).order_by("pk")


WHOLE = Gathering(
    around=Listed(around, REVIEW),
    subjects=Listed(lambda _key: Subject.objects.order_by("code", "key"), ("code", "name")),
    phases=Listed(phases_of, ("step", "until_on", "created_at", "turn", "owner_id")),
    numbers=Listed(numbers_of, ("number",)),
    concerns=Listed(concerns_at, ("member_id", "line__code", "line__name"), MOST),
    asked=Listed(_asked_at, ("code",)),
    reported=Listed(_reported_at, ("code",)),
    heard=Listed(_heard_at, ("id",)),
    participations=Listed(participations_in, THERE, PRESENT + 1),
    said=Listed(statements_at, TOLD, SAID + 1),
    figures=Listed(figures_at, FIGURE, MOST),
    sides=Listed(_sides_at, FIGURE),
    conflicts=Listed(_conflicts_at, ("figure_id", "other_id", "words"), MOST),
    decisions=Listed(_at(Decision), ("kind", "code", "line", "text", "note", *DATED, SOURCE), MOST),
    links=Listed(_links_at, LINKED, MOST),
    contributions=Listed(
        _at(Contribution),
        (
            *("giver__code", "giver__name", "giver_label", "kind", "text", "amount", "high", "qualifier", "words"),
            *("unit", "currency", "stage", "doubtful"),
            *DATED,
            SOURCE,
        ),
        MOST,
    ),
    risks=Listed(_at(Risk), ("text", "level", "note", *DATED, *SAID_BY, SOURCE), MOST),
    forecasts=Listed(_forecasts_at, FORECAST, MOST),
    citations=Listed(citations_of, ("for_output", "source__kind", SOURCE)),
)


def _by_measure(figures: Sequence[Figure]) -> list[tuple[Figure, ...]]:
    return [tuple(rows) for _measure, rows in groupby(figures, key=lambda one: one.measure_id)]


def _pairs(conflicts: Sequence[Conflict], figures: dict[UUID, Figure]) -> Iterator[Pair]:
    for one in conflicts:
        if one.figure_id in figures and one.other_id in figures:
            one.figure, one.other = figures[one.figure_id], figures[one.other_id]
            yield pair(one)


def _by(links: Sequence[FollowUp], key: str) -> dict[UUID, list[FollowUp]]:
    held: dict[UUID, list[FollowUp]] = {}
    for one in links:
        held.setdefault(getattr(one, key), []).append(one)
    return held
