"""An authenticator app as a telephone has it: written down once more from RFC 6238, with nothing of the house's."""

import base64
import hashlib
import hmac

from tests.world import SECONDS

PERIOD = 30


def shown(secret: str, later: int = 0, at: float = SECONDS) -> str:
    """What the app shows, so many periods later."""
    counter = (int(at) // PERIOD + later).to_bytes(8, "big")
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"
