"""The rules of forecasts: who names a horizon, who says what came of one, and who may demur."""

from tansiq.release.protect import ME

_OFFICE = "COALESCE((SELECT tansiq.office()), '')"  # A member has none.

# Its author says by when.
DATES = f"EXISTS (SELECT FROM tansiq_prediction its WHERE its.key = prediction_id AND its.owner_id = {ME})"

# An office says what came of a forecast, and never of its own.
RESOLVES = (
    f"{_OFFICE} IN ('secretariat', 'coordinator') AND EXISTS "
    f"(SELECT FROM tansiq_prediction its WHERE its.key = prediction_id AND its.owner_id <> {ME})"
)

# Its author may see that otherwise.
DEMURS = (
    "EXISTS (SELECT FROM tansiq_resolution told JOIN tansiq_prediction its ON its.key = told.prediction_id "
    f"WHERE told.key = resolution_id AND its.owner_id = {ME})"
)
