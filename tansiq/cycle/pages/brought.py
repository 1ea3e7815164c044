"""What a review brought: figures, decisions, contributions, risks, forecasts, and the sources that it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from tansiq.contributions.models import Contribution
from tansiq.cycle.pages.gathering import gathered
from tansiq.decisions.models import Decision, FollowUp
from tansiq.efforts.models import Conflict, Figure, Measure
from tansiq.efforts.queries import figures_at
from tansiq.efforts.standing import Pair, of_figures, pair
from tansiq.press.models import Forecast
from tansiq.release.models import Audience
from tansiq.reviews.models import Review, ReviewSource
from tansiq.reviews.queries import citations_of
from tansiq.risks.models import Risk

MOST = 60  # Of each kind on the page of a review.
DATED = ("starts_on", "ends_on", "precision")
SOURCE = ("source__publisher", "source__audience__readers", "audience__readers")
SAID_BY = ("said_by__code", "said_by__name", "said_by_name")
SIDES = tuple(f"{side}__{name}" for side in ("earlier", "later") for name in ("text", *DATED, "audience__readers"))


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
        others: list[Any] = [*self.decisions, *self.contributions, *self.risks, *self.citations]
        for row in others:
            yield from (row.audience, row.source.audience)
        for forecast in self.forecasts:
            source = forecast.outcome_source
            yield from (forecast.audience, forecast.statement.audience, *([source.audience] if source else []))


def brought(key: UUID) -> Brought:
    """What a review brought, in two statements."""
    held = gathered(
        Review.objects.filter(pk=key),
        citations=(citations_of(key), ("for_output", "source__kind", *SOURCE)),
        conflicts=(_conflicts_at(key), ("figure_id", "other_id", "words", "audience__readers")),
        decisions=(_at(Decision, key), ("kind", "line", "text", "note", *DATED, *SOURCE)),
        links=(_links_at(key), ("earlier_id", "later_id", "audience__readers", *SIDES)),
        contributions=(
            _at(Contribution, key),
            (
                *("giver__code", "giver__name", "giver_label", "kind", "text", "amount", "high", "qualifier", "words"),
                *("unit", "currency", "stage", "doubtful"),
                *DATED,
                *SOURCE,
            ),
        ),
        risks=(_at(Risk, key), ("text", "level", "note", *DATED, *SAID_BY, *SOURCE)),
        forecasts=(_forecasts_at(key), FORECAST),
    )
    figures = list(figures_at(key)[:MOST])
    by_key = {one.pk: one for one in figures}
    own = [one for one in figures if one.review_id == key]
    return Brought(
        figures=tuple((rows[0].measure, rows) for rows in _by_measure(own)),
        pairs=tuple(_pairs(held["conflicts"], by_key)),
        carried_on=_by(held["links"], "earlier_id"),
        carries_on=_by(held["links"], "later_id"),
        **{name: held[name] for name in ("decisions", "contributions", "risks", "forecasts", "citations")},
    )


FORECAST = (
    *("statement__text", "statement__audience__readers", "event", "hedge", "audience__readers"),
    *("horizon_from", "horizon_until", "horizon_precision", "outcome", "outcome_words"),
    *("outcome_from", "outcome_until", "outcome_precision"),
    *("outcome_source__publisher", "outcome_source__audience__readers"),
)


def _at(model: Any, key: UUID) -> Any:
    return model.objects.filter(review=key).order_by(F("starts_on").asc(nulls_last=True), "key")[:MOST]


def _conflicts_at(key: UUID) -> Any:
    return Conflict.objects.filter(Q(figure__review=key) | Q(other__review=key)).order_by("key")[:MOST]


def _links_at(key: UUID) -> Any:
    rows = FollowUp.objects.filter(Q(earlier__review=key) | Q(later__review=key))
    return rows.order_by("earlier__starts_on", "later__starts_on", "key")[:MOST]


def _forecasts_at(key: UUID) -> Any:
    return Forecast.objects.filter(statement__review=key).order_by("statement__place", "key")[:MOST]


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
