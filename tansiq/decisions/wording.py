"""Decisions in words: how far each kind binds, what carries on what, and the chain as it is drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tansiq.decisions.models import Decision, FollowUp
from tansiq.engines.charts import Node
from tansiq.engines.charts.links import order
from tansiq.languages.charts import chain
from tansiq.languages.dates import written
from tansiq.languages.numbers import written as in_digits
from tansiq.members.models import Precision
from tansiq.release.models import Audience
from tansiq.release.queries import named_readers
from tansiq.reviews.wording import when

Kind = Decision.Kind
BINDS = {
    Kind.DECISION: gettext_lazy("what a review decided"),
    Kind.INTENTION: gettext_lazy("what they mean to do; it binds nobody yet"),
    Kind.DIRECTION: gettext_lazy("where the effort is to turn; it names no single act"),
    Kind.COMMITMENT: gettext_lazy("what some of them have bound themselves to do"),
    Kind.METHOD: gettext_lazy("how they work together from then on"),
    Kind.PROPOSAL: gettext_lazy("what one of them put forward; it was not decided by this"),
    Kind.ROADMAP: gettext_lazy("steps that they take in an order"),
    Kind.SELF_ASSESSMENT: gettext_lazy("what they say of their own work; it binds nobody"),
}
OPEN = {Kind.INTENTION, Kind.PROPOSAL}  # Drawn hollow.


@dataclass
class Around:
    """What a decision of a list carries on, and what carries it on."""

    earlier: list[Decision] = field(default_factory=list)
    later: list[Decision] = field(default_factory=list)


def around(links: Iterable[FollowUp]) -> dict[UUID, Around]:
    """The neighbours of each decision that a link names."""
    found: dict[UUID, Around] = {}
    for link in links:
        found.setdefault(link.earlier_id, Around()).later.append(link.later)
        found.setdefault(link.later_id, Around()).earlier.append(link.earlier)
    return found


@dataclass(frozen=True)
class Step:
    """One step of a chain: its number, when it was, and the numbers of the steps that it carries on."""

    number: int
    decision: Decision
    when: SafeString
    carries_on: tuple[int, ...]
    here: bool


def steps(decisions: Sequence[Decision], links: Sequence[FollowUp], here: UUID) -> list[Step]:
    """A chain in the order of time; of inexact dates, what carries another on stands after it."""
    known = {str(one.pk): one for one in decisions}
    pairs = _pairs(links)
    nodes = [Node(key, one.starts_on, _exactness(one)) for key, one in known.items() if one.starts_on]
    keys = [node.key for node in order(nodes, pairs)] + [key for key, one in known.items() if not one.starts_on]
    number = {key: place for place, key in enumerate(keys, start=1)}
    before = {key: sorted(number[one] for one, other in pairs if other == key and one in number) for key in keys}
    return [
        Step(
            number[key],
            known[key],
            when(known[key].starts_on, known[key].ends_on, known[key].precision),
            tuple(before[key]),
            known[key].pk == here,
        )
        for key in keys
    ]


def drawn(chained: Sequence[Step], links: Sequence[FollowUp]) -> tuple[SafeString, SafeString] | None:
    """The chain as a drawing for a desk and one for a phone; a single step is none."""
    nodes = [
        Node(
            str(step.decision.pk),
            step.decision.starts_on,
            _exactness(step.decision),
            code=in_digits(step.number),
            when=written(step.decision.starts_on, _exactness(step.decision), short=True),
            firm=step.decision.kind not in OPEN,
            here=step.here,
        )
        for step in chained
        if step.decision.starts_on
    ]
    if len(nodes) < 2:  # noqa: PLR2004 -- a link has two ends
        return None
    told = "; ".join(f"{in_digits(step.number)}: {step.decision.text.plain()}" for step in chained)
    return chain(nodes, _pairs(links), title=finding(chained), desc=told)


def finding(chained: Sequence[Step]) -> str:
    """What the drawing shows, in one sentence."""
    count = len(chained)
    words = ngettext("%(count)s step that hangs together", "%(count)s steps that hang together", count)
    return words % {"count": in_digits(count)}


def series(audience: Audience) -> str:
    """The mark of a series of numbers, from who reads it alone: so that two of one number are told apart."""
    return "" if audience.is_public else sha256(" ".join(named_readers(audience)).encode()).hexdigest()[:4].upper()


def numbers(of: Sequence[int]) -> str:
    """Numbers of steps in a row."""
    return _(", ").join(in_digits(one) for one in of)


def _pairs(links: Iterable[FollowUp]) -> list[tuple[str, str]]:
    return [(str(link.earlier_id), str(link.later_id)) for link in links]


def _exactness(decision: Decision) -> str:
    """How exactly a date is drawn: one that no source states stands on the first day on which it may have been."""
    return Precision.DAY if decision.precision == Precision.NOT_STATED else decision.precision
