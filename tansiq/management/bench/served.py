"""What Granian serves for a bench: the house with long lists, and the floor that it is held against."""

import os
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings

from tansiq.wsgi import application  # it sets Django up, which all below need

# isort: split
from tansiq.management.bench import raw
from tansiq.management.bench.world import connect
from tansiq.press import views
from tansiq.release.acting import token_for

SIZE = int(os.environ.get("TANSIQ_BENCH_SIZE", "200"))
READER = os.environ.get("TANSIQ_BENCH_READER", "").split()

_held: list[psycopg.Connection[Any]] = []


def house(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The product's own pages, with as many rows to a list as the bench asks for."""
    views.SIZE = SIZE
    return application(environ, start_response)


def floor(_environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The page by hand, over a connection that is kept."""
    if not _held:
        _held.append(connect(str(settings.DATABASES["default"]["NAME"]), "app"))
    body = raw.statements(_held[0], token_for(*map(UUID, READER)), SIZE)
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]
