"""Setting an agenda while a review is prepared: the offices set items, change, move and withdraw them."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq.finding.commands import keep_findable
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader, remember_choice
from tansiq.release.models import PUBLIC, Audience
from tansiq.release.queries import everyone
from tansiq.release.within import is_within
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem, Matter, Placed
from tansiq.reviews.agenda.queries import agenda_of
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.commands import OPENERS, WIDER, within
from tansiq.reviews.models import Phase, Review
from tansiq.reviews.queries import phases_of

KIND = "agenda"  # Under which an office's release habits for items are kept.
STEP = 1 << 40  # Between two items: something can be moved between the same two forty times.
MEANWHILE = _("This was changed meanwhile. Both texts are below; nothing of yours is lost.")
PREPARED = (Phase.Step.PLANNED, Phase.Step.REPORTING, Phase.Step.ADVISING)


@act("agenda.item_set")
def set_item(*, review: Review, saying: Saying, readers: Sequence[int]) -> AgendaItem:
    """Set an item at the end of a review's agenda, to those who were chosen among the review's readers.

    Raises:
        ValidationError: the review is past its preparation, or a closed item would be open to all who read the review.
    """
    item = place_item(review, saying, audience_for(review.audience, readers))
    remember_choice(KIND, item.audience)
    append(
        "agenda.item_set",
        about=item,
        audience=item.audience,
        content={"review": str(review.pk), **saying.told},
        first=True,
    )
    return item


def place_item(review: Review, saying: Saying, audience: Audience, matter: Matter | None = None) -> AgendaItem:
    """A new item at the end of an agenda, of a new matter or of one that goes on; its act appends the entry."""
    _may_set(review)
    closed_to_some(saying, audience, review)
    place = max((one.now.place for one in agenda_of(review.pk)), default=0) + STEP
    given = ownership(audience)
    with within(WIDER):
        of = matter or Matter.objects.create(**given)
        return AgendaItem.objects.create(review=review, place=place, matter=of, **saying.columns, **given)


def audience_for(wider: Audience, readers: Sequence[int]) -> Audience:
    """Those who were chosen, and the offices that set agendas, as far as they read what it hangs on."""
    if PUBLIC in readers:
        return audience_of({PUBLIC})
    offices = {one.reader for one in everyone().values() if one.is_office and one.code in OPENERS}
    return audience_of({*readers, own_reader(), *(one for one in offices if is_within([one], wider))})


def may_set(review: Review) -> bool:
    """Whether the agenda of a review is still prepared, and by whoever acts."""
    last = phases_of(review.pk).last()
    return acting().code in OPENERS and last is not None and last.step in PREPARED


def _may_set(review: Review) -> None:
    if acting().code not in OPENERS:
        raise PermissionDenied
    if not may_set(review):
        raise ValidationError(_("The agenda of this review stands: it is no longer in preparation."))


def closed_to_some(saying: Saying, audience: Audience, review: Review) -> None:
    """Refuse a closed item that all who read the review would read."""
    if saying.kind == Placed.Kind.CLOSED and is_within(review.audience.readers, audience):
        raise ValidationError(_("A closed item is released to fewer than the review. Choose who reads it."))


@act("agenda.item_changed")
def change_item(*, item: AgendaItem, saying: Saying, version: int) -> AgendaItem:
    """Say anew what stands of an item; what was said before stays.

    Raises:
        Stale: somebody changed it since the reader opened it.
        ValidationError: it says so already, or the agenda is no longer prepared.
    """
    if version == item.turn and saying == Saying.of(item.now):
        raise ValidationError(_("These are the words that stand already."))
    closed_to_some(saying, item.audience, item.review)
    change = _say(item, saying, version)
    _append("agenda.item_changed", change, saying.told)
    return item


@act("agenda.item_moved")
def move_item(*, item: AgendaItem, before: AgendaItem | None, version: int) -> AgendaItem:
    """Put an item before another one, or at the end.

    Raises:
        ValidationError: between the two too many were put already.
    """
    others = [one for one in agenda_of(item.review_id) if one.pk != item.pk]
    at = next((place for place, one in enumerate(others) if before and one.pk == before.pk), len(others))
    former = others[at - 1].now.place if at else others[0].now.place - 2 * STEP if others else 0
    later = others[at].now.place if at < len(others) else former + 2 * STEP
    if later - former <= 1:
        # To make room, the others would have to be moved too, and their readers would see that something was.
        raise ValidationError(_("There is no room left between these two: move one of them first."))
    change = _say(item, Saying.of(item.now), version, place=(former + later) // 2)
    # Beside which one is told nobody: whoever reads this item need not read that one.
    _append("agenda.item_moved", change, {})
    return item


@act("agenda.item_withdrawn")
def withdraw_item(*, item: AgendaItem, version: int) -> AgendaItem:
    """Take an item off the agenda; it and all that hangs on it stay to be read."""
    change = _say(item, Saying.of(item.now), version, is_withdrawal=True)
    _append("agenda.item_withdrawn", change, {})
    return item


def _say(
    item: AgendaItem, saying: Saying, version: int, *, place: int | None = None, is_withdrawal: bool = False
) -> AgendaChange:
    """One more change of an item, to all who read it; of two at the same moment the second is stale."""
    _may_set(item.review)
    if item.withdrawn:
        raise ValidationError(_("This item is withdrawn."))
    turns = AgendaChange.objects.filter(item=item)
    given = {"turn": version + 1, "place": item.now.place if place is None else place, "is_withdrawal": is_withdrawal}
    if version > item.turn or turns.filter(turn__gt=version).exists():
        raise Stale(MEANWHILE)
    try:
        with transaction.atomic():
            change = AgendaChange.objects.create(item=item, **given, **saying.columns, **ownership(item.audience))
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    item.said = [*item.said, change]  # type: ignore[attr-defined] # queries.items
    keep_findable(item)
    return change


def _append(kind: str, change: AgendaChange, told: dict[str, object]) -> None:
    append(kind, about=change, audience=change.audience, content={"item": str(change.item_id), **told}, first=True)
