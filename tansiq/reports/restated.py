"""Reading what was restated: each pair of reports with its reason, as far as both are released to the reader."""

from django.db.models import QuerySet

from tansiq.efforts.models import Measure
from tansiq.release.led import named_by
from tansiq.reports.models import Report, Restatement
from tansiq.reports.queries import CHOOSABLE, WITH


def restatements() -> QuerySet[Restatement]:
    """Who restated what and when, the newest first, each with both reports."""
    sides = [f"{side}__{name}" for side in ("earlier", "later") for name in WITH]
    beside = ("audience", "owner", "later__call", "later__call__audience")
    return Restatement.objects.select_related(*beside, *sides).order_by("-created_at", "key")


def restated_measures() -> list[Measure]:
    """Of what a report was restated."""
    later = named_by(Restatement.objects.all(), "later", Report.objects.all())
    rows = Measure.objects.filter(pk__in=later.values("measure")).select_related("audience")
    return list(rows.order_by("line", "code", "key")[:CHOOSABLE])
