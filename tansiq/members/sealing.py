"""The secrets of second factors lie in the database sealed: whoever reads the table or its backup opens nothing."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac

from tansiq import chance

LENGTH = 40  # Octets.


def _seal() -> Fernet:
    """The key, drawn from the house's own secret; without that, second factors are set up anew."""
    return Fernet(base64.urlsafe_b64encode(salted_hmac("tansiq.factors", "seal", algorithm="sha256").digest()))


class Sealed(DefaultMFAAdapter):
    """How allauth keeps second factors here."""

    def encrypt(self, text: str) -> str:
        """A secret as the database holds it."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """A secret as it is used; of what another house has sealed, one that nobody knows: no code of it holds."""
        try:
            return _seal().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(chance.octets(LENGTH)).decode()

    def get_totp_issuer(self) -> str:
        """What an authenticator app calls this house."""
        return "Tansiq"
