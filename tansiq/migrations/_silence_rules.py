"""The rules of runs of silence: the chair leads them, an elector speaks in them, and nothing is dated back."""

from tansiq.release.protect import ME

CHAIR = "(SELECT tansiq.office()) = 'chair'"
OFFICE = "(SELECT tansiq.office()) IN ('secretariat', 'chair')"
_NOW = "created_at = (SELECT tansiq.now())"
_ELECTOR = (
    "EXISTS (SELECT FROM tansiq_elector its WHERE its.question_id = tansiq_silenceact.question_id "
    f"AND its.member_id = {ME})"
)
_BY_CHAIR = "('started', 'extended', 'asked_again', 'suspended', 'resumed', 'withdrawn', 'notice', 'settled')"
_BY_ELECTOR = (
    "('use_objected', 'acknowledged', 'associated', 'commented', 'stated', 'reserved', 'asked_time', 'prepared', "
    "'objected', 'amended', 'delivered', 'undelivered')"
)
ACTS = (
    f"{_NOW} AND ((kind IN ('proposed', 'paper') AND {OFFICE}) OR (kind IN {_BY_CHAIR} AND {CHAIR}) "
    f"OR (kind IN {_BY_ELECTOR} AND {_ELECTOR}))"
)
