"""The rules of reviews: who plans them, who numbers them, and who tells of whose attendance."""

from tansiq.release.protect import ME

OPENER = "(SELECT tansiq.office()) IN ('secretariat', 'chair')"

# A member registers itself, and says itself what concerns it most; all else is told by the offices.
ATTENDS = f"{OPENER} OR (member_id = {ME} AND part = 'registered')"
CONCERNED = f"{OPENER} OR member_id = {ME}"

# A review is of its series' body.
OF_ITS_SERIES = (
    "series_id IS NULL OR EXISTS (SELECT FROM tansiq_series its WHERE its.key = tansiq_review.series_id "
    "AND its.body_id = tansiq_review.body_id)"
)

# What whoever opened a review changes of it, and whoever made a series.
PLAN = ["starts_on", "ends_on", "starts_at", "zone", "minutes", "place", "moves", "moved_at", "called_off_at"]
RULE = ["first_on", "every", "unit", "weekday", "nth", "hedged", "skipped", "decides"]

# By which rule a series came until now is told by whoever made it, to all who read it.
HELD_UNTIL_NOW = (
    f"EXISTS (SELECT FROM tansiq_series its WHERE its.key = tansiq_formerrule.series_id "
    f"AND its.owner_id = {ME} AND its.audience_id = tansiq_formerrule.audience_id)"
)

# A document is of an item of its own review.
FILED = (
    "item_id IS NULL OR EXISTS (SELECT FROM tansiq_agendaitem its WHERE its.key = tansiq_document.item_id "
    "AND its.review_id = tansiq_document.review_id)"
)

# A document stands in the place of one of the same member at the same review.
REPLACES = (
    "EXISTS (SELECT FROM tansiq_document old, tansiq_document new WHERE old.key = earlier_id AND new.key = later_id "
    f"AND old.review_id = new.review_id AND old.owner_id = {ME} AND new.owner_id = {ME})"
)

# A number is given in the review's own series, to all who read the review and to nobody else.
NUMBERS = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_review its WHERE its.key = tansiq_numbering.review_id "
    "AND its.series_id = tansiq_numbering.series_id AND its.audience_id = tansiq_numbering.audience_id)"
)
