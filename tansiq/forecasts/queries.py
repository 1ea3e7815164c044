"""Reading members' and offices' own forecasts: what stands, what is due, what came of each, as released."""

from uuid import UUID

from django.db.models import DateField, DateTimeField, Exists, Func, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Cast

from tansiq.efforts.milestones.models import Attestation, Milestone
from tansiq.efforts.milestones.queries import NEWEST
from tansiq.forecasts.models import Demur, Horizon, Prediction, PublishedCalibration, Resolution

# Whoever reads a row reads its parents: their audiences tell no more.
WITH = ("audience", "owner", "review", "milestone", "horizon")
OPEN, DUE = "open", "due"
SCORED = 2000  # One author's forecasts whose probabilities are held against what happened.
# The database's own day: what needs somebody is asked in a statement that is made once.
TODAY = Cast(Func(function="tansiq.now", output_field=DateTimeField()), DateField())


def predictions() -> QuerySet[Prediction]:
    """Own forecasts, the newest first, each with its horizon and all that was said of what came of it."""
    told = Resolution.objects.select_related("audience", "owner", "source").order_by("-turn", "-key")
    rows = Prediction.objects.select_related(*WITH, "horizon__audience").annotate(outcome=_outcome())
    return rows.prefetch_related(Prefetch("resolutions", told, to_attr="told")).order_by(
        "-said_on", "-created_at", "key"
    )


def _outcome() -> Subquery:
    told = Resolution.objects.filter(prediction=OuterRef("pk")).order_by("-turn", "-key")
    return Subquery(told.values("outcome")[:1])


def asked_for(outcome: str, rows: QuerySet[Prediction]) -> QuerySet[Prediction]:
    """Those of which this came; or nothing yet; or nothing though their time has passed."""
    if outcome == DUE:
        return rows.filter(_is_due(), ~_told())
    return rows.filter(~_told()) if outcome == OPEN else rows.alias(its=_outcome()).filter(its=outcome)


def _told() -> Exists:
    return Exists(Resolution.objects.filter(prediction=OuterRef("pk")))


def _is_due() -> Q:
    """Its horizon has passed, or the milestone that it names was reached."""
    passed = Horizon.objects.filter(prediction=OuterRef("pk"), until_on__lt=TODAY)
    newest = Attestation.objects.filter(milestone=OuterRef("pk")).order_by(*NEWEST).values("state")[:1]
    reached = Milestone.objects.alias(its=Subquery(newest)).filter(pk=OuterRef("milestone"), its="reached")
    return Q(Exists(passed)) | Q(Exists(reached))


def due() -> QuerySet[Prediction]:
    """What was to have happened by now, and nobody has said whether it did: the next review asks (R-A11)."""
    return asked_for(DUE, predictions())


def due_from_others(own: UUID) -> QuerySet[Prediction]:
    """What an office is to resolve: what is due, and is not its own."""
    return Prediction.objects.filter(_is_due(), ~_told()).exclude(owner=own).order_by("said_on", "key")


def undated_of(own: UUID) -> QuerySet[Prediction]:
    """One's own forecasts without a horizon: each is asked for a date."""
    dated = Horizon.objects.filter(prediction=OuterRef("pk"))
    return Prediction.objects.filter(~Exists(dated), ~_told(), owner=own).order_by("said_on", "key")


def of_milestone(milestone: UUID) -> QuerySet[Prediction]:
    """What was foretold of a milestone, the newest first."""
    return predictions().filter(milestone=milestone)


def demurs_on(prediction: UUID) -> list[Demur]:
    """How its author sees what came of it."""
    rows = Demur.objects.filter(resolution__prediction=prediction).select_related("audience", "owner")
    return list(rows.order_by("created_at", "key"))


def scored_of(own: UUID) -> list[Prediction]:
    """One's own forecasts with a probability, of which somebody has said what came."""
    rows = predictions().filter(owner=own, low__isnull=False).filter(_told())
    return list(rows[:SCORED])


def published() -> QuerySet[PublishedCalibration]:
    """The calibrations that their authors published, the newest first."""
    return PublishedCalibration.objects.select_related("audience", "owner").order_by("-as_of", "-created_at", "key")
