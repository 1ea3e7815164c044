"""Releasing a measure to more: with the denominators of its shares, and that it goes on in another."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from tansiq.efforts.models import Base, Measure, Successor
from tansiq.record.acts import act
from tansiq.reviews.widening.commands import bind, go_along, widen


def bases_with(measure: Measure) -> QuerySet[Base]:
    """The denominators that are released with a measure: its owner's own, to all who read it."""
    rows = Base.objects.filter(measure=measure, owner=measure.owner_id, audience=measure.audience_id)
    return rows.select_related("audience").order_by("place", "key")


@act("measure.released")
def release_measure(*, measure: Measure, readers: Sequence[int], version: int) -> Measure:
    """Release a measure to more readers; a share is never without of what it is one.

    Raises:
        Stale: it was changed since its owner opened it.
    """
    bases = list(bases_with(measure))
    audience = widen("measure.released", measure, readers, version=version)
    go_along(audience, *bases)
    links = Successor.objects.filter(Q(earlier=measure) | Q(later=measure))
    for link in links.select_related("audience", "earlier__audience", "later__audience"):
        bind(link, link.earlier, link.later)
    return measure
