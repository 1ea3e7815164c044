"""Inviting a guest to one session of a review, showing it things by name, and ending its visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import chance, clock
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.members.invitations import INVITATION_LIFE, digest
from tansiq.members.models import GuestInvitation, Session
from tansiq.record.acts import Stale, act, edit, is_own
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader, release_anew
from tansiq.release.models import Guest, Releasable
from tansiq.release.queries import forget_guests, named_readers
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.attending import receive_guest
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.guests.queries import Shown
from tansiq.reviews.models import Review

OVER = _("This visit is over. Invite the guest anew.")


@dataclass(frozen=True)
class Said:
    """Who a guest is, for whom it speaks, and to which session it comes."""

    name: Words
    speaks_for: Words
    session: Words

    @property
    def columns(self) -> dict[str, Words]:
        """The guest's own columns."""
        return {"name": self.name, "speaks_for": self.speaks_for, "session": self.session}


@act("guest.invited")
def invite_guest(*, review: Review, said: Said, email: str, until_at: datetime, token: str) -> Guest:
    """Invite a guest to one session of a review, until it ends; that it comes is told to all who read the review.

    It reads nothing yet but this: each thing is shown to it by name.

    Raises:
        ValidationError: the session would be over before the guest came.
    """
    if acting().code not in OPENERS:
        raise PermissionDenied
    if until_at <= clock.now():
        raise ValidationError(_("The visit would be over before it begins."))
    own = ownership(review.audience)
    guest = Guest.objects.create(review_id=review.pk, reader=_reader(), until_at=until_at, **said.columns, **own)
    forget_guests()
    GuestInvitation.objects.create(
        guest=guest,
        email=email.lower(),
        token_digest=digest(token),
        expires_at=min(until_at, clock.now() + INVITATION_LIFE),
        **ownership(audience_of({own_reader(), guest.reader})),
    )
    receive_guest(review=review, guest=said.name, session=said.session, visitor=guest)
    append(
        "guest.invited",
        about=guest,
        audience=review.audience,
        content={
            "review": str(review.pk),
            **{name: words.as_json() for name, words in said.columns.items()},
            "until": until_at.isoformat(),
        },
        first=True,
    )
    return guest


def _reader() -> int:
    """A reader's number below zero, even as every member's is: by chance, so that it tells of no other guest."""
    return -2 * (1 + (int.from_bytes(chance.octets(4)) >> 2))


@act("guest.shown")
def show_to(*, guest: Guest, shown: Sequence[Shown]) -> Guest:
    """Show things of the acting member's own to a guest of their review, by name: all of them, or none.

    Raises:
        ValidationError: nothing is shown, the visit is over, or another office has changed what an item says.
    """
    if not shown:
        raise ValidationError(_("Choose what is shown to the guest."))
    if guest.until_at <= clock.now():
        raise ValidationError(OVER)
    for one in shown:
        item = one.row
        if item.review_id != guest.review_id or not is_own(item):
            raise PermissionDenied
        audience = release_anew(_with_changes(item), {*item.audience.readers, guest.reader})
        append("guest.shown", about=item, audience=audience, content=_told(guest, named_readers(audience)))
    return guest


def _with_changes(item: Any) -> list[Releasable]:
    """An item of an agenda with what was said of it to all who read it now: the guest reads what stands."""
    said: list[Any] = []
    if isinstance(item, AgendaItem):
        said += item.changes.filter(audience=item.audience_id).select_related("audience")
    if not all(is_own(one) for one in said):
        raise ValidationError(
            _("Another office has changed the item “%(title)s”: it is shown by neither alone. Tell the guest of it."),
            params={"title": item.now.title.plain()},
        )
    return [item, *said]


def _told(guest: Guest, readers: list[str]) -> dict[str, Any]:
    return {"guest": str(guest.pk), "readers": readers}


def may_end(guest: Guest) -> bool:
    """Whether the acting office invited a guest, and the visit is not over."""
    return acting().code in OPENERS and is_own(guest) and guest.until_at > clock.now()


@act("guest.ended")
def end_visit(*, guest: Guest, until_at: datetime | None, version: int) -> Guest:
    """End a guest's visit at once, or let it end at another time than was said; PostgreSQL shows it nothing after that.

    Raises:
        ValidationError: the time is past already.
        Stale: the visit is over, or somebody was quicker.
    """
    if not is_own(guest) or acting().code not in OPENERS:
        raise PermissionDenied
    now = clock.now()
    if guest.until_at <= now:
        raise Stale(OVER)
    if until_at is not None and until_at <= now:
        raise ValidationError(_("This time is past. To end the visit now, say so."))
    edit(guest, version=version, until_at=until_at or now)
    if until_at is None:
        accounts = GuestInvitation.objects.filter(guest=guest, account__isnull=False).values("account")
        Session.objects.filter(account__in=accounts).delete()
    append("guest.ended", about=guest, audience=guest.audience, content={"until": guest.until_at.isoformat()})
    return guest
