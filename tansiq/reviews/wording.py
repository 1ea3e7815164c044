"""Reviews in words: when, who was there in which part, and what the sources count."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tansiq.languages.dates import day, days
from tansiq.languages.dates import written as on_day
from tansiq.languages.numbers import number, written
from tansiq.languages.words import plain, said
from tansiq.members.models import Precision
from tansiq.reviews.models import Numbering, Participation, Review, Subject
from tansiq.reviews.queries import CHAIRS, RECORDED, THERE

Part = Participation.Part
HIGHEST = (Review.Level.MINISTERS, Review.Level.FOREIGN_AND_DEFENCE)
GROUPS = (
    (gettext_lazy("Chairs"), CHAIRS),
    (gettext_lazy("Briefing"), (Part.BRIEFER,)),
    (gettext_lazy("Present"), (Part.PRESENT,)),
    (gettext_lazy("Represented by another"), (Part.REPRESENTED,)),
    (gettext_lazy("Observers"), (Part.OBSERVER,)),
    (gettext_lazy("Guests for one session"), (Part.GUEST,)),
    (gettext_lazy("Registered"), (Part.REGISTERED,)),
    (gettext_lazy("Invited"), (Part.INVITED,)),
    (gettext_lazy("Absent"), (Part.ABSENT,)),
)


def when(first: date | None, last: date | None, precision: str, *, weekday: bool = False) -> SafeString:
    """When something was; where no source states the date, between which days it lies."""
    if precision == Precision.NOT_STATED and first and last:
        return format_html(_("date not stated, between {} and {}"), day(first), day(last))
    if precision == Precision.DAY and first and first == last:
        return day(first, weekday=weekday)
    return days(first, last, precision)


@dataclass(frozen=True)
class There:
    """One who had a part in a review: a member, a guest, a person, and every part of that kind that it had."""

    row: Participation
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Those who had one kind of part in a review."""

    label: str
    rows: tuple[There, ...]
    chairs: bool


def groups(participations: Iterable[Participation]) -> list[Group]:
    """Who was there, kind by kind: each kind of part is a fact of its own."""
    rows = list(_holding(participations))
    made = (
        Group(str(label), _merged(row for row in rows if row.part in parts), parts == CHAIRS) for label, parts in GROUPS
    )
    return [group for group in made if group.rows]


def _holding(participations: Iterable[Participation]) -> Iterable[Participation]:
    """What holds: of what a member, or an office of it, recorded again, the last; what sources say stands as it is."""
    held: dict[object, Participation] = {}
    for row in participations:
        fact = Part.PRESENT if row.part in RECORDED else row.part
        told_here = row.member_id and not row.source_id and not row.person_id
        held[(row.member_id, fact) if told_here and fact in (Part.PRESENT, Part.REGISTERED) else row.pk] = row
    return held.values()


def _merged(rows: Iterable[Participation]) -> tuple[There, ...]:
    """Each once: who chairs and hosts stands with both parts."""
    held: dict[object, list[Participation]] = {}
    for row in rows:
        held.setdefault((row.member_id, plain(row.guest), row.person_id), []).append(row)
    return tuple(There(same[0], tuple(str(row.get_part_display()) for row in same)) for same in held.values())


@dataclass(frozen=True)
class Told:
    """A review as a list tells it."""

    review: Review
    when: SafeString
    full: bool  # Whether it was held at the highest level.
    chairs: tuple[There, ...]


def tell(review: Review) -> Told:
    """A review of the timeline in words."""
    chairs: list[Participation] = review.chairs  # type: ignore[attr-defined] # queries.timeline
    on = when(review.starts_on, review.ends_on, review.precision)
    return Told(review, on, review.level in HIGHEST, _merged(chairs))


def counted(review: Review) -> SafeString | str:
    """How many took part, as the source counts them, with its own word for what it counts."""
    if review.counted is None:
        return _("no source counts them")
    if review.counted_as is None:
        return number(review.counted)
    return format_html("{} {}", number(review.counted), review.counted_as)


def naming(review: Review, participations: Sequence[Participation], *, whole: bool = True) -> str:
    """Whether the sources name all of them, or how many; nothing where not all that they name is at hand."""
    if review.named_all:
        return _("The sources name all of them.")
    if not whole:
        return ""
    named = len({row.member_id or plain(row.guest) or row.person_id for row in participations if row.part in THERE})
    if not named:
        return _("The sources that were read name none of them.")
    shown = {"shown": written(named)}
    if review.counted is None:
        return (
            ngettext("The sources that were read name %(shown)s.", "The sources that were read name %(shown)s.", named)
            % shown
        )
    return (
        ngettext(
            "The sources that were read name %(shown)s of them; the others are not named.",
            "The sources that were read name %(shown)s of them; the others are not named.",
            named,
        )
        % shown
    )


def apart(first: Review | None, second: Review | None) -> int | None:
    """The days between two reviews; None where a day is not known."""
    ends = [one.starts_on for one in (first, second) if one is not None and one.precision == Precision.DAY]
    match ends:
        case [date() as one, date() as other]:
            return abs((other - one).days)
    return None


def in_days(count: int) -> str:
    """A number of days in words."""
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": written(count)}


def distance(first: Review | None, second: Review | None) -> str:
    """How far two reviews of a body are apart, in words."""
    if first is None or second is None:
        return _("none on record")
    days_apart = apart(first, second)
    return _("days not known") if days_apart is None else in_days(days_apart)


def planned(review: Review, numbers: Sequence[Numbering]) -> list[tuple[str, SafeString | str]]:
    """What was planned of a review, in pairs: its series and number, how long it takes, what it looks back on."""
    told: list[tuple[str, SafeString | str]] = []
    if review.series is not None:
        link = format_html('<a href="{}">{}</a>', reverse("series", args=[review.series_id]), said(review.series.name))
        bears = [_("No. %(number)s") % {"number": written(one.number)} for one in numbers[:1]]
        told.append((_("Series"), format_html("{} · {}", link, bears[0]) if bears else link))
    if review.minutes:
        told.append((_("Planned for"), in_minutes(review.minutes)))
    for label, name in (
        (_("It looks back: since the start"), "start"),
        (_("It looks back: since the last review"), "last"),
    ):
        on, precision, hedged = (getattr(review, f"{name}_{column}") for column in ("on", "precision", "hedged"))
        if on:
            told.append((label, format_html(_("about {}"), day(on, precision)) if hedged else day(on, precision)))
    return told


def in_minutes(count: int) -> str:
    """A number of minutes in words."""
    return ngettext("%(count)s minute", "%(count)s minutes", count) % {"count": written(count)}


def to_choose(reviews: Iterable[Review]) -> list[tuple[str, str]]:
    """Reviews to choose from, each with its day first."""
    return [
        (str(one.pk), f"{on_day(one.starts_on, one.precision, short=True)} · {one.title.plain()}") for one in reviews
    ]


def named(codes: Iterable[str], subjects: Mapping[str, Subject]) -> list[tuple[str, str]]:
    """Lines of effort and other subjects to choose from; the bare code where no name is released to the reader."""
    held = ((code, subjects[code].name.plain() if code in subjects else code) for code in codes)
    return sorted(held, key=lambda one: one[1])
