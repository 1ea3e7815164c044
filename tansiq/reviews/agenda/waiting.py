"""What waits for the next review of a series: referred there while the series prepared none, and not taken up since."""

from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Subquery

from tansiq.reviews.agenda.models import AgendaChange, AgendaItem, Referral, ReferralToSeries
from tansiq.reviews.agenda.queries import CHOOSABLE, items
from tansiq.reviews.models import Phase, Review, Series

SHOWN = 30  # Matters that wait for one series, those that wait longest.


def prepared() -> QuerySet[Review]:
    """Reviews in preparation, the next one first."""
    last = Phase.objects.filter(review=OuterRef("pk")).order_by("-turn", "-created_at", "-key").values("step")[:1]
    rows = Review.objects.annotate(step=Subquery(last)).alias(its=F("step"))
    rows = rows.filter(its__in=[Phase.Step.PLANNED, Phase.Step.REPORTING, Phase.Step.ADVISING])
    return rows.order_by("starts_on", "key")


def referable_to(item: AgendaItem) -> QuerySet[Review]:
    """The reviews of other levels that are in preparation: to them an item may be referred, the next one first."""
    rows = prepared().select_related("audience", "body")
    return rows.exclude(level=item.review.level)[:CHOOSABLE]


def prepared_in(series: UUID) -> list[Review]:
    """The reviews of a series that are in preparation, as released to the reader."""
    return list(prepared().filter(series=series).select_related("audience", "body")[:CHOOSABLE])


def series_for(item: AgendaItem) -> list[Series]:
    """The series of other levels that prepare no review: there an item waits for the next one."""
    none = ~Exists(prepared().order_by().filter(series=OuterRef("pk")))
    rows = Series.objects.filter(none).exclude(level=item.review.level).select_related("audience", "body")
    return list(rows.order_by("created_at", "key")[:CHOOSABLE])


def waiting() -> QuerySet[ReferralToSeries]:
    """What waits, as far as it is released to the reader: of what was taken up, an item stands since."""
    withdrawn = AgendaChange.objects.filter(item=OuterRef("later"), is_withdrawal=True)
    taken = Referral.objects.filter(
        ~Exists(withdrawn),
        earlier=OuterRef("item"),
        later__review__series=OuterRef("series"),
        created_at__gte=OuterRef("created_at"),
    )
    rows = ReferralToSeries.objects.filter(~Exists(taken)).select_related("audience", "owner", "series")
    whole = Prefetch("item", items())
    return rows.select_related("series__audience").prefetch_related(whole).order_by("created_at", "key")


def waiting_at(series: UUID) -> list[ReferralToSeries]:
    """What waits for the next review of a series, what has waited longest first."""
    return list(waiting().filter(series=series)[:SHOWN])


def waiting_of(item: AgendaItem) -> list[ReferralToSeries]:
    """For which series a matter waits."""
    return list(waiting().filter(item__matter=item.matter_id)[:SHOWN])
