"""Guests for tests: invited to one session of a review, come in, and shown something."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from tansiq.languages.words import Words
from tansiq.members.commands import bind, new_token
from tansiq.members.models import Account
from tansiq.release.acting import acting_as, token_for
from tansiq.release.models import Guest
from tansiq.reviews.guests import queries
from tansiq.reviews.guests.commands import Said, end_visit, invite_guest, show_to
from tansiq.reviews.models import Review
from tests.visits import BACKEND, client
from tests.world import INSTANT, token

NOW = datetime.fromisoformat(INSTANT).astimezone(UTC)
SOON = NOW + timedelta(hours=3)
SAID = Said(
    Words.of("en", en="Noura Saleh", ar="نورة صالح"),
    Words.of("en", en="A relief agency", ar="وكالة إغاثة"),
    Words.of("en", en="The second session", ar="الجلسة الثانية"),
)


@dataclass(frozen=True)
class Visitor:
    """A guest that has come in."""

    guest: Guest
    account: Account
    token: str

    def browser(self) -> Client:
        made = client()
        made.force_login(self.account, BACKEND)
        return made


def invited(review: Review, slug: str = "officer", until_at: datetime = SOON, **given: Any) -> tuple[Guest, str]:
    secret = new_token()
    with acting_as(token(slug)):
        held = {"said": SAID, "email": "noura@agency.example", **given}
        return invite_guest(review=review, until_at=until_at, token=secret, **held), secret


def came(review: Review, slug: str = "officer", email: str = "noura@agency.example", **given: Any) -> Visitor:
    guest, secret = invited(review, slug, email=email, **given)
    account = Account.objects.create(email=email, password="!")
    return Visitor(guest, account, token_for(account.pk, bind(secret, account)))


def show(guest: Guest, slug: str, *keys: Any) -> None:
    """Show a guest what somebody put in: those of these keys, else all of it."""
    with acting_as(token(slug)):
        found = queries.guests().get(pk=guest.pk)
        show_to(guest=found, shown=[one for one in queries.to_show(found) if not keys or one.row.pk in keys])


def end(guest: Guest, until_at: datetime | None = None, slug: str = "officer") -> Guest:
    with acting_as(token(slug)):
        found = queries.guests().get(pk=guest.pk)
        return end_visit(guest=found, until_at=until_at, version=found.version)
