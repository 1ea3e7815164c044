"""Two worlds: risks, their ends and rankings, and forecasts, behind B's back, beside those that everybody reads."""

from datetime import date
from typing import TYPE_CHECKING

from tansiq import clock
from tansiq.engines.scoring import FEWEST
from tansiq.forecasts.commands import foretell, resolve
from tansiq.forecasts.foretelling import By, Foretelling
from tansiq.forecasts.models import Horizon, Prediction
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.release.acting import acting_as
from tansiq.release.commands import audience_of
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


def foretold(ground: "Ground") -> None:
    """Forecasts that everybody reads: one that nobody has dated, and enough that are over; by a member."""
    public, claim = ownership(audience_of({PUBLIC})), Words.of("en", en="The dam holds.")
    given = {"claim": claim, "said_on": date(2026, 1, 5), "low": 60, "high": 80, **public}
    made = [Prediction.objects.create(**given) for _place in range(FEWEST)]
    for one in made:
        Horizon.objects.create(prediction=one, until_on=date(2026, 5, 1), **public)
    undated = foretell(foretelling=Foretelling(Words.of("en", en="The rain ends.")), readers=[PUBLIC])
    ground.loaded |= {"undated": undated.pk, "told": made[0].pk}
    ground.over = [one.pk for one in made]


def came(ground: "Ground") -> None:
    """What came of these, as the secretariat says before everybody; one of another member is due."""
    words = Words.of("en", en="It stood.")
    for one in Prediction.objects.filter(pk__in=ground.over).order_by("key"):
        resolve(prediction=one, outcome="did_not_happen", came_on=None, evidence=words, source=None, readers=[PUBLIC])
    with acting_as(ground.token("ba")):
        public = ownership(audience_of({PUBLIC}))
        due = Prediction.objects.create(claim=Words.of("en", en="The road is dry."), said_on=date(2026, 1, 5), **public)
        Horizon.objects.create(prediction=due, until_on=date(2026, 5, 1), **public)
    ground.loaded["due"] = due.pk


def addresses(ground: "Ground") -> list[str]:
    """Where one comes upon forecasts of which somebody has said what came, and upon one that is due."""
    paths = ("forecasts/{told}/", "forecasts/{told}/demur/", "forecasts/{due}/resolve/", "forecasts/{undated}/date/")
    more = ("forecasts/calibration/publish/", "risks/{risk}/again/", "risks/{risk}/end/", "reviews/{ranked}/rank/")
    return [f"/{way}/{path.format(**ground.loaded)}" for path in (*paths, *more) for way in ("en", "ar")]


def foresee(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Foretell something for few, with and without a date, at the review that everybody reads."""
    with world.acting(by):
        readers, review = world.ground.readers_of(to), Review.objects.get(pk=world.ground.reviews[1])
        words = Words.of("en", en="Hidden.")
        made = foretell(foretelling=Foretelling(words, 10, 20, review=review), readers=readers)
        dated = Foretelling(words, by=By(date(2027, 1, 1)))
        world.keys += [made.pk, foretell(foretelling=dated, readers=readers).pk]


def tell(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """An office says, for few, what came of the forecast that everybody reads."""
    with world.acting(by):
        known, words = Prediction.objects.get(pk=world.ground.loaded["due"]), Words.of("en", en="Hidden.")
        given = {"outcome": "happened", "came_on": date(2026, 4, 1), "evidence": words, "source": None}
        world.keys.append(resolve(prediction=known, **given, readers=world.ground.readers_of(to)).pk)
