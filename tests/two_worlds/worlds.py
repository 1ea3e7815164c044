"""One world: a clone of the template, the people who act in it, and what B sees of it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.core import mail
from django.db import connection, transaction
from django.test import Client

from tansiq.database.base import Acting
from tansiq.members.models import Session
from tansiq.members.sessions import SessionStore, digest
from tansiq.release.acting import acting_as
from tests.two_worlds.ground import Ground
from tests.two_worlds.seeing import Request, Seen, cache_watched, files, forget, seen, written

FORM = "application/x-www-form-urlencoded"


@dataclass
class World:
    """A clone while it is played."""

    ground: Ground
    own: tuple[str, ...] = ()  # B's people.
    name: str = ""
    items: dict[str, list[tuple[str, UUID]]] = field(default_factory=lambda: {"hidden": [], "shared": []})  # Remarks.
    keys: list[UUID] = field(default_factory=list)  # Whatever key a hidden act has made.
    drawn: list[UUID] = field(default_factory=list)  # Whatever was drawn for an act of others.
    invited: list[tuple[UUID, str, str]] = field(default_factory=list)
    clients: dict[str, Client] = field(default_factory=dict)
    looked: list[str] = field(default_factory=list)  # What B's requests asked the cache.

    @contextmanager
    def acting(self, slug: str) -> Iterator[Acting]:
        """Act as a person, in one transaction."""
        with acting_as(self.ground.token(slug)), transaction.atomic():
            yield connection.acting

    def put(self, pool: str, by: str, key: UUID) -> None:
        """Note a remark; one that is hidden is a key that B may not know to be taken."""
        if (by, key) not in self.items[pool]:
            self.items[pool].append((by, key))
            self.keys.extend([key] if pool == "hidden" else [])

    def client(self, slug: str) -> Client:
        """A person's browser; each has an address of its own, and whoever has left signs in again."""
        if slug not in self.clients:
            number = sum(map(ord, slug)) % 250 + 1
            client = self.clients[slug] = Client(raise_request_exception=False, REMOTE_ADDR=f"127.0.1.{number}")
            client.handler = self.ground.handler
            client.cookies[settings.CSRF_COOKIE_NAME] = hashlib.sha256(slug.encode()).hexdigest()[:32]
        client = self.clients[slug]
        session = client.cookies.get(settings.SESSION_COOKIE_NAME)
        if slug and not (session and session.value):
            client.force_login(self.ground.accounts[slug])
        return client

    def ask(self, request: Request) -> Seen:
        """What one request of B shows it: the answer, its letters, what was kept and written for it."""
        looked, letters, lying = len(self.looked), len(mail.outbox), files(self.ground.cluster.data)
        client = self.client(request.by)
        headers = dict(request.headers)
        if request.method == "POST" and not request.forged:
            headers["X-CSRFToken"] = client.cookies[settings.CSRF_COOKIE_NAME].value
        answer = client.generic(request.method, request.path, request.data, content_type=FORM, headers=headers)
        mine = filter(self._mine, mail.outbox[letters:])
        beside = [
            *(f"Letter: {letter.to} {letter.message().as_string()}" for letter in mine),
            *(f"Cache: {line}" for line in self.looked[looked:]),
            *(f"File: {line}" for line in written(lying, files(self.ground.cluster.data))),
        ]
        return seen(request, answer, beside)

    def _mine(self, letter: mail.EmailMessage) -> bool:
        """Whether a letter goes to one of B's own."""
        own = {self.ground.accounts[slug].email for slug in self.own if slug}
        return any(address in own for address in letter.recipients())

    def sessions(self) -> bytes:
        """What the house remembers of B's own sign-ins."""
        lines = []
        for slug in filter(None, self.own):
            cookie = self.clients[slug].cookies.get(settings.SESSION_COOKIE_NAME)
            row = Session.objects.filter(session_key=digest(cookie.value if cookie else "")).first()
            lines.append(f"{slug}: {sorted(SessionStore().decode(row.session_data).items()) if row else None}")
        return "\n".join(lines).encode()

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Note what is asked of the cache, and begin with an empty outbox."""
        mail.outbox = []
        forget()
        with cache_watched(self.looked):
            yield
