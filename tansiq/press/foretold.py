"""What was foretold in one list: in statements of the record, and by members and offices on their own word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.forecasts import queries as own
from tansiq.forecasts import wording as judging
from tansiq.forecasts.models import Prediction, Resolution
from tansiq.forecasts.told import audiences_of
from tansiq.languages.words import Words
from tansiq.press import queries, wording
from tansiq.press.models import Forecast
from tansiq.release.led import count, led
from tansiq.release.models import Audience
from tansiq.reviews.models import Review
from tansiq.reviews.wording import when
from tansiq.sources.models import Source


class Together:
    """Several lists as one, the newest first: of each only as much is read as the asked page may need."""

    def __init__(self, *lists: QuerySet[Any]) -> None:
        self.lists = lists

    def __len__(self) -> int:
        return sum(count(one) for one in self.lists)

    def __getitem__(self, cut: slice) -> list[Any]:
        held = chain.from_iterable(led(one, 0, cut.stop) for one in self.lists)
        return sorted(held, key=_newest)[cut]


def _newest(one: Forecast | Prediction) -> tuple[int, str]:
    on = one.said_on if isinstance(one, Prediction) else one.statement.starts_on
    return (-on.toordinal() if on else 1), str(one.pk)


def together(outcome: str = "", review: Any = "") -> Together:
    """What was foretold: all of it, or that of which this came, or what was foretold at one review."""
    rows, mine = queries.forecasts(), own.predictions()
    if outcome == own.DUE:
        rows, mine = queries.due(), own.due()
    elif outcome:
        rows, mine = rows.filter(outcome=outcome), own.asked_for(outcome, mine)
    if review:
        rows, mine = rows.filter(statement__review=review), mine.filter(review=review)
    return Together(rows, mine)


@dataclass(frozen=True)
class Foretold:
    """A forecast as the list tells it, wherever it stands."""

    address: str
    what: Words
    hedge: Words | None
    who: Words | str
    role: Words | None
    on: SafeString
    review: Review | None
    by: SafeString | str
    probability: str
    outcome: str
    came: SafeString | str
    verdict: str
    evidence: Words | None
    source: Source | None


def tell(one: Forecast | Prediction, today: date) -> Foretold:
    """A forecast of either kind."""
    return _own(one, today) if isinstance(one, Prediction) else _of_the_record(one, today)


def _of_the_record(one: Forecast, today: date) -> Foretold:
    said = one.statement
    return Foretold(
        reverse("statement", args=[said.pk]),
        one.event,
        one.hedge,
        wording.speaker_of(said),
        said.role,
        when(said.starts_on, said.ends_on, said.precision),
        said.review,
        wording.horizon_of(one),
        "",
        one.get_outcome_display(),
        wording.outcome_on(one),
        wording.verdict_on(one, today),
        one.outcome_words,
        one.outcome_source,
    )


def _own(one: Prediction, today: date) -> Foretold:
    now = judging.judged(one, today)
    told: Resolution | None = now.resolution
    return Foretold(
        reverse("forecast", args=[one.pk]),
        one.claim,
        one.hedge,
        one.owner.name,
        None,
        when(one.said_on, one.said_on, "day"),
        one.review,
        judging.by_when(one),
        judging.probability(one),
        told.get_outcome_display() if told else _("open"),
        when(told.came_on, told.came_on, "day") if told and told.came_on else "",
        now.verdict,
        told.evidence if told else None,
        told.source if told else None,
    )


def readers_of(rows: Iterable[Forecast | Prediction]) -> Iterator[Audience]:
    """Who may read these, and so what stands beside them."""
    for one in rows:
        yield from audiences_of([one]) if isinstance(one, Prediction) else (one.audience,)


def due_before(review: Review, today: date, most: int) -> list[Forecast | Prediction]:
    """What the next review asks about: all that is due and untold; of a review that is over, nothing."""
    if review.starts_on is None or review.starts_on < today or review.called_off_at:
        return []
    return together(own.DUE)[0:most]
