"""A chain as a page tells it: in time, both ends beside each other, what they differ in, and what is short or more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.contributions.giving.models import Step, StepCorrection
from tansiq.contributions.giving.queries import Held
from tansiq.contributions.lines import Line
from tansiq.contributions.models import Contribution
from tansiq.engines import chains
from tansiq.languages.amounts import Amount, told, unit_of_money
from tansiq.release.models import Audience

ONE_SIDED = ("instalment", "reason", "source", "doubtful")
PROMISES = ("pledged", "committed", "reduced")  # A reduced promise is what it was reduced to.
DIFFERENCES = {
    "disputed": gettext_lazy("The recipient disputes it."),
    "unanswered": gettext_lazy("The giver says that it was delivered; no word of the recipient is on record for you."),
    "unsaid": gettext_lazy("The recipient says that it arrived; the giver has not said so."),
    "counted": gettext_lazy("The two ends count it in different things; they are not set against each other."),
    "amount": gettext_lazy("The two ends name different amounts."),
    "day": gettext_lazy("The recipient says that it arrived before the giver says that it was delivered."),
}
BESIDE = ("in_delivery", "delivered", "confirmed", "disputed")  # Of which both ends may speak.


def counted_in(row: Any, kind: str) -> str:
    """The kind with its currency or unit; money whose currency was not stated stands alone."""
    if row.unit:
        return f"{kind} {sorted(row.unit.words.items())}"
    return f"{kind} {row.currency or (row.pk if kind == Contribution.Kind.CASH else '')}"


@dataclass(frozen=True)
class Event:
    """One stage as one end stated it, where it stands in time."""

    row: Any  # A stage, or the contribution itself with the stage at which it was stated.
    side: str
    kind: str
    corrected: bool
    correction: StepCorrection | None  # Why it stands instead of what was said before.

    @property
    def is_first(self) -> bool:
        """Whether this is how a contribution was stated, and no later stage of it."""
        return isinstance(self.row, Contribution)

    def __getattr__(self, name: str) -> Any:
        """What either alone carries: an instalment and a reason a stage, a source and a doubt the contribution."""
        if name not in ONE_SIDED:
            raise AttributeError(name)
        return getattr(self.row, name, None)

    @property
    def stated(self) -> chains.Stated:
        """As the engine takes it."""
        one = self.row
        amount = chains.bounds(one.amount, one.qualifier, one.high)
        counted = counted_in(one, self.kind)
        return chains.Stated(one.stage, amount, counted, one.starts_on, one.ends_on, instalment=bool(self.instalment))


@dataclass(frozen=True)
class Chain:
    """All that is stated of one line of contributions."""

    head: Contribution
    events: tuple[Event, ...]

    def standing(self, side: str) -> list[Event]:
        """What one end says and has not corrected, in the order of time."""
        return [one for one in self.events if one.side == side and not one.corrected]

    @property
    def now(self) -> str:
        """The stage that was stated last, at either end."""
        standing = [one.row for one in self.events if not one.corrected]
        return str(standing[-1].get_stage_display() if standing else "")

    @property
    def promised(self) -> Event | None:
        """What is promised as it stands: the last promise, or what it was reduced to."""
        return next((one for one in reversed(self.standing(chains.GIVER)) if one.row.stage in PROMISES), None)

    @property
    def differences(self) -> list[tuple[str, SafeString | str]]:
        """In what the two ends differ, each with by how much, where that can be said."""
        sides = ([one.stated for one in self.standing(side)] for side in (chains.GIVER, chains.RECIPIENT))
        return [(str(DIFFERENCES[one.what]), self._by(one.by, _received)) for one in chains.differences(*sides)]

    @property
    def instalments(self) -> SafeString | str:
        """What the giver's instalments make together, and how that stands to the promise; empty without any."""
        parts = [one.stated for one in self.standing(chains.GIVER)]
        held, promise = chains.reached(parts, "delivered"), self.promised
        if held is None or not held.instalment:
            return ""
        if held.amount is None:
            return _("The instalments are not added: they are counted in different things, or said in words.")
        together = format_html(_("The instalments make {} together"), self._amount(held.amount))
        said = promise.stated if promise else None
        if said is None or said.amount is None or said.counted_in != held.counted_in:
            return format_html(_("{}; what was promised cannot be set against that."), together)
        return format_html("{}; {}", together, self._by(chains.left(said.amount, held.amount), _left))

    def both(self, side: str) -> list[Event]:
        """What one end says of how it arrived, for the table of both."""
        return [one for one in self.standing(side) if one.row.stage in BESIDE]

    def _by(self, by: chains.Left | None, sentences: Any) -> SafeString | str:
        if by is None:
            return ""
        return format_html(sentences()[by.state, by.by is not None], self._amount(by.by) if by.by else "")

    def _amount(self, of: chains.Bounds) -> SafeString:
        value, high, hedge = of.told
        promise = self.promised.row if self.promised else self.head
        return told(Amount(value, hedge, high, None, promise.unit or unit_of_money(promise.currency)))

    @property
    def audiences(self) -> list[Audience]:
        """Who may read what is told."""
        found = [one.row.audience for one in self.events]
        return found + [one.correction.audience for one in self.events if one.correction]


def _left() -> dict[tuple[str, bool], str]:
    return {
        ("even", False): _("that is all that was promised."),
        ("short", True): _("{} less than was promised."),
        ("over", True): _("{} more than was promised."),
        ("open", True): _("at most {} less than was promised, or more: the hedges leave it open."),
        ("open", False): _("whether that is all that was promised, the hedges leave open."),
    }


def _received() -> dict[tuple[str, bool], str]:
    return {
        ("short", True): _("The recipient names {} less."),
        ("over", True): _("The recipient names {} more."),
    }


def chain_of(line: Line, held: Held) -> Chain:
    """What is stated of a line: its contributions as they stand on record, and the stages stated by both ends."""
    events: list[Event] = []
    for row in line.rows:
        heard = row.stage == Contribution.Stage.CONFIRMED
        side = chains.RECIPIENT if heard else chains.GIVER
        events.append(Event(row, side, row.kind, held.first_corrected(row.pk), None))
        events += [_event(one, row.kind, held) for one in held.steps.get(row.pk, ())]
    return Chain(line.head, tuple(sorted(events, key=lambda one: _place(one.row))))


def _event(step: Step, kind: str, held: Held) -> Event:
    corrected: bool = step.corrected  # type: ignore[attr-defined] # queries.steps
    return Event(step, step.side, kind, corrected, held.corrections.get(step.pk))


def _place(row: Any) -> tuple[date, int, Any, str]:
    return row.starts_on or date.max, getattr(row, "place", -1), row.created_at, str(row.pk)


def chains_of(made: Iterable[Line], held: Held) -> dict[Any, Chain]:
    """The chains of lines and of their parts, by the key of each one's head."""
    found: dict[Any, Chain] = {}
    for line in made:
        found[line.head.pk] = chain_of(line, held)
        found |= chains_of(line.parts, held)
    return found


def newest(said: Sequence[Any]) -> Any:
    """What was said last, where anything was."""
    return max(said, key=attrgetter("place", "created_at"), default=None)
