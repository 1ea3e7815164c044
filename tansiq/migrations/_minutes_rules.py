"""The rules of minutes: who writes them, until when they are corrected, who answers, and that a seal ends it all."""

from tansiq.migrations._review_rules import OPENER

# Nothing is written of an item whose minutes are sealed.
WRITES = f"{OPENER} AND NOT EXISTS (SELECT FROM tansiq_minutesseal its WHERE its.item_id = tansiq_minutes.item_id)"

# A member proposes until the day that was named, and not to minutes that are adopted; an office answers, and does not.
PROPOSES = (
    "(SELECT tansiq.office()) IS NULL AND EXISTS (SELECT FROM tansiq_minutes its "
    "WHERE its.key = tansiq_minutescorrection.minutes_id AND its.step = 'circulated' "
    "AND its.until_on >= tansiq.now()::date AND NOT EXISTS (SELECT FROM tansiq_minutes later "
    "WHERE later.item_id = its.item_id AND later.step = 'adopted'))"
)

# An answer goes to all who read the correction and to nobody else.
ANSWERS = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_minutescorrection its "
    "WHERE its.key = tansiq_minutesanswer.correction_id AND its.audience_id = tansiq_minutesanswer.audience_id)"
)

# What is sealed was adopted, and the seal goes to all who read it.
SEALS = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_minutes its WHERE its.key = tansiq_minutesseal.minutes_id "
    "AND its.item_id = tansiq_minutesseal.item_id AND its.step = 'adopted' "
    "AND its.audience_id = tansiq_minutesseal.audience_id)"
)
