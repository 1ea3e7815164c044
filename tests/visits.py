"""Visits to the house through Django's own client, as the people of the small coalition."""

import re
from functools import cache

from django.test import Client
from django.test.client import ClientHandler
from django.urls import reverse
from django.utils.translation import override

from tansiq.members.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@cache
def _door(*, checked: bool) -> ClientHandler:
    """The house as all browsers find it: put together once, since that takes longer than many a page."""
    return ClientHandler(enforce_csrf_checks=checked)


def client(slug: str = "", *, enforce_csrf_checks: bool = False, **given: object) -> Client:
    """A browser in which somebody is signed in; nobody without a name."""
    made = Client(**given)
    made.handler = _door(checked=enforce_csrf_checks)
    if slug:
        made.force_login(Account.objects.get(email__startswith=f"{slug}@"), BACKEND)
    return made


def at(name: str, *args: object, language: str = "en") -> str:
    """The address of a page."""
    with override(language):
        return reverse(name, args=args)


def bare(content: bytes) -> str:
    """A page without what is drawn anew for each answer: the token against forgery, the key of the next act, and what a
    passkey is asked to sign."""
    page = re.sub(r'(name="(?:csrfmiddlewaretoken|once)" value=)"[^"]*"', r"\1", content.decode())
    return re.sub(r'(data-passkey=)"[^"]*"', r"\1", page)
