"""What B knows: the addresses that it has come upon, the values in them, the forms that it has opened."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import Resolver404, resolve

from tests.two_worlds.pages import Form, forms, links
from tests.two_worlds.seeing import Seen

NOWHERE = "nowhere"


def route_of(path: str) -> str:
    """The route of an address."""
    try:
        return resolve(path.partition("?")[0]).route
    except Resolver404:
        return NOWHERE


class Knowledge:
    """It grows with every answer."""

    def __init__(self, known: Iterable[str], given: Iterable[Form]) -> None:
        self.links: dict[str, bool] = {}  # Each with whether it was asked for in this pair.
        self.kinds: dict[str, list[dict[str, object]]] = {}  # The values that each route was seen with.
        self.forms = {route_of(form.action): form for form in given}  # The newest of each, by where it is sent.
        for link in known:
            self._note(link)
        self._before = len(self.links)  # What comes after these was seen in this pair.

    def learn(self, seen: Seen) -> None:
        """Read an answer."""
        self.links[seen.request.path] = True
        onward = [seen.location] if seen.location.startswith("/") else []
        for link in links(seen.body) + onward:
            self._note(link)
        for form in forms(seen.request.by, seen.request.path.partition("?")[0], seen.body):
            self.forms.pop(route_of(form.action), None)
            self.forms[route_of(form.action)] = form

    def _note(self, link: str) -> None:
        if link in self.links:
            return
        self.links[link] = False
        try:
            match = resolve(link.partition("?")[0])
        except Resolver404:
            return
        if match.kwargs:
            self.kinds.setdefault(match.view_name, []).append(match.kwargs)

    def new(self) -> list[str]:
        """Links that were seen in this pair and not followed yet."""
        return [link for link in list(self.links)[self._before :] if not self.links[link]]

    def keys(self) -> list[UUID]:
        """The keys in the addresses."""
        seen = [value for all_seen in self.kinds.values() for given in all_seen for value in given.values()]
        return [value for value in seen if isinstance(value, UUID)]

    def with_a_key(self) -> list[str]:
        """The addresses that have a key in them, one of each route, the newest."""
        found = {route_of(link): link for link in self.links if any(str(key) in link for key in self.keys())}
        return list(found.values())
