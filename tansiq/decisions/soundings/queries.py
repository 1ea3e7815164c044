"""What the chair heard on a text."""

from uuid import UUID

from tansiq.decisions.soundings.models import Sounding

MOST = 400  # Notes on one text.


def heard_on(text: UUID) -> list[Sounding]:
    """The notes on a text, member by member, the newest of each first."""
    rows = Sounding.objects.filter(text=text).select_related("audience", "member", "paragraph")
    return list(rows.order_by("member__code", "-created_at", "key")[:MOST])
