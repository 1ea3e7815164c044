"""What a passkey signs: a challenge of this house, for one purpose, for five minutes, once.

It is signed instead of kept: looking at the page of signing in opens no session and stores nothing.
"""

import hmac

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from tansiq import chance, clock

LIFE = 5 * 60  # Seconds.
DRAWN, STAMP, SEAL = 24, 8, 16  # Octets of its three parts.


def challenge(purpose: str) -> bytes:
    """A new challenge."""
    body = chance.octets(DRAWN) + _now().to_bytes(STAMP, "big")
    return body + _seal(purpose, body)


def takes(purpose: str, given: bytes) -> bool:
    """Whether this is such a challenge, of late, and answered for the first time."""
    body, seal = given[: DRAWN + STAMP], given[DRAWN + STAMP :]
    if not hmac.compare_digest(seal, _seal(purpose, body)):
        return False
    if not 0 <= _now() - int.from_bytes(body[DRAWN:], "big") <= LIFE:
        return False
    return cache.add(f"challenge:{body[:DRAWN].hex()}", 1, LIFE + 1)


def _now() -> int:
    return int(clock.now().timestamp())


def _seal(purpose: str, body: bytes) -> bytes:
    return salted_hmac("tansiq.challenge", purpose.encode() + b"|" + body, algorithm="sha256").digest()[:SEAL]
