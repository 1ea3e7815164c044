"""Releasing a measure to more: with its denominators and baselines, and that it goes on in another."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from tansiq.efforts.models import Base, Baseline, Measure, Successor
from tansiq.record.acts import act
from tansiq.reviews.widening.commands import bind, go_along, widen


def bases_with(measure: Measure) -> QuerySet[Base]:
    """The denominators that are released with a measure: its owner's own, to all who read it."""
    rows = Base.objects.filter(measure=measure, owner=measure.owner_id, audience=measure.audience_id)
    return rows.select_related("audience").order_by("place", "key")


def baselines_with(measure: Measure) -> QuerySet[Baseline]:
    """The baselines that are released with a measure, in the same way."""
    rows = Baseline.objects.filter(measure=measure, owner=measure.owner_id, audience=measure.audience_id)
    return rows.select_related("audience", "source", "source__audience").order_by("created_at", "key")


@act("measure.released")
def release_measure(*, measure: Measure, readers: Sequence[int], version: int) -> Measure:
    """Release a measure to more readers; a share is never without of what it is one, a way never without its start.

    Raises:
        Stale: it was changed since its owner opened it.
    """
    bases, starts = list(bases_with(measure)), list(baselines_with(measure))
    audience = widen("measure.released", measure, readers, version=version)
    go_along(audience, *bases, *starts)
    links = Successor.objects.filter(Q(earlier=measure) | Q(later=measure))
    for link in links.select_related("audience", "earlier__audience", "later__audience"):
        bind(link, link.earlier, link.later)
    return measure
