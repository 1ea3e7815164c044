"""Reading agendas: the items of a review in their order, each with what stands of it, as released to the reader."""

from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tansiq.reviews.agenda.models import AgendaChange, AgendaItem, Referral

CHOOSABLE = 60  # Reviews, or series, to which an item may be referred, the next ones.
WAY = 40  # Steps of one matter's way through the levels.


def items() -> QuerySet[AgendaItem]:
    """Items of agendas, each with what was changed of it; a change is released to whoever reads its item."""
    changes = AgendaChange.objects.filter(item=OuterRef("pk")).order_by("-turn")
    of = ("review", "review__audience", "review__body", "review__body__audience")
    rows = AgendaItem.objects.select_related(
        "audience", "presented_by", "matter", "review__series__audience", *of
    ).annotate(
        comes=Coalesce(Subquery(changes.values("place")[:1]), "place"),
        gone=Coalesce(Subquery(changes.values("is_withdrawal")[:1]), False),  # noqa: FBT003 -- a value in SQL
    )
    said = AgendaChange.objects.select_related("presented_by", "owner").order_by("turn", "key")
    return rows.prefetch_related(Prefetch("changes", said, to_attr="said")).order_by("comes", "created_at", "key")


def agenda_of(review: UUID) -> QuerySet[AgendaItem]:
    """The items that stand on a review's agenda, in their order."""
    return items().alias(off=F("gone")).filter(review=review, off=False)


def all_of(review: UUID) -> QuerySet[AgendaItem]:
    """The items of a review's agenda: those that stand, then those that were withdrawn."""
    rows = items().alias(off=F("gone"), at=F("comes")).filter(review=review)
    return rows.order_by("off", "at", "created_at", "key")


def carried_to(review: UUID) -> QuerySet[AgendaItem]:
    """The items of a review's agenda that come from another level."""
    return agenda_of(review).filter(Exists(Referral.objects.filter(later=OuterRef("pk"))))


def matter_of(item: AgendaItem) -> QuerySet[AgendaItem]:
    """The items of one matter in their order: the first, and each in which it went on at another level."""
    return items().filter(matter=item.matter_id).order_by("created_at", "key")


def referrals_of(item: AgendaItem) -> QuerySet[Referral]:
    """The referrals of one matter."""
    return (
        Referral.objects.filter(later__matter=item.matter_id)
        .select_related("audience", "owner")
        .order_by("created_at", "key")
    )


def came_from(item: AgendaItem) -> AgendaItem | None:
    """The item from which an item was referred; none where its matter began with it."""
    rows = Referral.objects.filter(later=item).select_related("earlier", "earlier__audience")
    return next((one.earlier for one in rows), None)
