"""Reading the record: the entries that the reader may see, and what each says."""

from uuid import UUID

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from tansiq.record.models import BulkRow, Disclosure, Entry, EntryGroup
from tansiq.release.models import Audience


def entries() -> QuerySet[Entry]:
    """The entries that I may see, each with those of its groups that I may see, the newest first.

    The order is by the hour, and within it by the minute where I may know it.
    """
    groups = Prefetch("groups", EntryGroup.objects.order_by("name"), to_attr="seen")
    minute = EntryGroup.objects.filter(entry=OuterRef("pk"), name="time").values("body__at")
    return (
        Entry.objects.select_related("owner")
        .annotate(readers=_readers())
        .prefetch_related(groups)
        .order_by("-epoch", Subquery(minute).desc(nulls_last=True), "key")
    )


def _readers() -> Coalesce:
    """Who reads an entry: those of its last release to more, else its own.

    An entry that was released to me later has an audience of its own that I may not read: it must not be joined.
    """
    later = Disclosure.objects.filter(entry=OuterRef("pk")).order_by("-at", "-audience__readers", "key")
    own = Audience.objects.filter(pk=OuterRef("audience"))
    return Coalesce(Subquery(later.values("audience__readers")[:1]), Subquery(own.values("readers")))


def entries_on(item: UUID) -> QuerySet[Entry]:
    """The entries on one item that I may see, the oldest first."""
    return entries().filter(item=item).order_by("epoch", "key")


def rows_of(entry: Entry) -> QuerySet[BulkRow]:
    """The rows that a bulk act put in."""
    return entry.rows.order_by("kind", "ref", "key")
