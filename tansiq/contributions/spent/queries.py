"""Reading what was given along a line of effort beside the measures that it serves, and whether these moved."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from tansiq.contributions.models import Contribution
from tansiq.contributions.queries import contributions
from tansiq.contributions.spent.models import Movement

MOST = 200  # Statements on one page.


def given_to(line: str) -> QuerySet[Contribution]:
    """What was given along a line of effort, or for a measure of it; the doubtful enter nothing."""
    own = Q(line=line) | Q(measure__line=line)
    return contributions().filter(own, doubtful__isnull=True).select_related("measure", "measure__audience")


def movements_of(measures: Iterable[UUID]) -> list[Movement]:
    """Whether measures moved, as somebody stated it, the newest first."""
    rows = Movement.objects.filter(measure__in=list(measures))
    rows = rows.select_related("audience", "owner", "source", "source__audience")
    return list(rows.order_by("-as_of", "-created_at", "key")[:MOST])
