"""Agendas for tests: items that an office sets on a review that is prepared."""

from datetime import date
from typing import Any

from tansiq.release.acting import acting_as
from tansiq.reviews.agenda import queries
from tansiq.reviews.agenda.commands import change_item, move_item, set_item, withdraw_item
from tansiq.reviews.agenda.models import AgendaItem, ReferralToSeries
from tansiq.reviews.agenda.referring import refer_to_series
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.minutes.commands import circulate_minutes, draft_minutes, propose_correction
from tansiq.reviews.minutes.models import MinutesCorrection
from tansiq.reviews.models import Review
from tansiq.reviews.series import Rule, make_series
from tests.secretariat import en, readers
from tests.world import token

ALL = ("SH", "WA", "NW", "secretariat", "chair")


def saying(title: str, kind: str = "discussion", **given: Any) -> Saying:
    return Saying(en(title), kind, **given)


def put(
    review: Review, title: str, *codes: str, slug: str = "officer", kind: str = "discussion", **given: Any
) -> AgendaItem:
    """An item, to those who are named or else to all who read the review."""
    with acting_as(token(slug)):
        to = readers(*codes) if codes else list(review.audience.readers)
        made = set_item(review=review, saying=saying(title, kind, **given), readers=to)
    return found(made, slug)


def found(item: AgendaItem, slug: str = "officer") -> AgendaItem:
    """An item as somebody reads it now."""
    with acting_as(token(slug)):
        return queries.items().get(pk=item.pk)


def change(item: AgendaItem, title: str, slug: str = "officer", version: int = 0, **given: Any) -> AgendaItem:
    stands = found(item, slug)
    with acting_as(token(slug)):
        return change_item(item=stands, saying=saying(title, **given), version=version or stands.turn)


def move(item: AgendaItem, before: AgendaItem | None, slug: str = "officer") -> AgendaItem:
    stands = found(item, slug)
    with acting_as(token(slug)):
        return move_item(item=stands, before=before, version=stands.turn)


def withdraw(item: AgendaItem, slug: str = "officer") -> AgendaItem:
    stands = found(item, slug)
    with acting_as(token(slug)):
        return withdraw_item(item=stands, version=stands.turn)


def titles(review: Review, slug: str = "officer") -> list[str]:
    """What stands on an agenda, as somebody reads it."""
    with acting_as(token(slug)):
        return [one.now.title.plain() for one in queries.agenda_of(review.pk)]


def minuted(item: AgendaItem) -> MinutesCorrection:
    """Minutes of an item that went to all who read it, and a correction that Sahlan proposes before all of them."""
    stands, to = found(item), list(item.audience.readers)
    with acting_as(token("officer")):
        draft_minutes(item=stands, text=en("The money is late."), version=1)
        circulate_minutes(item=stands, until_on=date(2026, 6, 20), readers=to, version=2)
    with acting_as(token("alif")):
        return propose_correction(item=stands, text=en("It was late."), readers=to)


def waiting(item: AgendaItem) -> ReferralToSeries:
    """That a matter waits for the next review of ministers."""
    stands = found(item)
    with acting_as(token("officer")):
        rule = Rule(first_on=date(2026, 12, 1), every=6, unit="months")
        series = make_series(body=item.review.body, level="ministers", name=en("Ministers"), rule=rule)
        return refer_to_series(item=stands, to=series, reason=en("Money."), readers=list(item.audience.readers))
