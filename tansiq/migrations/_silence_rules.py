"""The rules of runs of silence: the chair leads them, an elector speaks in them, and nothing is dated back."""

from tansiq.migrations._text_rules import entitled
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
    "('acknowledged', 'associated', 'commented', 'stated', 'reserved', 'asked_time', 'prepared', "
    "'objected', 'amended', 'delivered', 'undelivered')"
)
# Before silence begins nobody is on a list yet: whoever is entitled now may object to its use.
_ENTITLED = entitled(ME, "tansiq_silenceact.question_id")
ACTS = (
    f"{_NOW} AND ((kind IN ('proposed', 'paper') AND {OFFICE}) OR (kind IN {_BY_CHAIR} AND {CHAIR}) "
    f"OR (kind = 'use_objected' AND {_ENTITLED}) OR (kind IN {_BY_ELECTOR} AND {_ELECTOR}))"
)
