"""Two worlds: assessments, revisions and dissents behind B's back, beside one that everybody reads."""

from datetime import date
from typing import TYPE_CHECKING

from tansiq.assessments.commands import assess as commanded
from tansiq.assessments.commands import dissent, revise
from tansiq.assessments.models import Assessment
from tansiq.assessments.seen import Seen
from tansiq.languages.words import Words
from tansiq.release.models import PUBLIC
from tansiq.reviews.models import Review, Subject

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World


def _seen(words: str, **given: object) -> Seen:
    held = {"aspect": "performance", "window": "start", "as_of": date(2026, 6, 1), "rating": "at_risk"}
    held |= {"trend": "worse", "confidence": "low", "why": Words.of("en", en=words), "words": Words.of("en", en=words)}
    return Seen(**{**held, **given})


def lay(ground: "Ground") -> None:
    """An assessment of the secretariat's that everybody reads; by whoever acts."""
    line, review = Subject.objects.get(code="military"), Review.objects.get(pk=ground.reviews[1])
    made = commanded(line=line, review=review, seen=_seen("It is late."), readers=[PUBLIC])
    ground.loaded["assessment"] = made.pk


def assess(world: "World", by: str, *, to: tuple[str, ...], window: str = "start") -> None:
    """Assess the same line for few, at the same review."""
    with world.acting(by):
        review = Review.objects.get(pk=world.ground.reviews[1])
        given = {
            "line": Subject.objects.get(code="military"),
            "review": review,
            "seen": _seen("Hidden.", window=window),
        }
        world.keys.append(commanded(**given, readers=world.ground.readers_of(to)).pk)


def see_anew(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """The secretariat revises what everybody reads, for few; and sees it otherwise."""
    with world.acting(by):
        found = Assessment.objects.get(pk=world.ground.loaded["assessment"])
        readers, words = world.ground.readers_of(to), Words.of("en", en="Hidden.")
        world.keys.append(revise(assessment=found, seen=_seen("Hidden."), reason=words, readers=readers).pk)
        world.keys.append(dissent(assessment=found, words=words, readers=readers).pk)
