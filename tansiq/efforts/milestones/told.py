"""Milestones as pages tell them: where each stands, and its days and states one after another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.efforts.milestones.models import Attestation, Expectation, Milestone
from tansiq.languages.words import Words
from tansiq.release.models import Audience, Member


@dataclass(frozen=True)
class Stands:
    """A milestone in a list: whether it is reached, when it is expected, and by how much that has slipped."""

    milestone: Milestone
    state: str  # reached, lost, or nothing: not reached yet.
    state_on: date | None
    expected: date | None
    first: date | None  # The day that was expected at first, where it is another.

    @property
    def slipped(self) -> str:
        """By how much, in words."""
        if self.first is None or self.expected is None or self.first == self.expected:
            return ""
        days = (self.expected - self.first).days
        later = ngettext("%(num)s day later than at first", "%(num)s days later than at first", abs(days))
        earlier = ngettext("%(num)s day earlier than at first", "%(num)s days earlier than at first", abs(days))
        return (later if days > 0 else earlier) % {"num": abs(days)}


def stands(milestone: Milestone) -> Stands:
    """Where a milestone stands, as queries.milestones gives it."""
    expected, first = milestone.expected_on, milestone.expected_first  # type: ignore[attr-defined] # queries.milestones
    return Stands(milestone, milestone.state or "", milestone.state_on, expected, first)  # type: ignore[attr-defined] # as above


def audiences_of(rows: Iterable[Milestone]) -> list[Audience]:
    """Who may read milestones with their days and states, as queries.with_readers gives them."""
    found = []
    for one in rows:
        beside = [*one.days, *one.states]  # type: ignore[attr-defined] # queries.with_readers
        found += [one.audience, *(row.audience for row in beside), *([one.measure.audience] if one.measure else [])]
    return found


def doer_of(milestone: Milestone) -> SafeString | str:
    """Who must reach it, where that is no member."""
    return milestone.doer_name.__html__() if milestone.doer_name else ""


@dataclass(frozen=True)
class Happened:
    """What was said of a milestone: a day on which it is expected, or a state that was attested."""

    on: date
    what: str
    kind: str  # expected, slipped, reached, lost.
    by: Member
    words: Words | None
    audience: Audience


def history(days: Sequence[Expectation], states: Sequence[Attestation]) -> list[Happened]:
    """Every day on which it was expected in the order in which that was said, then every state that was attested."""
    told = [
        Happened(
            one.on,
            _("expected") if not number else _("expected instead"),
            "slipped" if number else "expected",
            one.owner,
            one.reason,
            one.audience,
        )
        for number, one in enumerate(days)
    ]
    return [
        *told,
        *(
            Happened(one.on, one.get_state_display(), one.state, one.owner, one.evidence, one.audience)
            for one in states
        ),
    ]
