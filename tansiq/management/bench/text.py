"""The pages of a text before bodies of two sizes, against the same rows by hand."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import psycopg
from django.db import connection
from django.urls import reverse
from django.utils.translation import override

from tansiq.management.bench import raw_text
from tansiq.management.bench.among import Among, Say, key
from tansiq.management.bench.goals import Finding
from tansiq.management.bench.world import REAL, Ground, connect

SIZES = (60, 200)  # Members who took positions.
IN_THE_ROOM, BY_SILENCE = key("bench question meeting"), key("bench question silence")


def bench(ground: Ground, *, rows: int, rounds: int, long: bool, say: Say) -> Iterator[Finding]:  # noqa: ARG001 -- as every bench is asked
    """All that is promised of the pages of a text: every member took a position, a third spoke under silence."""
    ground.lay()
    connection.close_pool()  # type: ignore[attr-defined] # the stubs lack it; a house with a guest in it cannot be cloned
    for size in sorted({min(few, ground.members) for few in SIZES}):
        say(f"{size} members …")
        among = Among(f"text.{size}", ground, "text", rounds)
        world = among.filled(f"of_{size}", size, REAL)
        yield from among.pages(world, _addresses(), partial(_by_hand, connect(world.name, "app")), say)


def _by_hand(line: psycopg.Connection[Any], context: str, name: str) -> bytes:
    question = BY_SILENCE if name == "silence" else IN_THE_ROOM
    return raw_text.page(line, context, name, {"question": question})


def _addresses() -> dict[str, str]:
    with override("ar"):
        return {
            "text": reverse("text", args=[key("bench text meeting")]),
            "question": reverse("question", args=[IN_THE_ROOM]),
            "silence": reverse("silence", args=[BY_SILENCE]),
        }
