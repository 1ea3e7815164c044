"""Releasing an item of an agenda to more: as it was first set and as it stands now, and its matter with it."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act, is_own
from tansiq.release.commands import audience_of
from tansiq.release.within import is_within
from tansiq.reviews.agenda.commands import MEANWHILE, closed_to_some
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem
from tansiq.reviews.agenda.queries import came_from
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.widening.commands import and_those_of_now, go_along, widen


def version_of(item: AgendaItem) -> int:
    """Which version of an item its owner releases: of its readers, and of what was said of it."""
    return item.version + item.turn


@act("agenda.item_released")
def release_item(*, item: AgendaItem, readers: Sequence[int], version: int) -> AgendaItem:
    """Release an item to more of those who read its review; where it was referred, of those who read it there.

    Raises:
        Stale: it was changed since its owner opened it.
        ValidationError: it is withdrawn, or closed and would be open to all, or not released there to all of these.
    """
    if not is_own(item):
        raise PermissionDenied
    if version_of(item) != version:
        raise Stale(MEANWHILE)
    if item.withdrawn:
        raise ValidationError(_("This item is withdrawn."))
    wanted, earlier, now = and_those_of_now(item, readers), came_from(item), Saying.of(item.now)
    if earlier is not None and not is_within(wanted, earlier.audience):
        raise ValidationError(_("The item is not released to all of these readers where it was referred from."))
    closed_to_some(now, audience_of(wanted), item.review)
    if earlier is None:
        go_along(audience_of(wanted), item.matter)
    widen("agenda.item_released", item, sorted(wanted), version=item.version, told=now.told)
    _say_again(item, now)
    return item


def _say_again(item: AgendaItem, now: Saying) -> None:
    """What stands is said once more, to all who read the item from now on; whoever changes it now is too late."""
    given = {"turn": item.turn + 1, "place": item.now.place, **now.columns}
    try:
        with transaction.atomic():
            AgendaChange.objects.create(item=item, **given, **ownership(item.audience))
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
