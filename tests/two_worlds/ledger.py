"""Which routes were visited by whom, over a whole run."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.two_worlds.observers import Observer
from tests.two_worlds.pairs import Outcome
from tests.two_worlds.routes import Route

ANSWERED = 400


@dataclass
class Ledger:
    """The visits of a run."""

    visited: dict[str, set[str]] = field(
        default_factory=lambda: defaultdict(set)
    )  # By route: kinds of observers and methods.
    answered: set[str] = field(default_factory=set)  # Names of routes that showed something, not only a refusal.

    def note(self, observer: Observer, outcome: Outcome) -> None:
        """Count the visits of a pair."""
        for seen in outcome.seen:
            if seen.match is None:
                continue
            self.visited[seen.match.route].add(f"{observer.kind} {seen.request.method}")
            if seen.status < ANSWERED:
                self.answered.add(seen.match.view_name)

    def unvisited(self, routes: Iterable[Route]) -> list[str]:
        """Routes at which nobody was."""
        return [route.route for route in routes if not self.visited[route.route]]

    def names_unvisited(self, routes: Iterable[Route], visit: str) -> list[str]:
        """Names of routes at which nobody of a kind was by a method, in whichever language."""
        been = {route.name for route in routes if visit in self.visited[route.route]}
        return sorted({route.name for route in routes} - been)
