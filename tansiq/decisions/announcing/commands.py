"""Announcing what was adopted by silence: at the meeting in preparation, or at the next one as soon as it is opened."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from tansiq.decisions.announcing.models import Announcement
from tansiq.decisions.announcing.queries import next_meeting, to_announce
from tansiq.decisions.models import Decision
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act, once
from tansiq.record.commands import append
from tansiq.release.commands import audience_of
from tansiq.release.models import PUBLIC, Audience
from tansiq.reviews.agenda.commands import place_item
from tansiq.reviews.agenda.models import Placed
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.commands import WIDER, within
from tansiq.reviews.models import Review


@act("decision.announced")
def announce(*, decision: Decision, review: Review) -> Announcement:
    """Set the item that announces a decision, for those who read both the decision and the review."""
    audience = audience_of(_both(decision.audience, review.audience))
    item = place_item(review, Saying(_title(decision), Placed.Kind.INFORMATION), audience)
    with within(WIDER):
        made = Announcement.objects.create(decision=decision, item=item, **ownership(audience))
    told = {"decision": str(decision.pk), "review": str(review.pk), "text": item.title.as_json()}
    append("decision.announced", about=item, audience=audience, content=told, first=True)
    return made


def announce_next(decision: Decision) -> Announcement | None:
    """Announce an adoption at the meeting of its body that is in preparation; where there is none, it waits."""
    review = next_meeting(decision.body_id) if decision.body_id else None
    return announce(decision=decision, review=review) if review else None


def announce_waiting(review: Review) -> None:
    """Set on the agenda of a review that has just been opened what waited for a meeting of its body."""
    with once(""):  # The form that opened the review carries the key of that act.
        for decision in to_announce(review.body_id):
            announce(decision=decision, review=review)


def _both(one: Audience, other: Audience) -> set[int]:
    """The readers of both."""
    if one.is_public or other.is_public:
        return {*(other if one.is_public else one).readers}
    return {*one.readers} & {*other.readers} - {PUBLIC}


def _title(decision: Decision) -> Words:
    """What the item is called, in each language of the text."""
    held = {}
    for code, text in decision.text.words.items():
        with override(code):
            held[code] = _("Announcement of decision %(number)s, adopted by silence: %(text)s") % {
                "number": decision.code,
                "text": text,
            }
    return Words(decision.text.source, held)
