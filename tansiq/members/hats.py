"""Hats: which accreditations an account may wear, a guest's invitation among them, and which one a session wears."""

from typing import NamedTuple
from uuid import UUID

from django.db import connection

from tansiq.release.acting import account_token


class Hat(NamedTuple):
    """One accreditation that an account may wear now."""

    accreditation: UUID
    member: UUID | None  # A guest speaks for none.
    role: str


def hats_of(account: UUID) -> list[Hat]:
    """The hats of an account, its member's before the offices', a guest's last; known before any member is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT accreditation, member, hat FROM tansiq.accreditations_of(%s)", [account_token(account)])
        return [Hat(*row) for row in cursor.fetchall()]


def worn(account: UUID, wanted: str | None) -> UUID | None:
    """The hat that a session wears: the one it chose while that is valid, else the first; None without any."""
    own = [hat.accreditation for hat in hats_of(account)]
    return next((one for one in own if str(one) == wanted), own[0] if own else None)
