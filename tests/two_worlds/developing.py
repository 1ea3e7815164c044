"""Two worlds: developments, corrections and claims of cause behind B's back, beside some that everybody reads."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from tansiq.assessments.models import Assessment
from tansiq.developments.briefing.commands import (
    Brief,
    answer_question,
    ask_coordinator,
    draft_briefing,
    give_briefing,
    take_step,
)
from tansiq.developments.briefing.models import Briefing, NextStep
from tansiq.developments.commands import (
    answer_claim,
    correct_development,
    make_claim,
    report_development,
    withdraw_development,
)
from tansiq.developments.models import Claim, Development
from tansiq.developments.seen import Change, Claimed
from tansiq.efforts.models import Measure
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.models import Review, Subject
from tansiq.sources.models import Source

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World

HIDDEN = Words.of("en", en="Hidden.")


def _change(ground: "Ground", words: Words, line: str = "military", **given: object) -> Change:
    review = Review.objects.get(pk=ground.reviews[1])
    return Change(Subject.objects.filter(code=line).first(), review, words, date(2026, 6, 1), "day", **given)


def _claimed(words: Words, **given: object) -> Claimed:
    source = Source.objects.filter(publisher__words__en="A paper").first()
    return Claimed(Subject.objects.get(code="military"), words, words, words, source=source, **given)


def lay(ground: "Ground") -> None:
    """A development and a claim of the secretariat's that everybody reads, and one on the whole; by whoever acts."""
    said = Words.of("en", en="The bridge is down.")
    made = report_development(change=_change(ground, said), readers=[PUBLIC])
    report_development(change=_change(ground, said, line=""), readers=[PUBLIC])
    ground.loaded["development"] = made.pk
    ground.loaded["claim"] = make_claim(claimed=_claimed(said, development=made), readers=[PUBLIC]).pk


def change(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Say for few what changed, and what that makes doubtful; claim a cause for it."""
    with world.acting(by):
        readers, loaded = world.ground.readers_of(to), world.ground.loaded
        doubted = {
            "measures": [Measure.objects.get(pk=loaded["measure"])],
            "assessments": [Assessment.objects.get(pk=loaded["assessment"])],
        }
        made = report_development(change=_change(world.ground, HIDDEN, **doubted), readers=readers)
        world.keys.append(made.pk)
        world.keys.append(make_claim(claimed=_claimed(HIDDEN, development=made), readers=readers).pk)


def change_anew(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """The secretariat corrects for few what everybody reads, and withdraws what few read."""
    with world.acting(by):
        readers, loaded = world.ground.readers_of(to), world.ground.loaded
        found = Development.objects.get(pk=loaded["development"])
        given = {"change": _change(world.ground, HIDDEN), "readers": readers}
        made = correct_development(development=found, reason=HIDDEN, **given)
        world.keys.append(made.pk)
        world.keys.append(withdraw_development(development=made, reason=HIDDEN).pk)


def take_sides(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Dispute before few a claim that everybody reads."""
    with world.acting(by):
        claim = Claim.objects.get(pk=world.ground.loaded["claim"])
        given = {"side": "disputes", "words": HIDDEN, "readers": world.ground.readers_of(to)}
        world.keys.append(answer_claim(claim=claim, **given).pk)


def lay_briefing(ground: "Ground") -> None:
    """What the coordinator gave for a review in preparation, with a next step and an open question of Nawras."""
    with acting_as(ground.token("coordinator")), transaction.atomic():
        made = _given(ground, Words.of("en", en="It is quieter."), readers=[PUBLIC])
    with acting_as(ground.token("jim")), transaction.atomic():
        asked = ask_coordinator(briefing=made, words=Words.of("en", en="Since when?"), readers=[PUBLIC])
    with transaction.atomic(), acting_as(ground.token("officer")):
        step = NextStep.objects.get(briefing=made)
    ground.loaded |= {"briefing": made.pk, "question": asked.pk, "step": step.pk}


def addresses(ground: "Ground") -> list[str]:
    """Where one comes upon them: the briefing, its questions and its steps, and the coordinator's own form."""
    names = (
        "reviews/{prepared}/briefing/",
        "reviews/{prepared}/preparation/",
        "briefings/steps/{step}/take/",
        "briefings/{briefing}/ask/",
    )
    return [f"/{way}/{name.format(**ground.loaded)}" for name in names for way in ("en", "ar")]


def _given(ground: "Ground", words: Words, readers: list[int], turn: int = 0) -> Briefing:
    review, line = Review.objects.get(pk=ground.loaded["prepared"]), Subject.objects.get(code="military")
    own = report_development(change=_change(ground, words), readers=readers)
    brief = Brief(date(2026, 6, 1), words, [own], [(words, line)])
    return give_briefing(review=review, brief=brief, turn=turn, readers=readers)


def brief(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """The coordinator drafts anew, and gives for few what is asked about and answered among them."""
    with world.acting(by):
        readers, loaded = world.ground.readers_of(to), world.ground.loaded
        review = Review.objects.get(pk=loaded["prepared"])
        draft_briefing(review=review, brief=Brief(date(2026, 6, 1), HIDDEN), turn=1)
        made = _given(world.ground, HIDDEN, readers, turn=2)
        asked = ask_coordinator(briefing=made, words=HIDDEN, readers=readers)
        world.keys += [made.pk, asked.pk, answer_question(question=asked, words=HIDDEN, readers=readers).pk]


def take(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """The secretariat sets a next step on the agenda for few."""
    with world.acting(by):
        step = NextStep.objects.select_related("briefing__review").get(pk=world.ground.loaded["step"])
        readers = world.ground.readers_of(to)
        world.keys.append(take_step(step=step, saying=Saying(HIDDEN, "closed"), readers=readers).pk)
