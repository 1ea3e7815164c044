"""Visits to the house through Django's own client, as the people of the small coalition."""

import re

from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tansiq.members.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def client(slug: str = "", **given: object) -> Client:
    """A browser in which somebody is signed in; nobody without a name."""
    made = Client(**given)
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
