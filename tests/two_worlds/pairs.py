"""Play a script in two worlds and compare, byte by byte, all that B saw."""

import difflib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from tests.two_worlds.acts import do
from tests.two_worlds.asking import Asker
from tests.two_worlds.dice import Dice
from tests.two_worlds.ground import Ground, world_of
from tests.two_worlds.observers import Observer
from tests.two_worlds.plans import MOST_ASKED, Ask, Hidden, Shared, Step
from tests.two_worlds.routes import Route
from tests.two_worlds.seeing import Request, Seen
from tests.two_worlds.worlds import World

Plant = Callable[[World], AbstractContextManager[None]]
FAULT = 500
LINES = 40  # Of a difference, at most.


@dataclass
class Played:
    """A script in one world: what was asked and seen, and what others did before B's eyes and behind its back."""

    seen: list[Seen] = field(default_factory=list)
    shared: list[bool] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    sessions: bytes = b""
    asked: list[tuple[int, Request]] = field(default_factory=list)  # Each with its moment.


@dataclass
class Player:
    """Plays a script in one world. In the second world B asks what it asked in the first, until an answer differs."""

    ground: Ground
    observer: Observer
    steps: Sequence[Step]
    number: int
    asker: Asker | None = None
    first: Played | None = None
    played: Played = field(default_factory=Played)

    def play(self, plant: Plant | None) -> Played:
        """Clone a world, let its people and B act, and look at what is left."""
        world = World(self.ground, self.observer.sessions)
        with world_of(self.ground) as world.name, world.watched(), plant(world) if plant else nullcontext():
            for slug in self.observer.sessions:
                self.ground.still.begin(1, "enters", slug)
                world.client(slug)
            for moment, step in enumerate(self.steps, start=2):
                self._step(world, moment, step)
            self._rest(world, len(self.steps) + 2)
            self.played.sessions = world.sessions()
        return self.played

    def _step(self, world: World, moment: int, step: Step) -> None:
        if self._over():
            return
        match step:
            case Hidden():
                for place, act in enumerate(step.of(self.number)):
                    self.ground.still.begin(moment, "hidden", self.number, moment, place)
                    self.played.hidden.append(do(world, act))
            case Shared():
                self.ground.still.begin(moment, "shared", moment)
                self.played.shared.append(do(world, step.what))
                if self.asker:
                    self.asker.look()
            case Ask():
                self._ask(world, moment, step.what)

    def _rest(self, world: World, moment: int) -> None:
        """The routes that are still to be visited."""
        if self.asker:
            while (self.asker.deck or self.asker.queue) and len(self.played.seen) < MOST_ASKED:
                self._ask(world, moment, Dice(moment), way=0)
                moment += 1
        elif self.first:
            for later, _request in self.first.asked[len(self.played.seen) :]:
                self._ask(world, later, None)

    def _ask(self, world: World, moment: int, what: object, way: int | None = None) -> None:
        place = len(self.played.seen)
        if place >= MOST_ASKED or self._over():
            return
        if self.first:
            moment, request = self.first.asked[place]
        elif isinstance(what, Dice):
            request = self.asker.next(what, world, way)
        else:
            request = what(world)
        self.ground.still.begin(moment, "B", place)
        seen = world.ask(request)
        self.played.asked.append((moment, request))
        self.played.seen.append(seen)
        if self.asker:
            self.asker.learn(seen)

    def _over(self) -> bool:
        """Whether a difference was found already."""
        if self.first is None or not self.played.seen:
            return False
        return self.played.seen[-1].raw != self.first.seen[len(self.played.seen) - 1].raw


@dataclass
class Outcome:
    """A pair that was played."""

    first: Played
    second: Played
    difference: str

    @property
    def seen(self) -> list[Seen]:
        """What B saw in the first world."""
        return self.first.seen


def play_pair(
    ground: Ground,
    observer: Observer,
    steps: Sequence[Step],
    deck: Sequence[Route] = (),
    plant: Plant | None = None,
) -> Outcome:
    """Play a script in both worlds, and tell the first difference, if there is one."""
    first = Player(
        ground, observer, steps, 0, asker=Asker(observer, ground.known_to(observer.name), ground.forms, deck)
    ).play(plant)
    second = Player(ground, observer, steps, 1, first=first).play(plant)
    return Outcome(first, second, difference(first, second))


def difference(first: Played, second: Played) -> str:
    """The first thing by which B could tell the two worlds apart; nothing where there is none."""
    for place, (one, other) in enumerate(zip(first.seen, second.seen, strict=False)):
        if one.raw != other.raw:
            return f"Request {place}: {one.request}\n{diff(one.raw, other.raw)}"
    if first.shared != second.shared:
        return f"What others did before B's eyes was refused in one world alone: {first.shared} {second.shared}"
    if first.sessions != second.sessions:
        return f"B's sessions:\n{diff(first.sessions, second.sessions)}"
    return ""


def faults(outcome: Outcome) -> list[str]:
    """Requests at which the house itself failed, in both worlds alike."""
    return [str(seen.request) for seen in outcome.seen if seen.status >= FAULT]


def diff(one: bytes, other: bytes) -> str:
    """A few lines of a unified difference."""
    lines = (raw.decode(errors="backslashreplace").replace("><", ">\n<").splitlines() for raw in (one, other))
    found = difflib.unified_diff(*lines, "first world", "second world", lineterm="", n=1)
    return "\n".join(line[:400] for line in list(found)[:LINES])


def told(name: str, steps: Sequence[Step], outcome: Outcome) -> str:
    """A failing pair, so that it can be understood and played again."""
    asked = (request for _moment, request in outcome.first.asked)
    lines = [f"pair: {name}"]
    for step in steps:
        match step:
            case Hidden():
                lines += [f"  first world   {act}" for act in step.one] + [
                    f"  second world  {act}" for act in step.other
                ]
            case Shared():
                lines.append(f"  both worlds   {step.what}")
            case Ask():
                lines.append(f"  B             {next(asked, '')}")
    lines += [f"  B             {request}" for request in asked]
    return "\n".join([*lines, outcome.difference])
