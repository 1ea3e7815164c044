"""A run of silence as pages tell it: how it stands, what remains, who has done what, and what warns the chair."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from tansiq.decisions.silence.models import SilenceAct, SilenceChoice
from tansiq.decisions.silence.queries import Standing, not_reached
from tansiq.decisions.texts.models import Paragraph
from tansiq.decisions.texts.told import Shown, shown, voice
from tansiq.engines.silence import Event, State, rest, telling
from tansiq.languages.ways import in_digits, way
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
MOST_DAYS = 8  # That are named to the chair.
SPOKEN = (Kind.RESERVED, Kind.STATED, Kind.COMMENTED, Kind.ASKED_TIME)
BECAME = {
    SilenceAct.Verdict.BREAKS: gettext_lazy("It breaks silence, from the moment at which it reached the chair."),
    SilenceAct.Verdict.CONTESTS: gettext_lazy(
        "It came upon the record after the end: the run is contested. All are told."
    ),
    SilenceAct.Verdict.LATE: gettext_lazy(
        "It reached the chair after the end: it is kept as late, and breaks nothing."
    ),
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
    """The entitled members by what they have done, as far as it is shown; doing nothing is a group of its own."""
    run = held.run
    broke = {str(one.said_by_id) for one in held.acts if one.verdict}
    spoke = {str(one.said_by_id) for one in held.acts if one.kind in SPOKEN} - broke
    of = {str(one.member_id): one.member for one in held.electors}
    unreached = run.unreached & set(of)
    named = (
        ("✕", _("broke silence, or objected late"), broke),
        ("✓", pgettext("silence", "associates"), run.associated - broke),
        ("✎", _("reserved, stated, commented or asked for time"), spoke - run.associated),
        ("◉", _("acknowledged (not consent)"), run.acknowledged - run.associated - spoke - broke),
        ("·", _("silent, or nothing that is released to you"), run.silent - unreached - spoke - broke),
        ("!", _("notice not delivered"), unreached),
    )
    told = [Group(mark, words, tuple(of[key] for key in of if key in keys)) for mark, words, keys in named]
    return [one for one in told if one.members]


def attached(held: Standing) -> list[SilenceAct]:
    """Statements, reservations and comments, those on the whole first, then by paragraph."""
    rows = [one for one in held.acts if one.kind in ATTACHED]
    return sorted(rows, key=lambda one: (one.paragraph.place if one.paragraph else 0, one.turn))


@dataclass(frozen=True)
class Resting:
    """Members that rest on the same days of a run."""

    members: tuple[Member, ...]
    days: tuple[rest.Rest, ...]
    more: str  # How many days beyond those that are named.


def resting(members: Iterable[Member], start: datetime, end: datetime, zone: str) -> list[Resting]:
    """Whose weekend a run covers, as the body's own days go; no member is told another's holidays."""
    named: dict[date, str] = {}
    held: dict[tuple[rest.Rest, ...], list[Member]] = defaultdict(list)
    for one in members:
        held[tuple(rest.covered(start, end, zone, rest.weekend(one.code), named))].append(one)
    return [
        Resting(tuple(resting), days[:MOST_DAYS], _more(len(days) - MOST_DAYS))
        for days, resting in sorted(held.items(), key=lambda one: one[0])
        if days
    ]


def own_rest(held: Standing, choice: SilenceChoice | None, code: str) -> list[rest.Rest]:
    """On which days of a run that is open the reader's member rests, by its own calendar and the reader's clock."""
    run = held.run
    start, end = run.start or held.now, run.end or (run.proposal.until if run.proposal else None)
    if end is None or held.state not in (State.PROPOSED, State.UNDER_SILENCE):
        return []
    zone = way().zone or held.question.text.body.zone
    return rest.covered(max(start, held.now), end, zone, weekend_of(choice, code), named_days(choice))[:MOST_DAYS]


def weekend_of(choice: SilenceChoice | None, code: str) -> tuple[int, ...]:
    """The weekend that a member named, else that of its country."""
    return rest.weekend(code) if choice is None or choice.weekend is None else tuple(choice.weekend)


def named_days(choice: SilenceChoice | None) -> dict[date, str]:
    """The days of rest that a member named."""
    return {date.fromisoformat(on): name for on, name in choice.holidays.items()} if choice else {}


def confirming(prepared: SilenceAct | None) -> dict[str, str]:
    """What a second person confirms, as the form of the break opens on it: word for word."""
    if prepared is None:
        return {}
    return {
        "kind": Kind.AMENDED if prepared.plain else Kind.OBJECTED,
        "paragraph": str(prepared.paragraph.place) if prepared.paragraph else "",
        **(
            {"text": prepared.words.plain(prepared.words.source), "language": prepared.words.source}
            if prepared.words
            else {}
        ),
    }


def _more(days: int) -> str:
    words = ngettext("and %(count)s day more", "and %(count)s days more", days) % {"count": days}
    return in_digits(words) if days > 0 else ""


WATCHED = (State.UNDER_SILENCE, State.SUSPENDED, State.DUE, State.BARRED)


@dataclass(frozen=True)
class Measured:
    """What the house has measured of a run, for the chair: whom letters reached, and when it was down itself."""

    of: int
    missing: tuple[Member, ...]
    down: tuple[Event, ...]
    watched: bool  # In all of the last hours before the end.
    hours: int

    @property
    def attests(self) -> str:
        """What the chair is asked to attest with the notice; empty where all of it was measured."""
        if self.watched:
            return (
                _("I attest that the opening notice reached those named above in another way.") if self.missing else ""
            )
        both = _(
            "I attest that the house could be reached throughout the last hours before the end (%(hours)s), "
            "and that the opening notice reached those named above in another way."
        )
        alone = _("I attest that the house could be reached throughout the last hours before the end (%(hours)s).")
        return in_digits((both if self.missing else alone) % {"hours": self.hours})


def measured(held: Standing) -> Measured | None:
    """What the house has measured of a run that has begun and is not over."""
    if held.state not in WATCHED:
        return None
    missing = tuple(one.member for one in not_reached(held))
    hours = held.question.ruled.downtime_hours
    return Measured(len(held.electors), missing, held.run.down, held.measured, hours)


def next_end(held: Standing) -> datetime:
    """The end on which the chair's form opens: the one proposed, a day after the one that stands, or the least time."""
    run, zone = held.run, held.question.text.body.zone
    least, named = held.now + run.terms.least, run.proposal.until if run.proposal else None
    if held.state == State.PROPOSED and named and named >= least and not named.second + named.microsecond:
        return named
    if held.state == State.UNDER_SILENCE and run.end:
        return telling.full_hour(run.end + telling.DAY, zone)
    return telling.full_hour(max(least, named) if held.state == State.PROPOSED and named else least, zone)


def paragraphs(held: Standing, rows: Iterable[Paragraph]) -> list[Shown]:
    """The words of the version, as the page of a text sets them."""
    question = held.question
    return shown(rows, (), voice(question.text, question.ruled), first=True)


def audiences_of(held: Standing) -> list[Audience]:
    """Who may read what a page shows of a run."""
    one = held.question
    beside = [one, one.text, one.text.body, one.text_version]
    end = getattr(one, "end", None)
    on_it = [*beside, *held.acts, *(x for x in (end, one.review) if x is not None)]
    return [x.audience for x in on_it]
