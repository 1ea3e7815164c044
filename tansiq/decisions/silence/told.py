"""A run of silence as pages tell it: how it stands, what remains, who has done what, and what warns the chair."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.queries import Standing
from tansiq.engines.silence import State, rest, telling
from tansiq.languages.ways import in_digits
from tansiq.release.models import Audience, Member

Kind = SilenceAct.Kind
STATES = {
    State.DRAFT: pgettext_lazy("silence", "draft"),
    State.PROPOSED: pgettext_lazy("silence", "silence proposed, not begun"),
    State.UNDER_SILENCE: pgettext_lazy("silence", "under silence"),
    State.SUSPENDED: pgettext_lazy("silence", "under silence, the clock stopped"),
    State.BROKEN: pgettext_lazy("silence", "not adopted: silence was broken"),
    State.DUE: pgettext_lazy("silence", "not broken; the chair’s notice is due"),
    State.BARRED: pgettext_lazy("silence", "not broken, but no notice may be given"),
    State.CONTESTED: pgettext_lazy("silence", "contested"),
    State.ADOPTED: pgettext_lazy("silence", "adopted"),
    State.WITHDRAWN: pgettext_lazy("silence", "withdrawn"),
    State.LAPSED: pgettext_lazy("silence", "lapsed: back to a meeting"),
}
ATTACHED = (Kind.RESERVED, Kind.STATED, Kind.COMMENTED)  # What follows its paragraph into later renderings.


def remaining(held: Standing) -> str:
    """What remains of silence, in words; cut to the minute, so that never more is told than there is."""
    left = telling.remaining(held.left)
    words = [
        ngettext("%(count)s day", "%(count)s days", left.days) % {"count": left.days} if left.days else "",
        ngettext("%(count)s hour", "%(count)s hours", left.hours) % {"count": left.hours} if left.hours else "",
        ngettext("%(count)s minute", "%(count)s minutes", left.minutes) % {"count": left.minutes}
        if left.minutes
        else "",
    ]
    return in_digits(" ".join(one for one in words if one)) or _("less than a minute")


@dataclass(frozen=True)
class Group:
    """Those of the entitled of whom the same is on record."""

    mark: str
    words: str
    members: tuple[Member, ...]


def groups(held: Standing) -> list[Group]:
    """The entitled members by what they have done; doing nothing is a group of its own."""
    run = held.run
    of = {str(one.member_id): one.member for one in held.electors}
    unreached = run.unreached & set(of)
    named = (
        ("✓", pgettext("silence", "associates"), run.associated),
        ("◉", _("acknowledged (not consent)"), run.acknowledged - run.associated),
        ("·", _("silent, nothing recorded"), run.silent - unreached),
        ("!", _("notice not delivered"), unreached),
    )
    return [Group(mark, words, tuple(of[key] for key in of if key in keys)) for mark, words, keys in named]


def attached(held: Standing) -> list[SilenceAct]:
    """Statements, reservations and comments, those on the whole first, then by paragraph."""
    rows = [one for one in held.acts if one.kind in ATTACHED]
    return sorted(rows, key=lambda one: (one.paragraph.place if one.paragraph else 0, one.turn))


@dataclass(frozen=True)
class Resting:
    """A member that rests during a run, and on which days."""

    member: Member
    days: tuple[rest.Rest, ...]


def resting(members: Iterable[Member], start: datetime, end: datetime, zone: str) -> list[Resting]:
    """Whose weekend a run covers, as the body's own days go; no member is told another's holidays."""
    named: dict[date, str] = {}
    found = [(one, rest.covered(start, end, zone, rest.weekend(one.code), named)) for one in members]
    return [Resting(one, tuple(days)) for one, days in found if days]


def audiences_of(held: Standing) -> list[Audience]:
    """Who may read what a page shows of a run."""
    one = held.question
    beside = [one, one.text, one.text.body, one.text_version]
    end = getattr(one, "end", None)
    shown = [*beside, *held.acts, *held.electors, *(x for x in (end, one.review) if x is not None)]
    return [x.audience for x in shown]
