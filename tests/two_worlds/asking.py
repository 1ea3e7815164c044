"""B's requests: links and forms that it saw, every route with good and bad values, collisions with what is hidden."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from tests.two_worlds.acts import TEXTS
from tests.two_worlds.dice import Dice
from tests.two_worlds.filling import filled, junk, well_filled
from tests.two_worlds.knowing import Knowledge
from tests.two_worlds.observers import Observer
from tests.two_worlds.pages import Form
from tests.two_worlds.routes import Route
from tests.two_worlds.seeing import Request, Seen

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World

ABSENT = UUID("deadbeef-0000-4000-8000-000000000000")
WORDS = ("SH", "WA", "NW", "secretariat", "chair", "absent", "lina", "jim", "0", "1", "2", "999999", "abc", "")
QUERIES = (
    *("page", "as", "q", "next", "member", "level", "kind", "body", "year", "back", "review", "line", "figures"),
    *("status", "stage"),
)
RECENT = 20
ENDS = ("logout", "my/second-factor")
GIVEN = {
    "enter_as": {"slug": "public"},  # B becomes nobody else.
    "member_standing": {"code": "SH"},  # Offices have none, and the first page leads to theirs.
}


class Asker:
    """What B asks next, from what it knows and from what is hidden from it."""

    def __init__(self, observer: Observer, known: Sequence[str], given: Sequence[Form], deck: Sequence[Route]) -> None:
        self.observer, self.deck = observer, list(deck)
        self.knows = Knowledge(known, [form for form in given if form.by in observer.sessions])
        self.last: Request | None = None
        self.queue: list[Request] = []

    def learn(self, seen: Seen) -> None:
        """Read an answer."""
        self.last = seen.request
        self.knows.learn(seen)

    def look(self) -> None:
        """Something has happened before B's eyes: it opens the first page."""
        self.queue.append(Request(self.observer.sessions[0], "GET", "/en/"))

    def next(self, dice: Dice, world: "World", way: int | None = None) -> Request:
        """The next request, in one of the ways to ask."""
        if self.queue:
            return self.queue.pop(0)
        by = dice.pick(self.observer.sessions) if dice.upto(3) == 0 else self.observer.sessions[0]
        ways = (self._dealt, self._follow, self._follow, self._form, self._form, self._hidden, self._query, self._again)
        return (dice.pick(ways) if way is None else ways[way])(by, dice, world)

    def _keys(self, world: "World") -> list[UUID]:
        """Keys of what is hidden in this world, of what is absent, of what is of another kind."""
        return [*world.keys[-4:], *world.drawn[-4:], ABSENT, *self.knows.keys()[-2:]]

    def _dealt(self, by: str, dice: Dice, world: "World") -> Request:
        """The next route of the deck: read it, then send it its own form, or something else."""
        if not self.deck:
            return self._follow(by, dice, world)
        route = self.deck.pop(0)
        seen = GIVEN.get(route.name) or dice.pick(self.knows.kinds.get(route.name, [{}])[-3:])
        path = route.path(seen or self._values(route, dice, world))
        form = self.knows.forms.get(route.route)
        if route.name == "enter_as":
            self.queue.append(Request("", "POST", path))
        elif form and form.method == "POST":
            self.queue.append(Request(form.by, "POST", form.action, well_filled(form)))
        else:
            other, body = route.path(self._values(route, dice, world)), junk(dice, self._keys(world))
            self.queue.append(Request(by, "POST", other, body, forged=dice.upto(5) == 0))
        return Request(self.observer.sessions[0], "GET", path)

    def _values(self, route: Route, dice: Dice, world: "World") -> dict[str, object]:
        """Values that look right: hidden, absent, of another kind."""
        values = [*self._keys(world), *WORDS, ABSENT.hex]
        return {slot: dice.pick([one for one in values if re.fullmatch(form, str(one))]) for slot, form in route.slots}

    def _follow(self, by: str, dice: Dice, _world: "World") -> Request:
        """A link that was seen: the newest that was not followed yet, or any."""
        new = self.knows.new()
        return Request(by, "GET", dice.pick(new[-RECENT:] if new and dice.upto(3) else list(self.knows.links)))

    def _form(self, by: str, dice: Dice, world: "World") -> Request:
        """A form that was seen, filled well or badly; sent by whoever has opened it, seldom by another."""
        ends = dice.upto(20) == 0  # Signing out ends much, and so does a second factor that is demanded: seldom.
        known = [form for route, form in self.knows.forms.items() if ends or not any(one in route for one in ENDS)]
        if not known:
            return self._follow(by, dice, world)
        form = dice.pick(known[-RECENT:])
        sender, body = by if dice.upto(8) == 0 else form.by, filled(form, dice, self._keys(world))
        if form.method == "GET":
            return Request(sender, "GET", f"{form.action.partition('?')[0]}?{body}")
        return Request(sender, "POST", form.action, body)

    def _hidden(self, by: str, dice: Dice, world: "World") -> Request:
        """An address that was seen, with the key of something hidden or absent in it."""
        links = self.knows.with_a_key()
        if not links:
            return self._follow(by, dice, world)
        link, key = dice.pick(links), str(dice.pick(self._keys(world)))
        for known in map(str, self.knows.keys()):
            link = link.replace(known, key)
        if dice.upto(3) == 0:
            return Request(by, "POST", link, junk(dice, self._keys(world)))
        return Request(by, "GET", link)

    def _query(self, by: str, dice: Dice, world: "World") -> Request:
        """A page with a filter or a page number, good or bad."""
        path = dice.pick([*self.knows.links]).partition("?")[0]
        value = str(dice.pick(self._keys(world))) if dice.upto(4) == 0 else dice.pick((*WORDS, *TEXTS))
        return Request(by, "GET", f"{path}?{urlencode([(dice.pick(QUERIES), value)])}")

    def _again(self, by: str, dice: Dice, world: "World") -> Request:
        """The same once more: a double click, a reload."""
        return self.last or self._follow(by, dice, world)
