"""What all worlds of a run have in common, and one world at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection
from django.test.client import ClientHandler

from tansiq.members.models import Account
from tansiq.release.acting import token_for
from tests.two_worlds.nursery import Nursery
from tests.two_worlds.pages import Form
from tests.two_worlds.still import Still
from tests.world import Cluster

INVITED = "guest-of-nawras"  # The secret of an invitation that Nawras has given.


@dataclass
class Ground:
    """What all worlds of a run have in common."""

    cluster: Cluster
    still: Still
    nursery: Nursery
    accounts: dict[str, Account] = field(default_factory=dict)
    hats: dict[str, list[UUID]] = field(default_factory=dict)
    readers: dict[str, int] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)  # Addresses that can be come upon before anything happens.
    forms: list[Form] = field(default_factory=list)  # And the forms on their pages.
    reviews: list[UUID] = field(default_factory=list)
    loaded: dict[str, UUID] = field(default_factory=dict)  # Of the file of the public record, one key of each kind.
    over: list[UUID] = field(default_factory=list)  # Forecasts whose time has passed.
    feeds: dict[str, str] = field(default_factory=dict)  # The secret of an observer's calendar.
    stop: str = ""  # By which Nawras's letters end.
    handler: ClientHandler = field(default_factory=lambda: ClientHandler(enforce_csrf_checks=True))

    def known_to(self, observer: str) -> list[str]:
        """What an observer has come upon; what Nawras was sent, and what an office alone may do."""
        own = {
            "nawras": (f"invitation/{INVITED}/", f"calendar/{self.feeds['jim']}/", f"notices/stop/{self.stop}/"),
            "secretariat": (
                f"bodies/{self.loaded['few']}/release/",
                f"calendar/{self.feeds['officer']}/",
                f"reviews/{self.loaded['planned']}/plan/",
                "advice/call/",
                f"decisions/{self.loaded['dug']}/action/",
                f"actions/{self.loaded['task']}/settle/",
                f"advice/calls/{self.loaded['advice_call']}/lay/",
            ),
            "chair": (f"advice/{self.loaded['advice']}/answer/", f"texts/{self.loaded['tabled']}/soundings/"),
            "coordinator": (f"reviews/{self.loaded['prepared']}/briefing/write/",),
        }
        return [*self.known, *(f"/{way}/{path}" for path in own.get(observer, ()) for way in ("ar", "en"))]

    def token(self, slug: str) -> str:
        """The signed context of a person, under its first hat."""
        return token_for(self.accounts[slug].key, self.hats[slug][0])

    def reader(self, code: str) -> int:
        """A reader by its code; "SH/head" is Sahlan's heads of delegation."""
        member, _slash, heads = code.partition("/")
        return self.readers[member] + bool(heads)

    def readers_of(self, codes: tuple[str, ...]) -> list[int]:
        """Several readers."""
        return sorted({self.reader(code) for code in codes})


@contextmanager
def world_of(ground: Ground) -> Iterator[str]:
    """A clone that the program is connected to, and that is gone afterwards."""
    name = ground.nursery.world()
    ground.cluster.use(name)
    try:
        yield name
    finally:
        connection.close()
        ground.nursery.end(name)
