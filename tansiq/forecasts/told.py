"""Who may read own forecasts with all that stands beside them on a page."""

from collections.abc import Iterable

from tansiq.forecasts.models import Prediction, Resolution
from tansiq.forecasts.wording import horizon_of
from tansiq.release.models import Audience


def audiences_of(rows: Iterable[Prediction]) -> list[Audience]:
    """Who may read forecasts, and so what they are about; their horizons, and what came of them."""
    found = []
    for row in rows:
        told: list[Resolution] = row.told  # type: ignore[attr-defined] # queries.predictions
        found += [one.audience for one in (row, horizon_of(row), *told) if one is not None]
    return found
