"""The pages of a call among all that was ever reported, against the same rows by hand; what hidden reports tell."""

import hashlib
import resource
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tansiq.management.bench import raw_reporting
from tansiq.management.bench.counting import statements
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.guard import NEAR
from tansiq.management.bench.pages import Visitor
from tansiq.management.bench.rounds import Way, in_turn
from tansiq.management.bench.world import REAL, SPARSE, Ground, Mix, World, connect
from tansiq.members.models import Account

MEASURES = 10  # Of a call, as reports.sql has them.
COLUMNS, ROWS = 5, 50  # Of the board, as its page shows it.
HIDDEN = 10  # One report in so many of the large world lies in the world of which nearly all is hidden.
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Say = Callable[[str], None]


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:  # noqa: ARG001 -- as every bench is asked
    """All that is promised of the pages of a call."""
    ground.lay()
    connection.close_pool()  # type: ignore[attr-defined] # the stubs lack it; a house with a guest in it cannot be cloned
    say(f"{rows} reports of {ground.members} members …")
    large = _reported(ground, "large", rows, REAL)
    yield from _pages(large, rounds, say)
    yield from _guarded(ground, max(1, rows // HIDDEN), rounds)


def _reported(ground: Ground, name: str, rows: int, mix: Mix, *, only: bool = False) -> World:
    """A world with so many reports; or with only those of them that the measured member may read."""
    world = ground.world(name)
    shares = {"all": mix.all, "core": mix.core, "lists": mix.lists}
    ground.run("reports", world.name, {"rows": rows, "only": only, **shares})
    return world.ready()


def _key(word: str) -> UUID:
    return UUID(hashlib.md5(word.encode(), usedforsecurity=False).hexdigest())


def _visitor(world: World) -> Visitor:
    """The measured member's delegate, who has entered."""
    place = world.ground.measured
    account, accreditation = _key(f"account {place}"), _key(f"accreditation {place}")
    browser = Client()
    with world.lent():
        browser.force_login(Account.objects.get(pk=account), BACKEND)
        session = browser.session
        session["hat"] = str(accreditation)
        session.save()
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in browser.cookies.items())
    return Visitor(account, accreditation, cookie)


def _addresses() -> dict[str, str]:
    call = _key("bench call 0")
    with override("ar"):
        return {
            "board": reverse("call", args=[call]),
            "reports": reverse("call_reports", args=[call]),
            "restatements": reverse("restatements"),
            "overlaps": reverse("overlaps", args=[call]),
            "calls": reverse("calls"),
        }


def _given() -> dict[str, Any]:
    """What the floor is asked with."""
    columns = [_key(f"bench measure {number}") for number in range(COLUMNS)]
    return {"call": _key("bench call 0"), "columns": columns, "cells": COLUMNS * ROWS}


def _asked(world: World, visitor: Visitor, address: str) -> bytes:
    with world.lent():
        return visitor.ask(address)


def _pages(world: World, rounds: int, say: Say) -> Iterator[Finding]:
    """Each page against its floor, its statements, and by how much the worker grew over all of them."""
    visitor, by_hand, given = _visitor(world), connect(world.name, "app"), _given()
    addresses = _addresses()
    before = _memory()
    for name, address in addresses.items():
        ways: dict[str, Way] = {
            "ours": partial(_asked, world, visitor, address),
            "floor": partial(raw_reporting.page, by_hand, visitor.context, name, given),
        }
        sizes = {way: len(ask()) // 1024 for way, ask in ways.items()}  # type: ignore[arg-type] # both answer octets
        say(f"{name}: {sizes['ours']} kB; by hand {sizes['floor']} kB")
        times = in_turn(ways, rounds=rounds, times=2)
        yield Finding(f"review.{name}", times.typical("ours"), times.typical("floor"), times.ratio("ours", "floor"))
        with world.lent():
            yield Finding(f"review.{name}.statements", statements(partial(visitor.ask, address)), unit="")
    yield Finding("review.memory", _memory() - before, unit="MB")


def _memory() -> float:
    """The most that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _guarded(ground: Ground, rows: int, rounds: int) -> Iterator[Finding]:
    """The pages of somebody to whom few reports are released, among the others and without any."""
    full = _reported(ground, "hidden", rows, SPARSE)
    bare = _reported(ground, "bare", rows, SPARSE, only=True)
    visitors: Mapping[str, tuple[World, Visitor]] = {
        way: (world, _visitor(world)) for way, world in {"ours": full, "floor": bare}.items()
    }
    for name, address in _addresses().items():
        ways = {way: partial(_asked, world, visitor, address) for way, (world, visitor) in visitors.items()}
        sizes = {way: len(ask()) for way, ask in ways.items()}
        if sizes["ours"] != sizes["floor"]:
            raise RuntimeError(f"{name}: {sizes}")
        times = in_turn(ways, rounds=rounds, times=4)
        ours, floor = times.typical("ours"), times.typical("floor")
        yield Finding(f"review.guard.{name}", ours, floor, abs(ours - floor), near=NEAR * floor)
