"""Two worlds: developments, corrections and claims of cause behind B's back, beside some that everybody reads."""

from datetime import date
from typing import TYPE_CHECKING

from tansiq.assessments.models import Assessment
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
from tansiq.release.models import PUBLIC
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
