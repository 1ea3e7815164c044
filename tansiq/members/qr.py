"""What an authenticator app reads off the page: its secret, as an address drawn in squares."""

import base64
from urllib.parse import quote

import qrcode

from tansiq import chance

SECRET = 20  # Octets, as RFC 4226 advises.
EDGE = 4  # Squares around, without which it is not found.


def drawn_from_chance() -> str:
    """A new secret, in the letters in which apps take it."""
    return base64.b32encode(chance.octets(SECRET)).decode()


def uri_of(email: str, secret: str) -> str:
    """The address that an app reads."""
    return f"otpauth://totp/{quote(f'Tansiq:{email}')}?secret={secret}&issuer=Tansiq"


def path_of(words: str) -> tuple[str, int]:
    """The dark squares as the path of a drawing, and how many squares its side has."""
    code = qrcode.QRCode(border=EDGE)
    code.add_data(words)
    squares = code.get_matrix()
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(squares) for x, on in enumerate(row) if on)
    return "".join(dark), len(squares)
