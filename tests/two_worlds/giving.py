"""Two worlds: stages, disputes, consents, caveats, needs and offers behind B's back, beside what everybody reads."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq.contributions.giving import commands
from tansiq.contributions.giving.models import JointGiver
from tansiq.contributions.giving.stating import Gift, Limit, Stated
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.commands import Wanted, say_of_need, state_need
from tansiq.contributions.needs.models import Need
from tansiq.contributions.said import Days, HowMuch
from tansiq.contributions.spent.commands import state_movement
from tansiq.efforts.models import Measure
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC, Member
from tansiq.sources.models import Source

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World

MUCH = HowMuch(Decimal(100), currency="USD")
DAYS = Days(date(2026, 3, 1), date(2026, 3, 1))


def _en(words: str) -> Words:
    return Words.of("en", en=words)


def _gift(words: str, **given: object) -> Gift:
    return Gift(**{"kind": "cash", "text": _en(words), "stage": "pledged", "how_much": MUCH, "days": DAYS, **given})


def lay(ground: "Ground") -> None:
    """What Nawras gives, what it receives and is named in, a need and what moved: everybody reads all of it."""
    own = ground.loaded
    with acting_as(ground.token("officer")), transaction.atomic():
        need = state_need(wanted=Wanted("cash", _en("Wells."), MUCH), readers=[PUBLIC])
        own["need"] = need.pk
        _move(ground, "It moved.", [PUBLIC])
    with acting_as(ground.token("jim")), transaction.atomic():
        gift = commands.state_contribution(gift=_gift("Ours.", line="military"), readers=[PUBLIC], need=need)
        said = Stated("committed", MUCH, DAYS)
        own["stage"] = commands.state_step(contribution=gift, side="giver", said=said, readers=[PUBLIC]).pk
        own["caveat"] = commands.set_caveat(contribution=gift, limit=Limit(_en("By day.")), readers=[PUBLIC]).pk
        own["gift"] = gift.pk
    with acting_as(ground.token("alif")), transaction.atomic():
        named = tuple(Member.objects.filter(code__in=("NW", "WA")).order_by("code"))
        held = {"joint": named, "joint_name": _en("Three donors"), "recipient_member": named[0]}
        own["joint"] = commands.state_contribution(gift=_gift("Together.", **held), readers=[PUBLIC]).pk


def addresses(ground: "Ground") -> list[str]:
    """Where one comes upon them: from what Nawras gives and receives to the forms of all of it."""
    names = (
        *(f"contributions/{{gift}}/{name}" for name in ("", "stage/", "correct/", "caveat/")),
        *(f"contributions/{{joint}}/{name}" for name in ("received/", "consent/")),
        *(
            "stages/{stage}/correct/",
            "caveats/{caveat}/lift/",
            "needs/{need}/",
            "needs/{need}/offer/",
            "needs/{need}/close/",
        ),
        *("lines/military/spent/", "measures/{measure}/moved/", "contributions/state/", "needs/state/"),
    )
    return [f"/{way}/{name.format(**ground.loaded)}" for name in names for way in ("en", "ar")]


def _move(ground: "Ground", words: str, readers: list[int]) -> object:
    given = {"verdict": "moved", "words": _en(words), "as_of": date(2026, 6, 1), "readers": readers}
    measure, source = (
        model.objects.get(pk=ground.loaded[name]) for model, name in ((Measure, "measure"), (Source, "source"))
    )
    return state_movement(measure=measure, source=source, **given).pk


def give(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """State a contribution for few, offer it for the need that everybody reads, go on with it and limit its use."""
    with world.acting(by):
        readers = world.ground.readers_of(to)
        need = Need.objects.get(pk=world.ground.loaded["need"])
        gift = commands.state_contribution(gift=_gift("Hidden gift.", line="military"), readers=readers, need=need)
        said = Stated("delivered", MUCH, DAYS, instalment=True)
        made = commands.state_step(contribution=gift, side="giver", said=said, readers=readers)
        world.keys.extend((gift.pk, made.pk))
        hidden = state_need(wanted=Wanted("cash", _en("Hidden need."), MUCH), readers=readers)
        said = say_of_need(need=hidden, state="met", words=_en("Hidden words."))
        world.keys.extend((hidden.pk, said.pk))
        world.keys.append(_move(world.ground, "Hidden movement.", readers))


def go_on(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Behind B's back its giver goes on with a joint gift that everybody reads, corrects it and limits its use."""
    with world.acting(by):
        readers, gift = world.ground.readers_of(to), Contribution.objects.get(pk=world.ground.loaded["joint"])
        given = {"contribution": gift, "side": "giver", "readers": readers}
        made = commands.state_step(said=Stated("committed", MUCH, DAYS), **given)
        anew = Stated("allocated", MUCH, DAYS)
        later = commands.correct_step(earlier=made, said=anew, why=_en("Hidden reason."), **given)
        limit = commands.set_caveat(contribution=gift, limit=Limit(_en("Hidden limit.")), readers=readers)
        world.keys.extend((made.pk, later.pk, limit.pk))


def consent(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Another named giver consents to it, before few."""
    with world.acting(by) as who:
        giver = JointGiver.objects.get(contribution=world.ground.loaded["joint"], member=who.member)
        given = {"consents": True, "words": _en("Hidden words."), "readers": world.ground.readers_of(to)}
        world.keys.append(commands.give_consent(giver=giver, **given).pk)
