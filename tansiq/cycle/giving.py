"""Needs, and what members of an exercise give for them, stage by stage at both ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from tansiq import clock
from tansiq.contributions.giving.commands import state_contribution, state_step
from tansiq.contributions.giving.stating import Gift, Stated
from tansiq.contributions.needs.commands import Wanted, state_need
from tansiq.contributions.needs.models import Need
from tansiq.contributions.said import Days, HowMuch
from tansiq.contributions.spent.commands import state_movement
from tansiq.efforts.models import Measure
from tansiq.languages.units import Unit
from tansiq.languages.words import Words
from tansiq.members.hats import hats_of
from tansiq.members.models import Account
from tansiq.release.acting import acting_as, token_for
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.models import Subject
from tansiq.sources.models import Source


@dataclass(frozen=True)
class Needed:
    """What the secretariat asks for: along which line, how much, in how many days."""

    line: str
    kind: str
    text: Words
    amount: int
    days: int
    currency: str = ""
    unit: Unit | None = None


@dataclass(frozen=True)
class Later:
    """A stage stated after the first: by whom, at which end, how much, how many days ago."""

    who: str
    stage: str
    amount: int
    days_ago: int
    side: str = "giver"
    instalment: bool = False


@dataclass(frozen=True)
class Given:
    """What one of the cast gives for a need, its later stages with it; the receiver's code, where it is a member."""

    who: str
    text: Words
    amount: int
    days_ago: int
    to: str = ""
    measure: str = ""  # Its code.
    later: tuple[Later, ...] = ()


@dataclass(frozen=True)
class Moved:
    """Whether a measure moved after that, as the secretariat states it on the newest source."""

    measure: str  # Its code.
    verdict: str
    text: Words


@dataclass(frozen=True)
class Chained:
    """A need with what is given for it, and whether what that serves moved."""

    need: Needed
    gifts: tuple[Given, ...]
    moved: Moved | None = None


def lay_chain(of: Chained, known: Mapping[str, Member]) -> None:
    """State a need before everybody, and let the cast give for it; the secretariat's officer acts."""
    wanted = of.need
    line = Subject.objects.get(code=wanted.line)
    by_on = clock.today() + timedelta(days=wanted.days)
    need = state_need(
        wanted=Wanted(wanted.kind, wanted.text, _much(wanted, wanted.amount), line, by_on=by_on), readers=[PUBLIC]
    )
    for one in of.gifts:
        _give(wanted, need, one, known)
    if moved := of.moved:
        state_movement(
            measure=Measure.objects.get(code=moved.measure, line=wanted.line),
            verdict=moved.verdict,
            words=moved.text,
            source=Source.objects.order_by("-created_at", "url", "key")[:1].get(),
            as_of=clock.today(),
            readers=[PUBLIC],
        )


def _give(wanted: Needed, need: Need, one: Given, known: Mapping[str, Member]) -> None:
    gift = Gift(
        kind=wanted.kind,
        text=one.text,
        stage="pledged",
        how_much=_much(wanted, one.amount),
        days=_ago(one.days_ago),
        line=wanted.line,
        measure=Measure.objects.filter(code=one.measure, line=wanted.line).first(),
        recipient_member=known.get(one.to),
    )
    with acting_as(_token(one.who)):
        made = state_contribution(gift=gift, readers=[PUBLIC], need=need)
    for later in one.later:
        said = Stated(later.stage, _much(wanted, later.amount), _ago(later.days_ago), instalment=later.instalment)
        with acting_as(_token(later.who)):
            state_step(contribution=made, side=later.side, said=said, readers=[PUBLIC])


def _much(wanted: Needed, amount: int) -> HowMuch:
    return HowMuch(Decimal(amount), unit=wanted.unit, currency=wanted.currency)


def _ago(days: int) -> Days:
    day = clock.today() - timedelta(days=days)
    return Days(day, day)


def _token(email: str) -> str:
    account = Account.objects.get(email=email)
    return token_for(account.key, hats_of(account.key)[0].accreditation)
