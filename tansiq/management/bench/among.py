"""Pages among many rows: each against the same rows by hand, its statements, and what hidden rows tell by its time."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.test import Client

from tansiq.management.bench.counting import statements
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.guard import NEAR
from tansiq.management.bench.pages import Visitor
from tansiq.management.bench.rounds import Way, in_turn
from tansiq.management.bench.world import SPARSE, Ground, Mix, World
from tansiq.members.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Addresses = Mapping[str, str]
ByHand = Callable[[str, str], bytes]  # By the visitor's context, a page by its name.
Say = Callable[[str], None]


def key(word: str) -> UUID:
    """The key that our files of SQL give to a row."""
    return UUID(hashlib.md5(word.encode(), usedforsecurity=False).hexdigest())


def visitor(world: World) -> Visitor:
    """The measured member's delegate, who has entered."""
    place = world.ground.measured
    account, accreditation = key(f"account {place}"), key(f"accreditation {place}")
    browser = Client()
    with world.lent():
        browser.force_login(Account.objects.get(pk=account), BACKEND)
        session = browser.session
        session["hat"] = str(accreditation)
        session.save()
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in browser.cookies.items())
    return Visitor(account, accreditation, cookie)


def asked(world: World, who: Visitor, address: str) -> bytes:
    """A page of a world."""
    with world.lent():
        return who.ask(address)


@dataclass(frozen=True)
class Among:
    """A bench of pages on worlds that one of our files of SQL fills."""

    name: str
    ground: Ground
    file: str
    rounds: int

    def filled(self, name: str, rows: int, mix: Mix, *, only: bool = False) -> World:
        """A world with so many rows; or with only those of them that the measured member may read."""
        world = self.ground.world(name)
        shares = {"all": mix.all, "core": mix.core, "lists": mix.lists}
        self.ground.run(self.file, world.name, {"rows": rows, "only": only, **shares})
        return world.ready()

    def pages(self, world: World, addresses: Addresses, by_hand: ByHand, say: Say) -> Iterator[Finding]:
        """Each page against its floor, and its statements."""
        who = visitor(world)
        for page, address in addresses.items():
            ways: dict[str, Way] = {
                "ours": partial(asked, world, who, address),
                "floor": partial(by_hand, who.context, page),
            }
            sizes = {way: len(ask()) // 1024 for way, ask in ways.items()}  # type: ignore[arg-type] # octets
            say(f"{page}: {sizes['ours']} kB; by hand {sizes['floor']} kB")
            times, name = in_turn(ways, rounds=self.rounds, times=2), f"{self.name}.{page}"
            yield Finding(name, times.typical("ours"), times.typical("floor"), times.ratio("ours", "floor"))
            with world.lent():
                yield Finding(f"{name}.statements", statements(partial(who.ask, address)), unit="")

    def guarded(self, rows: int, addresses: Addresses) -> Iterator[Finding]:
        """The pages of somebody to whom few rows are released, among the others and without any.

        Raises:
            RuntimeError: a page is not the same in both.
        """
        worlds = {"ours": self.filled("hidden", rows, SPARSE), "floor": self.filled("bare", rows, SPARSE, only=True)}
        visitors = {way: (world, visitor(world)) for way, world in worlds.items()}
        for page, address in addresses.items():
            ways = {way: partial(asked, world, who, address) for way, (world, who) in visitors.items()}
            sizes = {way: len(ask()) for way, ask in ways.items()}
            if sizes["ours"] != sizes["floor"]:
                raise RuntimeError(f"{page}: {sizes}")
            times = in_turn(ways, rounds=self.rounds, times=4)
            ours, floor = times.typical("ours"), times.typical("floor")
            yield Finding(f"{self.name}.guard.{page}", ours, floor, abs(ours - floor), near=NEAR * floor)
