"""B's requests: links and forms that it saw, every route with good and bad values, collisions with what is hidden."""

import random
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.urls import Resolver404, resolve

from tests.two_worlds.acts import ADDRESSES, ONCES, TEXTS
from tests.two_worlds.observers import Observer
from tests.two_worlds.pages import Field, Form, forms, links
from tests.two_worlds.routes import Route
from tests.two_worlds.seeing import Request, Seen

if TYPE_CHECKING:
    from tests.two_worlds.worlds import World

T = TypeVar("T")
ABSENT = UUID("deadbeef-0000-4000-8000-000000000000")
WORDS = ("SH", "WA", "NW", "secretariat", "chair", "absent", "lina", "jim", "0", "1", "2", "999999", "abc", "")
QUERIES = ("page", "as", "q", "next", "member", "level", "kind", "body", "year", "back", "review")
RECENT = 20
GIVEN = {"enter_as": {"slug": "public"}}  # B becomes nobody else.
MEANT = {  # What a sensible person writes into a field of this name.
    "email": ADDRESSES,
    "login": (*ADDRESSES, "nobody@one.example"),
    "name_en": ("A guest", "Jim"),
    "name_ar": ("ضيفة", ""),
    "code": ("ZZ", "sh"),
    "joined_on": ("2026-06-01",),
    "on": ("2026-06-08", "٨ حزيران ٢٠٢٦"),
    "valid_from": ("2026-06-08", "2026-06-01"),
    "valid_until": ("", "2027-01-01"),
    "password": ("a sentence that is long",),
}


class Dice:
    """Decisions that follow from a few numbers."""

    def __init__(self, *numbers: int) -> None:
        self._chance = random.Random(".".join(map(str, numbers)))  # noqa: S311 -- to be drawn again

    def upto(self, most: int) -> int:
        """A number below `most`."""
        return self._chance.randrange(most)

    def pick(self, of: Sequence[T]) -> T:
        """One of several."""
        return of[self.upto(len(of))]


class Asker:
    """What B knows so far, and what it asks next."""

    def __init__(self, observer: Observer, known: Sequence[str], given: Sequence[Form], deck: Sequence[Route]) -> None:
        self.observer, self.deck = observer, list(deck)
        self.links: dict[str, bool] = {}  # Each with whether it was asked for in this pair.
        self.kinds: dict[str, list[dict[str, object]]] = {}  # The values that each route was seen with.
        self.forms = {form.action: form for form in given}  # The newest of each, by where it is sent.
        self.last: Request | None = None
        self.queue: list[Request] = []
        for link in known:
            self._note(link)
        self.before = len(self.links)  # What came after these was seen in this pair.

    def learn(self, seen: Seen) -> None:
        """Read an answer."""
        self.last = seen.request
        self.links[seen.request.path] = True
        for link in [*links(seen.body), *filter(lambda one: one.startswith("/"), [seen.location])]:
            self._note(link)
        for form in forms(seen.request.path.partition("?")[0], seen.body):
            self.forms.pop(form.action, None)
            self.forms[form.action] = form

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

    def next(self, dice: Dice, world: "World", way: int | None = None) -> Request:
        """The next request, in one of the ways to ask."""
        if self.queue:
            return self.queue.pop(0)
        by = dice.pick(self.observer.sessions) if dice.upto(3) == 0 else self.observer.sessions[0]
        ways = (self._dealt, self._follow, self._follow, self._form, self._form, self._hidden, self._query, self._again)
        return (dice.pick(ways) if way is None else ways[way])(by, dice, world)

    def _dealt(self, by: str, dice: Dice, world: "World") -> Request:
        """The next route of the deck: read it, then send something to it."""
        if not self.deck:
            return self._follow(by, dice, world)
        route = self.deck.pop(0)
        path = route.path(self._meant(route, dice) or self._values(route, dice, world))
        form = next((form for form in self.forms.values() if _route(form.action) == route.route), None)
        if form and form.method == "POST" and dice.upto(3):
            self.queue.append(self._sent(form, self.observer.sessions[0], dice, world))
        else:
            other = route.path(self._values(route, dice, world))
            self.queue.append(Request(by, "POST", other, self._junk(dice, world), forged=dice.upto(5) == 4))
        return Request(self.observer.sessions[0], "GET", path)

    def _meant(self, route: Route, dice: Dice) -> dict[str, object]:
        """Values with which this route was seen, in this pair rather than before."""
        return GIVEN.get(route.name) or dice.pick(self.kinds.get(route.name, [{}])[-3:])

    def _values(self, route: Route, dice: Dice, world: "World") -> dict[str, object]:
        """Values that look right: hidden, absent, of another kind."""
        values = [*(self._key(dice, world) for _chance in range(3)), *WORDS, ABSENT.hex]
        return {slot: dice.pick([one for one in values if re.fullmatch(form, str(one))]) for slot, form in route.slots}

    def _key(self, dice: Dice, world: "World") -> UUID:
        """A key that is hidden in this world, absent, or of another kind."""
        others = [
            value
            for all_seen in self.kinds.values()
            for given in all_seen
            for value in given.values()
            if isinstance(value, UUID)
        ]
        return dice.pick([*(world.keys[-3:] or [ABSENT]), *world.keys[:2], *world.drawn[-4:], ABSENT, *others[-2:]])

    def _junk(self, dice: Dice, world: "World") -> str:
        """A body for a page that may have no form."""
        given = [("once", dice.pick(ONCES)), ("text", dice.pick(TEXTS)), ("email", dice.pick(ADDRESSES))]
        given += [("item", str(self._key(dice, world))), ("version", "1"), ("release", "mine")]
        return urlencode(given[: dice.upto(len(given) + 1)])

    def _follow(self, by: str, dice: Dice, _world: "World") -> Request:
        """A link that was seen: the newest that was not followed yet, or any."""
        links = list(self.links)
        new = [link for link in links[self.before :] if not self.links[link]]
        return Request(by, "GET", dice.pick(new[-RECENT:] if new and dice.upto(3) else links))

    def _form(self, by: str, dice: Dice, world: "World") -> Request:
        """A form that was seen, filled well or badly."""
        ends = dice.upto(20) == 0  # Signing out ends much: seldom.
        known = [form for action, form in self.forms.items() if ends or "logout" not in action]
        if not known:
            return self._follow(by, dice, world)
        return self._sent(dice.pick(known[-RECENT:]), by, dice, world)

    def _sent(self, form: Form, by: str, dice: Dice, world: "World") -> Request:
        """A form as it is sent."""
        given: list[tuple[str, str]] = []
        for one in form.fields.values():
            value = self._fill(one, dice, world)
            if one.name != "csrfmiddlewaretoken" and (value or one.kind in {"text", "textarea", "hidden"}):
                given.append((one.name, value))
        sent = urlencode(given)
        if form.method == "GET":
            return Request(by, "GET", f"{form.action.partition('?')[0]}?{sent}")
        return Request(by, "POST", form.action, sent)

    def _fill(self, one: Field, dice: Dice, world: "World") -> str:
        """A value for a field: what is meant, what is offered, what stands there, now and then something else."""
        odd = dice.upto(12) == 0
        if one.name == "once":
            return dice.pick(ONCES) if dice.upto(4) == 0 else one.value
        if one.kind == "hidden":
            return str(self._key(dice, world)) if odd else one.value
        if one.offers:
            must = one.kind == "radio" and not one.value
            return dice.pick(one.offers) if must or dice.upto(2) else one.value
        meant = MEANT.get(one.name, (one.value,) if one.value else TEXTS)
        return dice.pick(TEXTS) if odd else dice.pick(meant)

    def _hidden(self, by: str, dice: Dice, world: "World") -> Request:
        """An address that was seen, with the key of something hidden or absent in it."""
        routes = sorted(name for name, seen in self.kinds.items() if any(isinstance(v, UUID) for v in seen[0].values()))
        if not routes:
            return self._follow(by, dice, world)
        given = self.kinds[dice.pick(routes)][-1]
        link = next(link for link in reversed([*self.links]) if all(str(value) in link for value in given.values()))
        key = str(self._key(dice, world))
        for value in given.values():
            if isinstance(value, UUID):
                link = link.replace(str(value), key)
        if dice.upto(3) == 2:
            return Request(by, "POST", link, self._junk(dice, world))
        return Request(by, "GET", link)

    def _query(self, by: str, dice: Dice, world: "World") -> Request:
        """A page with a filter or a page number, good or bad."""
        path = dice.pick([*self.links]).partition("?")[0]
        value = str(self._key(dice, world)) if dice.upto(4) == 3 else dice.pick((*WORDS, *TEXTS))
        return Request(by, "GET", f"{path}?{urlencode([(dice.pick(QUERIES), value)])}")

    def _again(self, by: str, dice: Dice, world: "World") -> Request:
        """The same once more: a double click, a reload."""
        return self.last or self._follow(by, dice, world)


def _route(path: str) -> str:
    """The route of an address; nothing where there is none."""
    try:
        return resolve(path.partition("?")[0]).route
    except Resolver404:
        return ""
