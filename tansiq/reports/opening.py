"""What a workbook opens on: what was said last, of what shares may be, and what stands already."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from tansiq.efforts.models import Base
from tansiq.reports.models import Call, Report
from tansiq.reports.queries import WITH, standing


def last_of_each(members: Iterable[UUID], measures: Iterable[UUID], before: Call) -> QuerySet[Report]:
    """The newest figure of each member on each measure for earlier periods: what a workbook opens on."""
    rows = Report.objects.filter(said_by__in=[*members], measure__in=[*measures], answer=Report.Answer.FIGURE)
    rows = standing(rows).filter(call__period_until__lt=before.period_until).select_related(*WITH)
    newest = ("said_by_id", "measure_id", "-call__period_until", "-created_at", "key")
    return rows.order_by(*newest).distinct("said_by_id", "measure_id")


def bases_in(measures: Iterable[UUID]) -> QuerySet[Base]:
    """Of what shares of these measures may be."""
    return Base.objects.filter(measure__in=[*measures]).order_by("place", "key")


def words_of(call: Call, members: Iterable[UUID]) -> QuerySet[Report]:
    """What stands of these members' words in a call, with its figures and its evidence."""
    rows = Report.objects.filter(call=call, said_by__in=[*members])
    rows = standing(rows).select_related("audience", "measure", "figure").prefetch_related("evidence")
    return rows.order_by("created_at", "key")
