"""The pages of a call among all that was ever reported, against the same rows by hand; what hidden reports tell."""

import resource
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.urls import reverse
from django.utils.translation import override

from tansiq.management.bench import raw_reporting
from tansiq.management.bench.among import Among, Say, key
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.world import REAL, Ground, connect

COLUMNS, ROWS = 5, 50  # Of the board, as its page shows it.
HIDDEN = 10  # One report in so many of the large world lies in the world of which nearly all is hidden.


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:  # noqa: ARG001 -- as every bench is asked
    """All that is promised of the pages of a call, and by how much the worker grew over them."""
    ground.lay()
    connection.close_pool()  # type: ignore[attr-defined] # the stubs lack it; a house with a guest in it cannot be cloned
    say(f"{rows} reports of {ground.members} members …")
    among = Among("review", ground, "reports", rounds)
    large = among.filled("large", rows, REAL)
    line, given, before = connect(large.name, "app"), _given(), _memory()
    by_hand = lambda context, name: raw_reporting.page(line, context, name, given)  # noqa: E731 -- of this line alone
    yield from among.pages(large, _addresses(), by_hand, say)
    yield Finding("review.memory", _memory() - before, unit="MB")
    yield from among.guarded(max(1, rows // HIDDEN), _addresses())


def _addresses() -> dict[str, str]:
    call = key("bench call 0")
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
    columns = [key(f"bench measure {number}") for number in range(COLUMNS)]
    return {"call": key("bench call 0"), "columns": columns, "cells": COLUMNS * ROWS}


def _memory() -> float:
    """The most that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
