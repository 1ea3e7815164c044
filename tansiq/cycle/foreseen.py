"""What the cast of a demonstration sees coming: risks on a scale, each member's ranking of them, and forecasts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tansiq.forecasts.commands import foretell
from tansiq.forecasts.foretelling import By, Foretelling
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.models import Review
from tansiq.risks.commands import rank_risks, set_scale, state_risk
from tansiq.risks.models import Risk
from tansiq.risks.stated import Placed, Stated

AGAIN = timedelta(days=60)


@dataclass(frozen=True)
class Feared:
    """A risk of the exercise: by whom, what, its level and hedge as stated, its places on the scale, who answers."""

    who: str  # The address of the account that acts.
    line: str
    text: Words
    level: Words
    hedge: Words
    places: tuple[int, int, int]  # Level, how likely, how grave.
    answers: str


@dataclass(frozen=True)
class Expected:
    """A forecast of the exercise: by whom, what, how probable (words alone where not), in how many days, if by any."""

    who: str
    line: str
    claim: Words
    probable: tuple[int, int] | None = None
    days: int | None = None
    hedge: Words | None = None


@dataclass(frozen=True)
class Foreseen:
    """All of it: the scale from its lowest step up, the risks, the order of each who ranks, the forecasts."""

    scale: tuple[tuple[Words, ...], tuple[Words, ...], tuple[Words, ...]]
    risks: tuple[Feared, ...]
    rankings: Mapping[str, tuple[int, ...]]  # By the address of who ranks: the risks by their places above.
    forecasts: tuple[Expected, ...]


def lay_foreseen(
    of: Foreseen, review: Review, today: date, known: Mapping[str, Member], token: Callable[[str], str]
) -> None:
    """Let the secretariat set the scale, and the cast state, rank and foretell."""
    levels, likelihoods, impacts = of.scale
    scale = set_scale(levels=levels, likelihoods=likelihoods, impacts=impacts, readers=[PUBLIC])
    made: list[Risk] = []
    for one in of.risks:
        placed = Placed(scale, *one.places)
        stated = Stated(one.text, one.level, one.hedge, one.line, placed, known[one.answers], again_on=today + AGAIN)
        with acting_as(token(one.who)):
            made.append(state_risk(stated=stated, review=review, readers=[PUBLIC]))
    for who, order in of.rankings.items():
        with acting_as(token(who)):
            rank_risks(review=review, risks=_ordered(made, order), words=None, readers=[PUBLIC])
    for foreseen in of.forecasts:
        by = By(today + timedelta(days=foreseen.days)) if foreseen.days else None
        low, high = foreseen.probable or (None, None)
        said = Foretelling(foreseen.claim, low, high, foreseen.hedge, by, foreseen.line, review)
        with acting_as(token(foreseen.who)):
            foretell(foretelling=said, readers=[PUBLIC])


def _ordered(made: Sequence[Risk], order: Sequence[int]) -> list[Risk]:
    return [made[at] for at in order]
