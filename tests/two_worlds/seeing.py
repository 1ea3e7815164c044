"""What B asks and what B sees: the bytes of an answer, and what was written and remembered beside it."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.cache.backends.db import DatabaseCache
from django.urls import ResolverMatch

from tests.two_worlds.masks import masked

if TYPE_CHECKING:
    from django.http import HttpResponse


@dataclass(frozen=True)
class Request:
    """One request of B, as bytes would carry it."""

    by: str
    method: str
    path: str
    data: str = ""
    forged: bool = False  # Whether it comes without the token of its form.
    headers: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        words = " ".join(filter(None, (self.data, "forged" if self.forged else "", str(dict(self.headers) or ""))))
        return f"{self.by or 'anybody'}: {self.method} {self.path} {words}".rstrip()


@dataclass
class Seen:
    """What B saw after one request."""

    request: Request
    raw: bytes
    status: int
    body: bytes
    location: str
    match: ResolverMatch | None


def seen(request: Request, answer: "HttpResponse", beside: list[str]) -> Seen:
    """An answer as bytes, with what lies beside it."""
    raw = b"\n".join(
        (
            f"{answer.status_code} {answer.reason_phrase}".encode(),
            *(f"{name}: {value}".encode() for name, value in answer.headers.items()),
            *(morsel.OutputString().encode() for morsel in answer.cookies.values()),
            *(line.encode() for line in beside),
            b"",
            answer.content,
        )
    )
    match = getattr(answer.wsgi_request, "resolver_match", None)
    return Seen(request, masked(raw), answer.status_code, answer.content, answer.headers.get("Location", ""), match)


Lying = dict[Path, tuple[int, int]]


def files(data: Path) -> Lying:
    """What lies in the data folder beside PostgreSQL's own, each file with its age and size."""
    places = [place for place in data.iterdir() if place.name != "postgres"]
    found = [file for place in places for file in (place.rglob("*") if place.is_dir() else [place])]
    states = {file: file.stat() for file in found if file.is_file() and file.name != "postgres.log"}
    return {file: (state.st_mtime_ns, state.st_size) for file, state in states.items()}


def written(before: Lying, after: Lying) -> list[str]:
    """Which files were written meanwhile, each with what is in it."""
    new = [file for file, state in after.items() if before.get(file) != state]
    return sorted(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in new)


@contextmanager
def cache_watched(looked: list[str]) -> Iterator[None]:
    """Note what the house asks its cache and keeps in it."""
    former = DatabaseCache.get_many, DatabaseCache._base_set

    def get_many(cache: DatabaseCache, keys: list[str], version: int | None = None) -> dict:
        found = former[0](cache, keys, version)
        looked.append(f"get {keys} {found}")
        return found

    def base_set(cache: DatabaseCache, mode: str, key: str, value: object, *args: object) -> bool:
        looked.append(f"{mode} {key} {value}")
        return former[1](cache, mode, key, value, *args)

    DatabaseCache.get_many, DatabaseCache._base_set = get_many, base_set
    try:
        yield
    finally:
        DatabaseCache.get_many, DatabaseCache._base_set = former


def forget() -> None:
    """Let the program forget what it remembers of another world."""
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] == "tansiq":
            for value in list(vars(module).values()):
                getattr(value, "cache_clear", bool)()
