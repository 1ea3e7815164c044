"""Reading documents: those of a review, and one with its versions before and after; their content only when asked."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from tansiq.release.acting import acting
from tansiq.release.led import led
from tansiq.reviews.papers.models import Document, Replacement

ON_AGENDA = 100  # Documents that an agenda names beside its items, the newest; all of them stand on their own page.


def documents() -> QuerySet[Document]:
    """Documents without their content, the newest first."""
    rows = Document.objects.defer("content").select_related("audience", "owner", "review", "review__audience", "item")
    return rows.select_related("item__audience", "review__body").order_by("-created_at", "key")


def documents_of(review: UUID) -> QuerySet[Document]:
    """The documents of a review that no later version replaces, as far as both are released to the reader."""
    later = Replacement.objects.filter(earlier=OuterRef("pk"))
    return documents().filter(~Exists(later), review=review)


def on_agenda(review: UUID, items: Collection[UUID]) -> tuple[list[Document], bool]:
    """The documents of a review as a whole and of these items, and whether there are more, in one statement."""
    found = list(led(documents_of(review).filter(Q(item=None) | Q(item__in=items)), 0, ON_AGENDA + 1))
    return found[:ON_AGENDA], len(found) > ON_AGENDA


def replacements_of(document: UUID) -> QuerySet[Replacement]:
    """What a document replaces, and what replaces it, in their order."""
    rows = Replacement.objects.select_related("audience", "earlier", "earlier__audience", "later", "later__audience")
    rows = rows.defer("earlier__content", "later__content")
    return rows.filter(Q(earlier=document) | Q(later=document)).order_by("created_at", "key")


def kept_by_me(review: UUID) -> int:
    """How many octets the acting member keeps at a review: each member has a share of its own, so that none tells."""
    held = Document.objects.filter(review=review, owner=acting().member).aggregate(all=Sum("size"))
    return held["all"] or 0
