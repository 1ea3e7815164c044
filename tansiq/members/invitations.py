"""The secrets of invitations: only their digests are kept."""

import base64
import hashlib
from datetime import timedelta

from django.utils.crypto import salted_hmac

from tansiq import chance
from tansiq.release.acting import acting

SECRET = 20  # Octets: 160 bits.
INVITATION_LIFE = timedelta(days=7)


def digest(token: str) -> str:
    """Under which name an invitation's secret is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def token_of(once: str) -> str:
    """The secret of an invitation that a form makes: the same form sent twice is the same act with the same secret."""
    if not once:
        return chance.token(SECRET)
    made = salted_hmac("tansiq.invitation", f"{acting().account}:{once}", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made[:SECRET]).decode().rstrip("=")
