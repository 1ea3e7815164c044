"""An author's calibration: its probabilities beside what happened, in bins that say of how many (R-A11)."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from tansiq.engines.scoring import FEWEST, Calibration, calibration
from tansiq.forecasts.models import WHOLE, Prediction
from tansiq.forecasts.wording import Judged, judged, rounded

PLACES = Decimal("0.0001")


def scored(rows: Iterable[Prediction], today: date) -> list[Judged]:
    """The forecasts that have a score."""
    return [one for one in (judged(row, today) for row in rows) if one.score is not None]


def calibrated(rows: Iterable[Judged]) -> Calibration | None:
    """The calibration over these; none where there are too few to say anything."""
    return calibration((_middle(one.forecast), bool(one.happened)) for one in rows)


def _middle(one: Prediction) -> Decimal:
    return Decimal((one.low or 0) + (one.high or 0)) / (2 * WHOLE)


def as_figures(held: Calibration) -> dict[str, Any]:
    """A calibration as it is published: numbers as text, as the record holds them."""
    bins = [{name: _text(value) for name, value in asdict(one).items()} for one in held.bins]
    return {"count": held.count, "score": _text(held.score), "base": _text(held.base), "bins": bins}


def _text(value: Decimal | int) -> str | int:
    return value if isinstance(value, int) else str(value.quantize(PLACES))


def to_show(figures: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of a calibration as a page shows them: shares in per cent, scores between 0 and 1."""
    return {
        "count": figures["count"],
        "score": rounded(Decimal(figures["score"])),
        "base": rounded(Decimal(figures["base"])),
        "bins": [
            {"count": one["count"], **{name: round(Decimal(one[name]) * WHOLE) for name in ("foretold", "happened")}}
            for one in figures["bins"]
        ],
        "better": Decimal(figures["score"]) < Decimal(figures["base"]),
        "fewest": FEWEST,
    }
