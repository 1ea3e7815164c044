"""Reading agendas: the items of a review in their order, each with what stands of it, as released to the reader."""

from uuid import UUID

from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tansiq.reviews.agenda.models import AgendaChange, AgendaItem


def items() -> QuerySet[AgendaItem]:
    """Items of agendas, each with what was changed of it; a change is released to whoever reads its item."""
    changes = AgendaChange.objects.filter(item=OuterRef("pk")).order_by("-turn")
    rows = AgendaItem.objects.select_related("audience", "review", "review__audience", "review__body").annotate(
        comes=Coalesce(Subquery(changes.values("place")[:1]), "place"),
        gone=Coalesce(Subquery(changes.values("is_withdrawal")[:1]), False),  # noqa: FBT003 -- a value in SQL
    )
    said = Prefetch("changes", AgendaChange.objects.order_by("turn", "key"), to_attr="said")
    return rows.prefetch_related(said).order_by("comes", "created_at", "key")


def agenda_of(review: UUID) -> QuerySet[AgendaItem]:
    """The items that stand on a review's agenda, in their order."""
    return items().alias(off=F("gone")).filter(review=review, off=False)
