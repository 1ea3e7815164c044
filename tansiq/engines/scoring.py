"""What came of a forecast, judged: in time or not, how far its probability was off, its author’s calibration.

A forecast without a horizon is never judged (R-A11); one in hedged words is judged by its time alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

FEWEST: Final = 10  # Forecasts from which a calibration is told at all.
BINS: Final = 5
Days = tuple[date, date]  # From the earliest to the latest day that an uncertain date can be.


@dataclass(frozen=True)
class Score:
    """How far off a probability was, from 0 (foreseen) to 1 (the contrary foretold): G. W. Brier, 1950.

    A range is scored in its middle, and tells what its two ends would have scored.
    """

    value: Decimal
    best: Decimal
    worst: Decimal


def brier(low: Decimal, high: Decimal, *, happened: bool) -> Score:
    """The Brier score of a probability, or of a range of probabilities, of one event.

    >>> brier(Decimal("0.7"), Decimal("0.7"), happened=True).value
    Decimal('0.09')
    >>> brier(Decimal("0.6"), Decimal("0.8"), happened=False)
    Score(value=Decimal('0.49'), best=Decimal('0.36'), worst=Decimal('0.64'))

    Raises:
        ValueError: a probability lies outside 0 to 1, or the range is turned round.
    """
    if not 0 <= low <= high <= 1:
        raise ValueError(low, high)
    came = Decimal(int(happened))
    ends = sorted((one - came) ** 2 for one in (low, high))
    return Score((((low + high) / 2) - came) ** 2, ends[0], ends[1])


def in_time(horizon: Days | None, came: Days) -> str:
    """Whether something came when it was foretold: early, in_time, late; unclear where the days are not so well known.

    >>> year = (date(2016, 1, 1), date(2017, 1, 31))
    >>> in_time(year, (date(2017, 12, 9), date(2017, 12, 9))), in_time(None, year)
    ('late', 'no_horizon')
    """
    if horizon is None:
        return "no_horizon"
    (first, last), (earliest, latest) = horizon, came
    if latest < first:
        return "early"
    if earliest > last:
        return "late"
    return "in_time" if first <= earliest and latest <= last else "unclear"


def is_due(horizon: Days | None, today: date) -> bool:
    """Whether the next review asks if it happened: its horizon has passed.

    >>> is_due((date(2016, 1, 1), date(2017, 1, 31)), date(2017, 2, 1)), is_due(None, date(2017, 2, 1))
    (True, False)
    """
    return horizon is not None and horizon[1] < today


@dataclass(frozen=True)
class Bin:
    """The forecasts of about one probability: how many, what they foretold on average, how often it happened."""

    count: int
    foretold: Decimal
    happened: Decimal


@dataclass(frozen=True)
class Calibration:
    """How well an author's probabilities fit what happened, over enough forecasts."""

    count: int
    score: Decimal  # The mean Brier score.
    base: Decimal  # What whoever always foretold how often it happened would have scored: no worse than that is skill.
    bins: tuple[Bin, ...]  # From the least to the most likely; none that is empty.


def calibration(judged: Iterable[tuple[Decimal, bool]]) -> Calibration | None:
    """The calibration of an author; None where too few were judged to say anything.

    >>> calibration([(Decimal("0.5"), True)] * 9) is None
    True
    >>> calibration([(Decimal("0.5"), True), (Decimal("0.5"), False)] * 5).bins
    (Bin(count=10, foretold=Decimal('0.5'), happened=Decimal('0.5')),)
    >>> good = calibration([(Decimal("0.9"), True)] * 5 + [(Decimal("0.1"), False)] * 5)
    >>> good.score, good.base
    (Decimal('0.01'), Decimal('0.25'))
    """
    held = sorted(judged)
    if len(held) < FEWEST:
        return None
    score = sum((brier(one, one, happened=came).value for one, came in held), Decimal(0)) / len(held)
    parts: list[list[tuple[Decimal, bool]]] = [[] for _ in range(BINS)]
    for one, came in held:
        parts[min(int(one * BINS), BINS - 1)].append((one, came))
    often = Decimal(sum(came for _one, came in held)) / len(held)
    return Calibration(len(held), score, often * (1 - often), tuple(_bin(part) for part in parts if part))


def _bin(part: Sequence[tuple[Decimal, bool]]) -> Bin:
    count = len(part)
    foretold = sum((one for one, _came in part), Decimal(0)) / count
    return Bin(count, foretold, Decimal(sum(came for _one, came in part)) / count)
