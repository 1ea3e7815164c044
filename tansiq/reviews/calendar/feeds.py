"""Making, finding and revoking a calendar's address: whoever has it reads as its person does, and only reads."""

import base64
import binascii
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare

from tansiq import chance, clock
from tansiq.release.acting import acting, acting_as, token_for
from tansiq.reviews.calendar.models import CalendarFeed

SALT = "tansiq.reviews.calendar"
KEY, SECRET = 16, 32  # Octets.


class Named(NamedTuple):
    """Whom an address names, and its secret."""

    account: UUID
    accreditation: UUID
    secret: bytes


def own_feed() -> CalendarFeed | None:
    """The address that the acting person has under this hat, if any is in force."""
    who = acting()
    return _mine().filter(accreditation=who.accreditation).exclude(digest="").first()


def make_feed() -> str:
    """Make an address anew; the former one holds no longer. It is a habit, no act, and leaves nothing in the record."""
    who, secret = acting(), chance.octets(SECRET)
    given = {"accreditation": who.accreditation, "digest": _digest(secret), "made_at": clock.now()}
    if not _mine().update(**given):
        try:
            with transaction.atomic():
                CalendarFeed.objects.create(owner_id=who.member, account=who.account, **given)
        except IntegrityError:  # A double tap: the later answer's address holds.
            _mine().update(**given)
    told = base64.urlsafe_b64encode(who.account.bytes + who.accreditation.bytes + secret)
    return signing.Signer(salt=SALT, sep=".").sign(told.rstrip(b"=").decode())


def revoke_feed() -> None:
    """Let the acting person's address hold no longer."""
    _mine().update(digest="")


def _mine() -> QuerySet[CalendarFeed]:
    who = acting()
    return CalendarFeed.objects.filter(owner=who.member, account=who.account)


def _digest(secret: bytes) -> str:
    return sha256(secret).hexdigest()


def named_by(token: str) -> Named | None:
    """Whom an address of ours names; None for a forged one, for which nobody's context is signed."""
    try:
        told = base64.urlsafe_b64decode(signing.Signer(salt=SALT, sep=".").unsign(token) + "==")
    except (signing.BadSignature, binascii.Error, UnicodeEncodeError):
        return None
    if len(told) != KEY + KEY + SECRET:
        return None
    return Named(UUID(bytes=told[:KEY]), UUID(bytes=told[KEY : 2 * KEY]), told[2 * KEY :])


@contextmanager
def reading_as(named: Named) -> Iterator[bool]:
    """Read as whom an address names, for as long as its accreditation lasts; whether the address is in force.

    The database itself refuses to write inside.
    """
    with acting_as(token_for(named.account, named.accreditation)), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        held = CalendarFeed.objects.filter(account=named.account, accreditation=named.accreditation).first()
        yield constant_time_compare(held.digest if held else "", _digest(named.secret))
