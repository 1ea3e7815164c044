"""How tests give: what, by whom, to whom, stage by stage at either end."""

from datetime import date
from decimal import Decimal

from tansiq.contributions.giving.commands import (
    correct_step,
    give_consent,
    set_caveat,
    state_contribution,
    state_step,
)
from tansiq.contributions.giving.models import JointGiver
from tansiq.contributions.giving.stating import Gift, Limit, Stated
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.commands import Wanted, offer, say_of_need, state_need
from tansiq.contributions.said import Days, HowMuch
from tansiq.languages.units import Unit
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC, Member
from tests.secretariat import en, readers
from tests.world import token

DAY, LATER = date(2026, 3, 1), date(2026, 4, 10)
LORRIES = Unit("en", {"en": "lorries", "ar": "شاحنات"})


def much(amount="100", words=None, **given):
    number = Decimal(amount) if amount is not None else None
    held = {"currency": "USD"} if "unit" not in given and number is not None else {}
    return HowMuch(number, words=en(words) if words else None, **{**held, **given})


def to_readers(codes):
    return readers(*codes) if codes else [PUBLIC]


def stated(by, *codes, text="For the wells.", amount="100", on=DAY, until=None, **given):
    how = given.pop("how_much", None) or much(amount)
    with acting_as(token(by)):
        if "to" in given:
            given["recipient_member"] = Member.objects.get(code=given.pop("to"))
        if "joint" in given:
            given["joint"] = tuple(Member.objects.filter(code__in=given["joint"]).order_by("code"))
            given["joint_name"] = en("Three donors")
        held = {"kind": "cash", "stage": "pledged", **given}
        gift = Gift(text=en(text), how_much=how, days=Days(on, until or on), **held)
        return state_contribution(gift=gift, readers=to_readers(codes))


def said(stage, amount=None, reason=None, on=LATER, until=None, *, instalment=False, how_much=None):
    how = how_much or (much(amount) if amount else HowMuch())
    return Stated(stage, how, Days(on, until or on), instalment=instalment, reason=en(reason) if reason else None)


def step(of, by, stage, *codes, side="giver", **given):
    with acting_as(token(by)):
        return state_step(contribution=fresh(of), side=side, said=said(stage, **given), readers=to_readers(codes))


def received(of, by, stage, *codes, **given):
    return step(of, by, stage, *codes, side="recipient", **given)


def corrected(of, by, earlier, stage, *codes, why="A slip of the pen.", side="giver", **given):
    with acting_as(token(by)):
        return correct_step(
            contribution=fresh(of),
            side=side,
            earlier=earlier,
            said=said(stage, **given),
            why=en(why),
            readers=to_readers(codes),
        )


def consented(of, by, *codes, consents=True, words=None):
    with acting_as(token(by)):
        giver = JointGiver.objects.get(contribution=of, member__code=member_of(by))
        return give_consent(
            giver=giver, consents=consents, words=en(words) if words else None, readers=to_readers(codes)
        )


def limited(of, by, *codes, text="Not beyond the river.", **given):
    with acting_as(token(by)):
        limit = Limit(en(text), **{name: en(words) for name, words in given.items()})
        return set_caveat(contribution=fresh(of), limit=limit, readers=to_readers(codes))


def needed(by, *codes, text="Wells.", amount="100", line=None, how_much=None, kind="cash", **given):
    with acting_as(token(by)):
        wanted = Wanted(kind, en(text), how_much or much(amount), line, **given)
        return state_need(wanted=wanted, readers=to_readers(codes))


def offered(need, gift, by):
    with acting_as(token(by)):
        return offer(need=need, contribution=fresh(gift))


def closed(need, by, state, words="As it is."):
    with acting_as(token(by)):
        return say_of_need(need=need, state=state, words=en(words))


def fresh(of):
    return Contribution.objects.get(pk=of.pk)


def member_of(slug):
    return {"alif": "SH", "ba": "WA", "jim": "NW"}[slug]
