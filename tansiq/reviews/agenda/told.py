"""Agendas as pages tell them: numbered as they are shown, added up over what is shown, and the way of one matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.languages.numbers import written
from tansiq.languages.words import Words
from tansiq.release.models import Audience
from tansiq.reviews.agenda.models import AgendaChange, AgendaItem, Placed, Referral
from tansiq.reviews.agenda.referring import is_upwards
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.models import Review
from tansiq.reviews.wording import in_minutes

SHOWN = 20  # Former words of an item, the newest; all of them stand on the record.


@dataclass(frozen=True)
class Row:
    """An item in its agenda: its number on this page, or none where it was withdrawn, and what stands of it."""

    item: AgendaItem
    now: Placed
    number: int | None


def rows(items: Iterable[AgendaItem], first: int) -> list[Row]:
    """The items of a page, numbered by what is shown, from a first one on."""
    numbered = enumerate(items, first)
    return [Row(one, one.now, None if one.withdrawn else number) for number, one in numbered]


def together(rows: Sequence[Row]) -> str:
    """How long the items take that are shown: of others nothing is added."""
    standing = [row.now.minutes for row in rows if row.number is not None]
    timed = [minutes for minutes in standing if minutes is not None]
    if not timed:
        return ""
    said = _("Together, of the items that are released to you: %(time)s.") % {"time": in_minutes(sum(timed))}
    untimed = len(standing) - len(timed)
    if not untimed:
        return said
    rest = ngettext("%(count)s item has no time.", "%(count)s items have no time.", untimed)
    return f"{said} {rest % {'count': written(untimed)}}"


@dataclass(frozen=True)
class Said:
    """What was said of an item at one time, and by whom."""

    what: str
    title: Words
    at: datetime
    row: AgendaItem | AgendaChange


def history(item: AgendaItem) -> list[Said]:
    """What was said of an item, the newest first."""
    said: list[AgendaItem | AgendaChange] = [item, *item.said]  # type: ignore[attr-defined] # queries.items
    pairs = zip([None, *said], said, strict=False)
    return [Said(_what(one, former), one.title, one.created_at, one) for former, one in pairs][: -SHOWN - 1 : -1]


def _what(one: AgendaItem | AgendaChange, former: AgendaItem | AgendaChange | None) -> str:
    if former is None:
        return _("set on the agenda")
    if isinstance(one, AgendaChange) and one.is_withdrawal:
        return _("withdrawn from the agenda")
    if Saying.of(one) != Saying.of(former):
        return _("changed")
    return _("moved") if one.place != former.place else _("released to more readers")


@dataclass(frozen=True)
class Step:
    """One step of a matter's way through the levels."""

    item: AgendaItem
    review: Review
    referral: Referral | None  # By which it came here; none at the first.
    came: str
    here: bool


def way(item: AgendaItem, matter: Sequence[AgendaItem], referrals: Iterable[Referral]) -> list[Step]:
    """The way of a matter through the levels, in order, as far as it is released to the reader."""
    held = {one.pk: one for one in matter}
    by = {one.later_id: one for one in referrals if one.later_id in held and one.earlier_id in held}

    def turns(one: AgendaItem) -> int:
        """How often it was referred until it stood here: what was done at one moment comes in this order."""
        return 1 + turns(held[by[one.pk].earlier_id]) if one.pk in by else 0

    made = []
    for one in sorted(matter, key=lambda one: (one.created_at, turns(one))):
        referral = by.get(one.pk)
        came = "" if referral is None else _came(held[referral.earlier_id].review, one.review)
        made.append(Step(one, one.review, referral, came, one.pk == item.pk))
    return made


def _came(earlier: Review, later: Review) -> str:
    return _("referred up") if is_upwards(earlier, later) else _("referred down")


def audiences_of(items: Iterable[AgendaItem]) -> list[Audience]:
    """Who may read what a page shows of items: each with its review, that one's body and its series."""
    found = []
    for one in items:
        review = one.review
        found += [one.audience, review.audience, review.body.audience]
        found += [review.series.audience] if review.series else []
    return found
