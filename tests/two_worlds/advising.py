"""Two worlds: calls for advice, what is given, handed in and answered behind B's back, beside what B is asked."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq import clock
from tansiq.advice.commands.answering import Fate, answer_advice, cure_weak_point
from tansiq.advice.commands.calling import Asking, call_for_advice
from tansiq.advice.commands.giving import correct_advice, give_advice, hand_in, say_nothing_to_add
from tansiq.advice.commands.laying import lay_on_table
from tansiq.advice.commands.positions import Reason, take_position
from tansiq.advice.given import Said
from tansiq.advice.models import Advice, AdviceCall
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import Member

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World

HIDDEN = Words.of("en", en="Hidden.")
ALL = ("SH", "WA", "NW", "secretariat", "chair", "coordinator")


def _called(words: Words, asked: tuple[str, ...], readers: list[int]) -> AdviceCall:
    """A call that is open for a month, and for positions for two."""
    now = clock.now()
    times = {"closes_at": now + timedelta(days=30), "settled_at": now + timedelta(days=60), "zone": "UTC"}
    members = list(Member.objects.filter(code__in=asked).order_by("code"))
    return call_for_advice(asking=Asking(words, now, **times, question=words), members=members, readers=readers)


def _weak(words: Words) -> Said:
    return Said("weak_point", words, "military", "high", words)


def lay(ground: "Ground") -> None:
    """A call that asks all, and a weak point of Nawras's before the whole circle."""
    readers = ground.readers_of(ALL)
    with acting_as(ground.token("officer")), transaction.atomic():
        call = _called(Words.of("en", en="What is weak?"), ALL[:3], readers)
    with acting_as(ground.token("jim")), transaction.atomic():
        made = give_advice(call=call, said=_weak(Words.of("en", en="Lists come late.")), readers=readers)
    ground.loaded |= {"advice_call": call.pk, "advice": made.pk}


def addresses(ground: "Ground") -> list[str]:
    """Where one comes upon them, and the forms that hang on them."""
    of_call = ("advice/", "advice/calls/{advice_call}/", "advice/calls/{advice_call}/advise/")
    of_item = tuple(f"advice/{{advice}}/{page}" for page in ("", "correct/", "position/", "cured/"))
    paths = (*of_call, *of_item, "reviews/{prepared}/advice/", "advice/call/", "advice/calls/{advice_call}/lay/")
    return [f"/{way}/{path.format(**ground.loaded)}" for path in paths for way in ("en", "ar")]


def advise(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Give advice for few to the call that asks B too; hand more in without a name; take a position for few."""
    with world.acting(by):
        readers, loaded = world.ground.readers_of(to), world.ground.loaded
        call, known = (
            model.objects.get(pk=loaded[name]) for model, name in ((AdviceCall, "advice_call"), (Advice, "advice"))
        )
        made = give_advice(call=call, said=_weak(HIDDEN), readers=readers, earlier=known)
        later = correct_advice(advice=made, said=_weak(HIDDEN), reason=HIDDEN, readers=readers)
        cure_weak_point(advice=later, on=date(2026, 6, 1), words=HIDDEN, evidence=HIDDEN)
        unnamed = hand_in(call=call, said=_weak(HIDDEN), way="chatham")
        given = {"stance": "oppose", "wording": HIDDEN, "turn": 0, "readers": readers}
        taken = take_position(advice=known, reason=Reason(HIDDEN, readers), **given)
        world.keys += [made.pk, later.pk, unnamed.pk, unnamed.becomes, taken.pk]


def call_few(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """The secretariat calls few, of whom one hands in through it; it lays that before them, and the chair answers."""
    ground = world.ground
    with world.acting(by):
        call = _called(HIDDEN, to, ground.readers_of(to))
    with world.acting("alif"):
        handed = hand_in(call=call, said=_weak(HIDDEN), way="secretariat")
    with world.acting("ba"):
        say_nothing_to_add(call=call)
    with world.acting(by):
        lay_on_table(call=call)
    with world.acting("chair"):
        laid = Advice.objects.get(pk=handed.becomes)
        answer = answer_advice(advice=laid, fate=Fate("not_taken_up", HIDDEN), turn=0)
    world.keys += [call.pk, handed.pk, laid.pk, answer.pk]
