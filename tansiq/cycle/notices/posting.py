"""Sending a letter so that it is known whether it left: a mail server that fails loses none and doubles none."""

import logging
import re
import smtplib
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

READY, DOT = 354, re.compile(rb"(?m)^\.")

log = logging.getLogger(__name__)


class Unsure(OSError):
    """The server has the whole letter and said nothing any more: it may have taken it, so it is not sent again."""


class _Careful(smtplib.SMTP):
    """A conversation that tells a letter which the server may have from one that it has not."""

    def data(self, msg: bytes) -> tuple[int, bytes]:  # type: ignore[override] # only octets come here
        """Hand over a letter, and wait for the server's word."""
        code, said = self.docmd("data")
        if code != READY:
            raise smtplib.SMTPDataError(code, said)
        self.send(DOT.sub(b"..", msg) + b"\r\n.\r\n")
        try:
            return self.getreply()
        except (OSError, smtplib.SMTPServerDisconnected) as silence:
            raise Unsure from silence


class Careful(EmailBackend):
    """Django's way to a mail server, by that conversation."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """The conversation."""
        return _Careful


def post(letter: EmailMessage) -> None:
    """Send one letter; come back when the server has taken it, or may have.

    Raises:
        OSError: it has surely not been taken.
    """
    if not settings.EMAIL_HOST:
        if folder := getattr(settings, "EMAIL_FILE_PATH", ""):
            Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        get_connection().send_messages([letter])
        return
    try:
        Careful().send_messages([letter])
    except Unsure:
        log.warning("a mail server took a letter and did not say so; it is not sent again")
