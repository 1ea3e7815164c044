"""The one place where keys, salts and tokens come from, so that a test can draw them again."""

import base64
import os
from collections.abc import Callable
from uuid import UUID

Source = Callable[[int], bytes]

_source: Source = os.urandom


def use(source: Source) -> Source:
    """Draw from another source from now on (tests only); the former source is returned."""
    global _source
    former, _source = _source, source
    return former


def octets(count: int) -> bytes:
    """That many random bytes."""
    return _source(count)


def key() -> UUID:
    """A random key (version 4): it says neither when nor how many."""
    return UUID(bytes=octets(16), version=4)


def salt() -> bytes:
    """The 32 random bytes that hide one group of an entry behind its commitment."""
    return octets(32)


def token(nbytes: int = 32) -> str:
    """A secret for a link or a password, safe in an address."""
    return base64.urlsafe_b64encode(octets(nbytes)).rstrip(b"=").decode()
