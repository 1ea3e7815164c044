"""Reading what rests on a source: each kind of row by itself, all of them counted in one statement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from tansiq.contributions.models import Contribution
from tansiq.decisions.models import Action, Decision
from tansiq.efforts.models import Baseline, Figure, Lead, Measure
from tansiq.members.models import Seat, Standing
from tansiq.press.models import Corroboration, Forecast
from tansiq.press.queries import statements
from tansiq.reviews.models import ReviewSource
from tansiq.risks.models import Risk
from tansiq.sources.models import Source

On = UUID | OuterRef


def _newest(rows: QuerySet[Any], day: str = "starts_on", *then: str) -> QuerySet[Any]:
    return rows.order_by(F(day).desc(nulls_last=True), *then, "key")


def _reviews(source: On) -> QuerySet[Any]:
    rows = ReviewSource.objects.filter(source=source).select_related("audience", "review", "review__audience")
    return _newest(rows, "review__starts_on")


def _statements(source: On) -> QuerySet[Any]:
    return statements().filter(source=source)


def _corroborations(source: On) -> QuerySet[Any]:
    said = ("statement", "statement__audience", "statement__speaker", "statement__said_by")
    rows = Corroboration.objects.filter(source=source).select_related("audience", *said)
    return _newest(rows, "statement__starts_on", "statement__place")


def _figures(source: On) -> QuerySet[Any]:
    beside = ("audience", "measure", "measure__audience", "base", "base__audience", "said_by")
    return _newest(Figure.objects.filter(source=source).select_related(*beside), "as_of_until")


def _baselines(source: On) -> QuerySet[Any]:
    return Measure.objects.filter(baseline_source=source).select_related("audience").order_by("line", "code", "key")


def _later_baselines(source: On) -> QuerySet[Any]:
    rows = Baseline.objects.filter(source=source).select_related(
        "audience", "source", "base", "measure", "measure__audience"
    )
    return rows.order_by("measure__line", "measure__code", "on", "key")


def _leads(source: On) -> QuerySet[Any]:
    rows = Lead.objects.filter(source=source).select_related("audience", "member", "line", "line__audience")
    return rows.order_by("line__code", "member__code", "key")


def _decisions(source: On) -> QuerySet[Any]:
    return _newest(Decision.objects.filter(source=source).select_related("audience"))


def _actions(source: On) -> QuerySet[Any]:
    rows = Action.objects.filter(source=source).select_related("audience", "decision", "decision__audience")
    return rows.order_by(F("due_until").asc(nulls_last=True), "key")


def _contributions(source: On) -> QuerySet[Any]:
    return _newest(Contribution.objects.filter(source=source).select_related("audience", "giver"))


def _risks(source: On) -> QuerySet[Any]:
    return _newest(Risk.objects.filter(source=source).select_related("audience"))


def _outcomes(source: On) -> QuerySet[Any]:
    rows = Forecast.objects.filter(outcome_source=source).select_related("audience", "statement", "statement__audience")
    return _newest(rows, "outcome_from")


def _seats(source: On) -> QuerySet[Any]:
    rows = Seat.objects.filter(source=source).select_related("audience", "member", "body", "body__audience")
    return rows.order_by("body", "member__code", "key")


def _standings(source: On) -> QuerySet[Any]:
    rows = Standing.objects.filter(source=source).select_related("audience", "member")
    return rows.order_by("member__code", "key")


@dataclass(frozen=True)
class Resting:
    """One kind of what may rest on a source: its title, its rows, and the column that names the source."""

    title: Any
    rows: Callable[[On], QuerySet[Any]]
    column: str = "source"


# In the order of a source's page, each by the name of its list in the address.
RESTING = {
    "reviews": Resting(_("Reviews"), _reviews),
    "statements": Resting(_("Statements"), _statements),
    "corroborations": Resting(_("Statements held against it"), _corroborations),
    "outcomes": Resting(_("What came of forecasts"), _outcomes, "outcome_source"),
    "figures": Resting(_("Figures"), _figures),
    "baselines": Resting(_("Baselines"), _baselines, "baseline_source"),
    "later_baselines": Resting(_("Later baselines"), _later_baselines),
    "decisions": Resting(_("Decisions"), _decisions),
    "actions": Resting(_("Actions"), _actions),
    "contributions": Resting(_("Contributions"), _contributions),
    "risks": Resting(_("Risks"), _risks),
    "leads": Resting(_("Who leads a line"), _leads),
    "seats": Resting(_("Seats"), _seats),
    "standings": Resting(_("Members’ standing"), _standings),
}


def source_with_counts() -> QuerySet[Source]:
    """A source and how much of each kind rests on it that I may see, in one statement."""
    counts = {f"{name}_count": _counted(one) for name, one in RESTING.items()}
    return Source.objects.select_related("audience").annotate(**counts)


def _counted(one: Resting) -> Coalesce:
    each = one.rows(OuterRef("pk")).order_by().values(one.column).annotate(count=Count("*")).values("count")
    return Coalesce(Subquery(each, output_field=IntegerField()), 0)
