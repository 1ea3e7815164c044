"""The invitation to a review as a file for calendar programs, to be downloaded by whoever reads the review."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from tansiq.engines.invitations import Party, invitation
from tansiq.release.doors import Request
from tansiq.reviews import queries
from tansiq.reviews.calendar.meetings import house, meeting
from tansiq.reviews.models import Participation

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
    made = invitation(meeting(request, review, invited), house())
    method = "CANCEL" if review.called_off_at else "REQUEST"
    answer = HttpResponse(made, content_type=f"text/calendar; charset=utf-8; method={method}")
    answer["Content-Disposition"] = f'attachment; filename="review-{key}.ics"'
    return answer
