"""The product's pages against the same page by hand: in process, and through Granian on loopback."""

import http.client
import io
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Count
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tansiq.management.bench import raw, raw_review, review
from tansiq.management.bench.counting import statements
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.rounds import Way, in_turn
from tansiq.management.bench.world import Ground, World, connect
from tansiq.management.web.serving import Web, free_port
from tansiq.members.hats import hats_of
from tansiq.members.models import Account
from tansiq.press import views
from tansiq.press.models import Statement
from tansiq.release.acting import acting_as, token_for
from tansiq.reviews.models import Review
from tansiq.wsgi import application

READER = "lina"  # Of the demonstration's cast.
FEW, MANY = 20, 200
PORT = 18_000
TIMES = 5
SHARE = 50  # One statement for so many rows that the bench is asked for.
Say = Callable[[str], None]


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:  # noqa: ARG001 -- as every bench is asked
    """All that is promised of pages."""
    say("The real record …")
    call_command("furnish", demo="coalition", stdout=io.StringIO())
    visitor = _enter()
    yield from _usual(visitor, rounds)
    yield from review.bench(ground, *_review(visitor), rounds=rounds, say=say)
    count = max(MANY * 3, rows // SHARE)
    say(f"{count} statements …")
    connection.close()
    World(ground, ground.name).with_rows("statements", count).ready()
    address = _at("statements")
    by_hand = connect(ground.name, "app")
    ways: dict[str, Way] = {
        "ours": lambda: visitor.ask(address),
        "floor": lambda: raw.statements(by_hand, visitor.context, MANY),
    }
    views.SIZE = MANY
    say(
        f"{len(visitor.ask(address)) // 1024} kB; "
        f"by hand {len(raw.statements(by_hand, visitor.context, MANY)) // 1024} kB"
    )
    times = in_turn(ways, rounds=rounds, times=TIMES)
    yield Finding("page.200rows", times.typical("ours"), times.typical("floor"), times.ratio("ours", "floor"))
    yield from _served(visitor, address, rounds)
    yield from _statements(visitor, address)


@dataclass(frozen=True)
class Visitor:
    """Somebody who has entered."""

    account: UUID
    accreditation: UUID
    cookie: str

    @property
    def context(self) -> str:
        """The signed context that the middleware would give."""
        return token_for(self.account, self.accreditation)

    def ask(self, address: str) -> bytes:
        """A page, through the whole of the program but its server."""
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": address, "HTTP_HOST": "127.0.0.1", "HTTP_COOKIE": self.cookie}
        setup_testing_defaults(environ)
        told: list[str] = []
        start: Any = lambda status, _headers: told.append(status)  # noqa: E731 -- what WSGI asks for
        answer: Any = application(environ, start)
        body = b"".join(answer)
        answer.close()
        if told != ["200 OK"]:
            raise RuntimeError(f"{address}: {told}")
        return body


def _enter() -> Visitor:
    """Enter the demonstration as one of its people."""
    browser = Client()
    with override("ar"):
        browser.post(reverse("enter_as", args=[READER]))
    account = Account.objects.get(email__startswith=f"{READER}@")
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in browser.cookies.items())
    return Visitor(account.pk, hats_of(account.pk)[0].accreditation, cookie)


def _review(visitor: Visitor) -> tuple[review.Page, review.ByHand]:
    """The page of the fullest review, and the same by hand."""
    with acting_as(visitor.context), transaction.atomic():
        key = most_said()
    return partial(visitor.ask, _at("review", key)), lambda line: raw_review.page(line, visitor.context, key)


def most_said() -> UUID:
    """The review that most was said at: London, 22 January 2015."""
    rows = Review.objects.annotate(said=Count("statements")).order_by("-said", "key")
    return rows.values_list("pk", flat=True)[0]


def _usual(visitor: Visitor, rounds: int) -> Iterator[Finding]:
    """How long the pages take that are asked for most, on the real record."""
    with acting_as(visitor.context), transaction.atomic():
        statement = Statement.objects.order_by("key").values_list("pk", flat=True)[0]
    pages = {
        "page.home": _at("home"),
        "page.reviews": _at("reviews"),
        "page.statement": _at("statement", statement),
        "page.record": _at("record"),
    }
    times = in_turn(
        {name: partial(visitor.ask, address) for name, address in pages.items()}, rounds=rounds, times=TIMES
    )
    for name in pages:
        yield Finding(name, times.typical(name))


def _served(visitor: Visitor, address: str, rounds: int) -> Iterator[Finding]:
    """The same page and the same floor, each served by Granian."""
    os.environ["TANSIQ_BENCH_SIZE"] = str(MANY)
    os.environ["TANSIQ_BENCH_READER"] = f"{visitor.account} {visitor.accreditation}"
    with ExitStack() as held:
        ways: dict[str, Way] = {}
        for name, served in {"ours": "house", "floor": "floor"}.items():
            port = free_port("127.0.0.1", None, PORT)
            web = Web(
                "127.0.0.1", port, settings.DATA, threads=1, application=f"tansiq.management.bench.served:{served}"
            )
            held.enter_context(web).open_up()
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            held.callback(line.close)
            ways[name] = partial(_fetch, line, address, {"Cookie": visitor.cookie})
        times = in_turn(ways, rounds=rounds, times=TIMES)
    yield Finding("page.200rows.served", times.typical("ours"), times.typical("floor"), times.ratio("ours", "floor"))


def _fetch(line: http.client.HTTPConnection, address: str, headers: Mapping[str, str]) -> None:
    line.request("GET", address, headers=dict(headers))
    answer = line.getresponse()
    answer.read()
    if answer.status != http.HTTPStatus.OK:
        raise RuntimeError(f"{address}: {answer.status}")


def _statements(visitor: Visitor, address: str) -> Iterator[Finding]:
    """How many statements of SQL the page needs, for few rows and for many."""
    needed = {}
    for size in (FEW, MANY):
        views.SIZE = size
        needed[size] = statements(partial(visitor.ask, address))
    few, many = needed[FEW], needed[MANY]
    yield Finding("page.statements", many, unit="")
    yield Finding("page.statements.growth", many, few, many / few, unit="")


def _at(name: str, *args: Any) -> str:
    """The address of a page in Arabic."""
    with override("ar"):
        return reverse(name, args=args)
