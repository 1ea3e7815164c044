"""The rules of developments and claims of cause: whoever put one on the record says what belongs to it."""

from tansiq.release.protect import ME


def _own(table: str, column: str, parent: str, more: str = "") -> str:
    return f"EXISTS (SELECT FROM {parent} its WHERE its.key = {table}.{column} AND its.owner_id = {ME}{more})"


# Whoever said that something changed corrects it, by what it says itself.
CORRECTS = " AND ".join(
    _own("tansiq_developmentcorrection", side, "tansiq_development") for side in ("earlier_id", "later_id")
)
# And takes it back, before all who read it.
WITHDRAWS = _own(
    "tansiq_developmentwithdrawal",
    "development_id",
    "tansiq_development",
    " AND its.audience_id = tansiq_developmentwithdrawal.audience_id",
)
DOUBTS_A_MEASURE = _own("tansiq_doubtedmeasure", "development_id", "tansiq_development")
DOUBTS_AN_ASSESSMENT = _own("tansiq_doubtedassessment", "development_id", "tansiq_development")
RESTS = _own("tansiq_claimfigure", "claim_id", "tansiq_claim")
