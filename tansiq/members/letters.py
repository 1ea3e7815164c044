"""Letters of the house: in both languages, with nothing in them but what to do, sent when the act is done."""

import logging
from pathlib import Path
from threading import Thread
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

LANGUAGES = ("ar", "en")
RULE = "\n\n— — —\n\n"

log = logging.getLogger(__name__)


def compose(name: str, to: str, given: dict[str, Any]) -> EmailMessage:
    """A letter from its two templates, `name_subject.txt` and `name_message.txt`, Arabic first."""
    subjects, messages = [], []
    for language in LANGUAGES:
        with override(language):
            subjects.append(" ".join(render_to_string(f"{name}_subject.txt", given).split()))
            messages.append(render_to_string(f"{name}_message.txt", given).strip())
    return EmailMessage(" | ".join(subjects), RULE.join(messages) + "\n", to=[to])


def post(letter: EmailMessage) -> None:
    """Send a letter once what it tells of is done; nobody waits for a mail server, so its pace tells nothing."""
    transaction.on_commit(lambda: _to_server(letter) if settings.EMAIL_HOST else _send(letter))


def _to_server(letter: EmailMessage) -> None:
    Thread(target=_send, args=[letter], name="letter").start()


def _send(letter: EmailMessage) -> None:
    """A letter that cannot be sent is a matter for whoever runs the house; the link was shown as well."""
    try:
        if not settings.EMAIL_HOST:  # Letters hold secrets: the folder is for the program alone.
            Path(settings.EMAIL_FILE_PATH).mkdir(mode=0o700, parents=True, exist_ok=True)
        letter.send()
    except OSError:
        log.exception("a letter was not sent")
