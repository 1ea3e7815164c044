"""Reading what guests are shown: by the guest itself, and by those who read the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from tansiq.languages.words import Words
from tansiq.release.acting import acting
from tansiq.release.models import PUBLIC, Audience, Guest
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem
from tansiq.reviews.models import Remark
from tansiq.reviews.papers.models import Document

MOST = 200  # Things of one kind that a page of a guest holds.


@dataclass(frozen=True)
class Shown:
    """One thing that is shown to a guest, or may be: an item of the agenda, a document, a remark."""

    kind: str
    row: AgendaItem | Document | Remark

    @property
    def value(self) -> str:
        """By what a form names it."""
        return f"{self.kind}-{self.row.pk}"

    @property
    def title(self) -> Words:
        """What it is called; a remark is its own words."""
        row = self.row
        return cast("Words", row.text if isinstance(row, Remark) else getattr(row, "now", row).title)


def guests() -> QuerySet[Guest]:
    """Guests, as far as the reader reads of them."""
    return Guest.objects.select_related("audience", "owner")


def _items(review: UUID) -> QuerySet[AgendaItem]:
    """An agenda without what it hangs on: a guest reads no more than the items that are shown to it."""
    said = AgendaChange.objects.select_related("audience", "presented_by").order_by("turn", "key")
    rows = AgendaItem.objects.filter(review=review).select_related("audience", "presented_by")
    return rows.prefetch_related(Prefetch("changes", said, to_attr="said")).order_by("place", "key")


def _documents(review: UUID) -> QuerySet[Document]:
    rows = Document.objects.defer("content").filter(review=review).select_related("audience")
    return rows.order_by("-created_at", "key")


def _remarks(review: UUID) -> QuerySet[Remark]:
    return Remark.objects.filter(review=review).select_related("audience").order_by("-created_at", "key")


def _at(review: UUID, which: Q) -> Iterator[Shown]:
    """What stands at a review, in the order of a session: its agenda, its documents, what is remarked on it."""
    items = [one for one in _items(review).filter(which)[:MOST] if not one.withdrawn]
    items.sort(key=lambda one: one.now.place)
    yield from (Shown("item", one) for one in items)
    yield from (Shown("document", one) for one in _documents(review).filter(which)[:MOST])
    yield from (Shown("remark", one) for one in _remarks(review).filter(which)[:MOST])


def shown_to(guest: Guest) -> Sequence[Shown]:
    """What is shown to a guest by name or is open to all, as far as whoever asks reads it."""
    named = Q(audience__readers__contains=[guest.reader]) | Q(audience__readers__contains=[PUBLIC])
    return list(_at(guest.review_id, named))


def to_show(guest: Guest) -> Sequence[Shown]:
    """What the acting member put in at the guest's review, and the guest does not read yet."""
    mine = _at(guest.review_id, Q(owner=acting().member))
    return [one for one in mine if not {PUBLIC, guest.reader} & {*one.row.audience.readers}]


def audiences_of(guest: Guest, shown: Sequence[Shown]) -> list[Audience]:
    """Who may read what a page says of a guest."""
    return [guest.audience, *(one.row.audience for one in shown)]
