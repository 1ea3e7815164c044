"""Every address that the resolver knows, so that none is left unvisited."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RegexPattern

SLOT = re.compile(r"<(?:\w+:)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>((?:[^()\[\]]|\[[^\]]*\])*)\)")


@dataclass(frozen=True, order=True)
class Route:
    """One pattern of the resolver under one language."""

    route: str  # As a visit reports it: "en/reviews/<uuid:key>/".
    name: str
    slots: tuple[tuple[str, str], ...]  # ((parameter, what it must look like), …)

    def path(self, given: Mapping[str, object]) -> str:
        """An address, with these values in its slots."""
        path = SLOT.sub(lambda slot: str(given[slot[1]]), GROUP.sub(r"<\1>", self.route))
        return "/" + path.removesuffix("$")


def routes() -> list[Route]:
    """All of them, in order; the files of style and script are no routes."""
    return sorted(set(_walk(get_resolver().url_patterns, "", "", ())))


def _walk(patterns: list, route: str, names: str, slots: tuple[tuple[str, str], ...]) -> Iterator[Route]:
    for one in patterns:
        found = slots + _slots(one.pattern)
        for start in _starts(one.pattern):
            if isinstance(one, URLResolver):
                inner = f"{names}{one.namespace}:" if one.namespace else names
                yield from _walk(one.url_patterns, route + start, inner, found)
            elif isinstance(one, URLPattern):
                yield Route(
                    route + (start.removeprefix("^") if route else start), names + (one.name or one.lookup_str), found
                )


def _starts(pattern: object) -> list[str]:
    if isinstance(pattern, LocalePrefixPattern):
        return [f"{code}/" for code, _name in settings.LANGUAGES]
    return [str(pattern)]


def _slots(pattern: object) -> tuple[tuple[str, str], ...]:
    if isinstance(pattern, RegexPattern):
        return tuple(GROUP.findall(str(pattern)))
    return tuple((slot, converter.regex) for slot, converter in pattern.converters.items())
