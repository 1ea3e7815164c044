"""A review as calendar programs take it in: its time in both zones, its place, and the way back to it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from tansiq.engines.invitations import Meeting, Party
from tansiq.languages.zones import meets_at
from tansiq.members.models import Precision
from tansiq.reviews.models import Review

MOST = 200  # Reviews in a calendar that is looked at again.
PAST = timedelta(days=366)  # How far it goes back.


def house() -> str:
    """By what name this house is told from others in the names of meetings."""
    return settings.PUBLIC_HOST or "localhost"


def of_late(rows: QuerySet[Review], today: date) -> list[Review]:
    """The reviews of the last year and those to come, each with a day of its own."""
    dated = rows.filter(starts_on__gte=today - PAST, precision=Precision.DAY).select_related("owner")
    return list(dated.order_by("-starts_on", "key")[:MOST])


def meeting(request: HttpRequest, review: Review, invited: Sequence[Party] = ()) -> Meeting:
    """A review that has a day."""
    on = cast("date", review.starts_on)
    address = request.build_absolute_uri(reverse("review", args=[review.pk]))
    return Meeting(
        key=str(review.pk),
        title=review.title.plain(),
        text=_text(review, address),
        address=address,
        made_at=review.created_at,
        on=on,
        until=review.ends_on or on,
        at=review.starts_at,
        zone=review.zone,
        minutes=review.minutes,
        place=review.place.plain() if review.place else "",
        host=Party(str(review.owner_id), review.owner.name.plain()),
        invited=invited,
        moves=review.moves,
        moved_at=review.moved_at,
        called_off=review.called_off_at is not None,
    )


def _text(review: Review, address: str) -> str:
    """The time in both zones, and where more of it stands."""
    when = strip_tags(meets_at(review.starts_at, review.zone)) if review.starts_at else ""
    off = _("This review is called off.") if review.called_off_at else ""
    back = _("The review in Tansiq: %(address)s") % {"address": address}
    return "\n".join(line for line in (off, when, back) if line)
