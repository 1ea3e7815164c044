"""Who acts: the accreditation, the member and the hat of this moment, taken from the signed context alone."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied

from tansiq.database import context
from tansiq.database.base import Acting, ours


class Actor(NamedTuple):
    """A member's or an office's person, who acts."""

    account: UUID
    accreditation: UUID
    member: UUID
    code: str
    kind: str
    hat: str
    readers: tuple[int, ...]


@cache
def pad() -> context.Pad:
    """The newest key for contexts, from the data folder."""
    held = json.loads(Path(settings.CONTEXT_KEY_FILE).read_text())
    return context.Pad(held["number"], bytes.fromhex(held["key"]))


def token_for(account: UUID, accreditation: UUID) -> str:
    """A signed context for one accreditation."""
    return context.sign(pad(), account=account, accreditation=accreditation)


def account_token(account: UUID) -> str:
    """A signed context for somebody who has signed in and wears no hat yet: the public, known by name."""
    return context.sign(pad(), account=account)


def public_token() -> str:
    """A signed context for the public."""
    return context.sign(pad())


@contextmanager
def acting_as(token: str) -> Iterator[None]:
    """Act in a context: at the start of each transaction inside, or at once within an open one, then as before."""
    connection = ours()
    if not connection.in_atomic_block:
        with context.wearing(token):
            yield
        return
    before = connection.acting
    try:
        with context.wearing(token):
            connection.enter()
            yield
    finally:
        # A transaction that has failed takes no statement, and rolling back restores its context: only what this side
        # remembers of it is put back, and the error is not masked.
        if connection.has_failed:
            connection.acting = before
        else:
            connection.enter()


def now_acting() -> Acting | None:
    """Who acts in this transaction, if anybody, the public included."""
    who = ours().acting if ours().in_atomic_block else None
    return who if who is not None and who.readers else None


def acting() -> Actor:
    """The member's person who acts in this transaction; refused where nobody does."""
    who = now_acting()
    if who is None or who.member is None:
        raise PermissionDenied
    return Actor(*cast("tuple[UUID, UUID, UUID, str, str, str]", who[1:7]), readers=who.readers)
