"""What is promised: the limit past which a measurement fails, and what is aimed at."""

from dataclasses import dataclass
from typing import Any

from tansiq.languages.terminal import _

WIDTH = 30  # Of a name, in a terminal.


@dataclass(frozen=True)
class Goal:
    """The most that a value may be, and the most that we want it to be; of a peer's time to ours, the least."""

    limit: float
    ambition: float
    least: bool = False

    def kept(self, value: float, near: float) -> bool:
        """Whether a value is within the limit; it is no worse while it is no more than what is near enough."""
        return value >= self.limit if self.least else value <= max(self.limit, near)


REPORTING = ("board", "reports", "restatements", "overlaps", "calls")  # Pages of a call, and beside it.
STANDING = (  # Pages of where we stand.
    *("contributions", "needs", "matrix", "risks", "risks_over", "forecasts"),
    *("developments", "briefing", "rankings", "line", "preparation"),
)
TEXT = ("text", "question", "silence")  # Pages of a text.
GOALS = {
    "release.newest50": Goal(1.8, 1.4),
    "release.newest50.sparse": Goal(3, 2),
    "release.own_copy": Goal(2, 1.4),
    "release.adhoc": Goal(2, 1.5),
    "release.growth": Goal(1.5, 1),
    "release.widen": Goal(1.5, 1),
    "release.guard.between": Goal(2, 0),  # Milliseconds, or one part in twenty.
    "release.guard.newest": Goal(2, 0),
    "search.rare": Goal(3, 1.3),
    "search.seldom": Goal(3, 1.3),
    "search.common": Goal(3, 1.3),
    "search.sparse": Goal(3, 1.3),
    "search.long.rare": Goal(3, 1.3),
    "search.long.seldom": Goal(3, 1.3),
    "search.guard.seldom": Goal(2, 0),  # Milliseconds, or one part in twenty.
    "search.guard.common": Goal(2, 0),
    "ingest.validated": Goal(1.6, 1.25),
    "ingest.entries": Goal(6, 4),
    "review.board": Goal(5, 3),
    **{f"review.{page}.statements": Goal(12, 8) for page in REPORTING},
    **{f"review.guard.{page}": Goal(2, 0) for page in REPORTING},  # Milliseconds, or one part in twenty.
    **{f"standing.guard.{page}": Goal(2, 0) for page in STANDING},  # Milliseconds, or one part in twenty.
    **{f"text.{size}.{page}.statements": Goal(16, 12) for size in (60, 200) for page in TEXT},
    "page.review": Goal(5, 3),
    "page.review.hundredfold": Goal(5, 3),
    "page.review.growth": Goal(1.5, 1),
    "page.review.statements": Goal(12, 8),
    "page.review.statements.growth": Goal(1, 1),
    "page.200rows": Goal(5, 3),
    "page.200rows.served": Goal(5, 3),
    "page.statements": Goal(12, 8),
    "page.statements.growth": Goal(1, 1),
    "peer.indico.contributions": Goal(10, 25, least=True),  # benchmarks/
    "peer.pretalx.schedule": Goal(8, 16, least=True),
}


@dataclass(frozen=True)
class Finding:
    """One thing measured: ours, what it is held against, and the value that the goal is about (mostly their ratio)."""

    name: str
    ours: float
    floor: float | None = None
    value: float | None = None
    unit: str = "ms"
    near: float = 0.0  # A value is no worse than the limit while it is no more than this.

    @property
    def result(self) -> float:
        """The value that is judged; without one, ours is told as it is."""
        return self.ours if self.value is None else self.value

    @property
    def goal(self) -> Goal | None:
        """What is promised of it, if anything."""
        return GOALS.get(self.name)

    @property
    def ok(self) -> bool:
        """Whether it keeps its limit."""
        return self.goal is None or self.goal.kept(round(self.result, 2), self.near)

    def as_json(self) -> dict[str, Any]:
        """For `--json`."""
        goal = self.goal
        return {
            "value": round(self.result, 3),
            "limit": goal.limit if goal else None,
            "ambition": goal.ambition if goal else None,
            "ok": self.ok,
        }

    def line(self) -> str:
        """For the terminal."""
        floor = "" if self.floor is None else f"{self.floor:.3f}"
        value = "" if self.value is None else f"{self.value:.2f}"
        limit, ambition = (f"{self.goal.limit:g}", f"{self.goal.ambition:g}") if self.goal else ("", "")
        ok = (_("yes") if self.ok else _("NO")) if self.goal else ""
        return _row(self.name, f"{self.ours:.3f}", floor, self.unit, value, limit, ambition, ok)


def head() -> str:
    """The names of the columns."""
    return _row(_("name"), _("ours"), _("floor"), "", _("ratio"), _("limit"), _("ambition"), _("ok"))


def _row(name: str, *rest: str) -> str:
    ours, floor, unit, value, limit, ambition, ok = rest
    return f"{name:<{WIDTH}} {ours:>10} {floor:>10} {unit:<6} {value:>7} {limit:>7} {ambition:>9}  {ok}".rstrip()
