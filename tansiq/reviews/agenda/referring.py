"""Referral between levels: an item goes on in a review of another level, and stays the same matter."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.reviews.agenda.commands import audience_for, place_item
from tansiq.reviews.agenda.models import AgendaItem, Referral, ReferralToSeries
from tansiq.reviews.agenda.queries import items, matter_of
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.agenda.waiting import prepared_in, waiting_of
from tansiq.reviews.commands import OPENERS, within
from tansiq.reviews.models import Level, Review, Series

DOWNWARDS = tuple(Level)  # From the highest level to the lowest.


@act("agenda.item_referred")
def refer_item(*, item: AgendaItem, to: Review, reason: Words, readers: Sequence[int]) -> AgendaItem:
    """Refer an item to a review of another level, with the reason; there it opens as an item of the same matter.

    It is released there to nobody who does not read it here.

    Raises:
        ValidationError: that review is of the same level or past its preparation, or the matter stands there already.
    """
    _may_refer(item)
    if to.level == item.review.level:
        raise ValidationError(_("A referral goes to another level; this review is of the same one."))
    return _go_on("agenda.item_referred", item, to, reason, readers)


@act("agenda.item_referred_on")
def refer_to_series(*, item: AgendaItem, to: Series, reason: Words, readers: Sequence[int]) -> ReferralToSeries:
    """Refer an item to a series of another level that prepares no review: its matter waits there for the next one.

    Raises:
        ValidationError: the series is of the same level, prepares a review, or the matter waits there already.
    """
    _may_refer(item)
    if to.level == item.review.level:
        raise ValidationError(_("A referral goes to another level; this series is of the same one."))
    if prepared_in(to.pk):
        raise ValidationError(_("A review of this series is in preparation: refer it to that one."))
    if any(one.series_id == to.pk for one in waiting_of(item)):
        raise ValidationError(_("This matter waits for the next review of that series already."))
    audience = audience_for(item.audience, readers)
    with within(_("The item, or the series, is not released to all of these readers.")):
        made = ReferralToSeries.objects.create(item=item, series=to, reason=reason, **ownership(audience))
    told: dict[str, Any] = {"text": reason.as_json(), "item": str(item.pk), "series": str(to.pk)}
    append("agenda.item_referred_on", about=made, audience=audience, content=told, first=True)
    return made


@act("agenda.item_taken_up")
def take_up(*, waiting: ReferralToSeries, to: Review, readers: Sequence[int]) -> AgendaItem:
    """Set what waited for the next review of a series on its agenda: the same matter, with the reason that was given.

    Raises:
        ValidationError: the review is not of that series or past its preparation, or the matter stands there already.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    if to.series_id != waiting.series_id:
        raise ValidationError(_("This review is not of the series to which the matter was referred."))
    return _go_on("agenda.item_taken_up", items().get(pk=waiting.item_id), to, waiting.reason, readers)


def _may_refer(item: AgendaItem) -> None:
    if acting().code not in OPENERS:
        raise PermissionDenied
    if item.withdrawn:
        raise ValidationError(_("This item is withdrawn."))


def _go_on(kind: str, item: AgendaItem, to: Review, reason: Words, readers: Sequence[int]) -> AgendaItem:
    """The same matter as an item of another review, to nobody who does not read it here."""
    if any(one.review_id == to.pk and not one.withdrawn for one in matter_of(item)):
        raise ValidationError(_("This matter stands on the agenda of that review already."))
    saying = Saying.of(item.now)
    there = Saying(saying.title, saying.kind, None, saying.minutes, saying.presented_by, saying.note)
    audience = audience_for(item.audience, readers)
    made = place_item(to, there, audience, item.matter)
    with within(_("The item is not released to all of these readers.")):
        Referral.objects.create(earlier=item, later=made, reason=reason, **ownership(audience))
    told: dict[str, Any] = {"text": reason.as_json(), "from": str(item.pk), "review": str(to.pk)}
    append(kind, about=made, audience=audience, content=told, first=True)
    return made


def is_upwards(earlier: Review, later: Review) -> bool:
    """Whether a referral goes to a higher level."""
    return DOWNWARDS.index(Level(later.level)) < DOWNWARDS.index(Level(earlier.level))
