"""How tests call for advice, give it, lay it on the table, answer it and take positions on it."""

from datetime import datetime, timedelta

from tansiq.advice.commands import answering, calling, giving, laying, positions
from tansiq.advice.given import Said
from tansiq.advice.models import Advice, AdviceAnswer, AdviceCall, AdvicePosition, HandedIn
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tests.secretariat import en, readers
from tests.world import INSTANT, token

NOW = datetime.fromisoformat(INSTANT)
ALL = ("SH", "WA", "NW")
CIRCLE = (*ALL, "secretariat", "chair")


def hours(count: float) -> datetime:
    return NOW + timedelta(hours=count)


def called(*codes: str, by: str = "officer", asked: tuple[str, ...] = ALL, **given) -> AdviceCall:
    """A call of 24 hours, then 24 hours for positions."""
    times = {"opens_at": hours(-1), "closes_at": hours(24), "settled_at": hours(48), "zone": "UTC"}
    asking = calling.Asking(**{"title": en("What next?"), "question": en("What is weak?"), **times, **given})
    with acting_as(token(by)):
        members = [Member.objects.get(code=code) for code in asked]
        return calling.call_for_advice(asking=asking, members=members, readers=readers(*(codes or ALL)))


def said(words: str = "Share lists the same day.", kind: str = "advice", **given) -> Said:
    weak = {"severity": "high", "evidence": en("The minutes of May.")} if kind == "weak_point" else {}
    return Said(kind, en(words) if isinstance(words, str) else words, **{**weak, **given})


def gave(call: AdviceCall, by: str, *codes: str, words: str = "Share lists the same day.", **given) -> Advice:
    kind = given.pop("kind", "advice")
    with acting_as(token(by)):
        return giving.give_advice(call=call, said=said(words, kind), readers=readers(*(codes or CIRCLE)), **given)


def handed(
    call: AdviceCall, by: str, words: str | Words = "Lists come late.", way: str = "chatham", **given
) -> HandedIn:
    with acting_as(token(by)):
        return giving.hand_in(call=call, said=said(words, **given), way=way)


def has_nothing(call: AdviceCall, by: str):
    with acting_as(token(by)):
        return giving.say_nothing_to_add(call=call)


def laid(call: AdviceCall) -> list[Advice]:
    with acting_as(token("officer")):
        laying.lay_on_table(call=call)
        return list(Advice.objects.filter(call=call).exclude(attribution="attributed").order_by("created_at", "key"))


def answered(advice: Advice, way: str = "not_taken_up", by: str = "chair", turn: int = 0, **given) -> AdviceAnswer:
    fate = answering.Fate(way, given.pop("words", en("Not now.")), **given)
    with acting_as(token(by)):
        return answering.answer_advice(advice=advice, fate=fate, turn=turn)


def cured(advice: Advice, by: str):
    with acting_as(token(by)):
        given = {"words": en("A shared list."), "evidence": en("The log of June.")}
        return answering.cure_weak_point(advice=advice, on=NOW.date(), **given)


def took(advice: Advice, by: str, stance: str = "support", *codes: str, turn: int = 0, **given) -> AdvicePosition:
    wording, why, to = given.get("wording"), given.get("reason"), given.get("reason_to", CIRCLE)
    with acting_as(token(by)):
        return positions.take_position(
            advice=advice,
            stance=stance,
            wording=en(wording) if wording else None,
            reason=positions.Reason(en(why), readers(*to)) if why else None,
            turn=turn,
            readers=readers(*(codes or CIRCLE)),
        )
