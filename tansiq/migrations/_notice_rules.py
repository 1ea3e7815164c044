"""The rules of closing a call and of letters to many: who may, and before whom."""

from tansiq.migrations._report_rules import OPENER
from tansiq.release.protect import ME

# Whoever reads a call reads that it is closed: else it would go on asking some and not others.
CLOSES = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_call its "
    "WHERE its.key = call_id AND its.audience_id = tansiq_closing.audience_id)"
)

# Who had not answered is noted by whoever closed the call.
MISSES = f"EXISTS (SELECT FROM tansiq_closing its WHERE its.key = closing_id AND its.owner_id = {ME})"

# A letter to many is written by whoever calls for reports.
WRITES = OPENER
