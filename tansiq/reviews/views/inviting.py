"""The invitation to a review as a file for calendar programs, to be downloaded by whoever reads the review."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq.engines.invitations import Meeting, Party, invitation
from tansiq.languages.zones import meets_at
from tansiq.release.doors import Request
from tansiq.reviews import queries
from tansiq.reviews.models import Participation, Review

MOST = 200  # Who is invited by name.


@require_safe
def calendar(request: Request, key: UUID) -> HttpResponse:
    """An invitation in the reader's language; of a review without a day there is none."""
    review = get_object_or_404(queries.reviews().select_related("owner"), pk=key)
    if review.starts_on is None:
        raise Http404
    parts = queries.participations_in(key).filter(part=Participation.Part.INVITED, member__isnull=False)
    invited = [
        Party(str(one.pk), one.name.plain()) for part in parts.select_related("member")[:MOST] if (one := part.member)
    ]
    address = request.build_absolute_uri(reverse("review", args=[key]))
    meeting = Meeting(
        key=str(key),
        title=review.title.plain(),
        text=_text(review, address),
        address=address,
        made_at=review.created_at,
        on=review.starts_on,
        until=review.ends_on or review.starts_on,
        at=review.starts_at,
        zone=review.zone,
        minutes=review.minutes,
        place=review.place.plain() if review.place else "",
        host=Party(str(review.owner_id), review.owner.name.plain()),
        invited=invited,
    )
    made = invitation(meeting, settings.PUBLIC_HOST or "localhost")
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8; method=REQUEST")
    answer["Content-Disposition"] = f'attachment; filename="review-{key}.ics"'
    return answer


def _text(review: Review, address: str) -> str:
    """The time in both zones, and where more of it stands."""
    when = strip_tags(meets_at(review.starts_at, review.zone)) if review.starts_at else ""
    return "\n".join(line for line in (when, _("The review in Tansiq: %(address)s") % {"address": address}) if line)
