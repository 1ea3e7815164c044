"""The signed context: who acts, for which member, under which hat, until when.

The key stays in a file that only the program reads; the database keeps its two HMAC pads (RFC 2104) in a table that
only `tansiq.me()` reads. So whoever can run SQL as the program's role still cannot become another member.
"""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple
from uuid import UUID

from tansiq import clock

LIFE = 15 * 60  # Seconds: longer than any request, shorter than a coffee.
BLOCK = 64  # The block of SHA-256, in octets.

_token: ContextVar[str] = ContextVar("tansiq_context", default="")


class Pad(NamedTuple):
    """A key for contexts and its number."""

    number: int
    key: bytes

    def pads(self) -> tuple[bytes, bytes]:
        """The inner and the outer pad of HMAC-SHA256."""
        block = (hashlib.sha256(self.key).digest() if len(self.key) > BLOCK else self.key).ljust(BLOCK, b"\0")
        return bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)


def sign(pad: Pad, *, account: UUID | None = None, accreditation: UUID | None = None) -> str:
    """A context for one accreditation of one account, for an account that wears no hat yet, or for the public."""
    if accreditation and not account:
        raise ValueError("An accreditation is worn by an account.")
    kind = "member" if accreditation else "public"
    body = f"v1.{kind}.{account or '-'}.{accreditation or '-'}.{clock.wall() + LIFE}.{pad.number}"
    return f"{body}.{hmac.new(pad.key, body.encode(), hashlib.sha256).hexdigest()}"


def current() -> str:
    """The context that the next transaction takes; empty means nobody."""
    return _token.get()


@contextmanager
def wearing(token: str) -> Iterator[None]:
    """Let transactions inside take this context."""
    former = _token.set(token)
    try:
        yield
    finally:
        _token.reset(former)
