"""Who may read own forecasts with all that stands beside them on a page."""

from collections.abc import Iterable

from tansiq.forecasts.models import Prediction, Resolution
from tansiq.forecasts.wording import horizon_of
from tansiq.release.models import Audience


def audiences_of(rows: Iterable[Prediction]) -> list[Audience]:
    """Who may read forecasts, their horizons, what came of them, and what they are about."""
    found = []
    for row in rows:
        told: list[Resolution] = row.told  # type: ignore[attr-defined] # queries.predictions
        beside = [row, row.review, row.milestone, horizon_of(row), *told, *(one.source for one in told)]
        found += [one.audience for one in beside if one is not None]
    return found
