"""Two worlds: risks, what is said anew of them, their ends and rankings behind B's back, beside one that all read."""

from typing import TYPE_CHECKING

from tansiq import clock
from tansiq.languages.words import Words
from tansiq.release.models import PUBLIC
from tansiq.reviews.models import Review
from tansiq.risks import commands
from tansiq.risks.models import Risk
from tansiq.risks.stated import Placed, Stated

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World

LEVEL = Words.of("en", en="perhaps a very large danger", ar="ربما خطر كبير جدا")
PERHAPS = Words.of("en", en="perhaps", ar="ربما")
STEPS = [Words.of("en", en=english, ar=arabic) for english, arabic in (("low", "منخفض"), ("high", "مرتفع"))]


def _stated(words: str, **given: object) -> Stated:
    return Stated(Words.of("en", en=words), LEVEL, PERHAPS, "military", **given)


def lay(ground: "Ground") -> None:
    """A scale, a risk and a ranking that everybody reads; by whoever acts."""
    review = Review.objects.get(pk=ground.reviews[1])
    scale = commands.set_scale(levels=STEPS, likelihoods=STEPS, impacts=STEPS, readers=[PUBLIC])
    stated = _stated("The dam is old.", placed=Placed(scale, 0, 1, 1))
    made = commands.state_risk(stated=stated, review=review, readers=[PUBLIC])
    commands.rank_risks(review=review, risks=[made], words=None, readers=[PUBLIC])
    ground.loaded |= {"risk": made.pk, "ranked": review.pk}


def risk(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """State a risk for few at the same review, rank it before the other, and say that it has come to pass."""
    with world.acting(by):
        review, readers = Review.objects.get(pk=world.ground.reviews[1]), world.ground.readers_of(to)
        made = commands.state_risk(stated=_stated("Hidden."), review=review, readers=readers)
        known = Risk.objects.get(pk=world.ground.loaded["risk"])
        commands.rank_risks(review=review, risks=[made, known], words=None, readers=readers)
        words = Words.of("en", en="Hidden.")
        given = {"reason": words, "evidence": words, "readers": readers}
        commands.end_risk(risk=made, way="came", on=clock.today(), **given)
        world.keys.append(made.pk)


def say_anew(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """The secretariat says anew, for few, what everybody reads."""
    with world.acting(by):
        known, review = Risk.objects.get(pk=world.ground.loaded["risk"]), Review.objects.get(pk=world.ground.reviews[0])
        given = {"stated": _stated("Hidden."), "review": review, "reason": Words.of("en", en="Hidden.")}
        world.keys.append(commands.renew_risk(risk=known, **given, readers=world.ground.readers_of(to)).pk)
