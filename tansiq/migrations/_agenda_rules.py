"""The rules of agendas: who sets and refers items, who reads what was changed of them, and that closed ones are closed."""

from tansiq.migrations._review_rules import OPENER

_WHOLE = "EXISTS (SELECT FROM tansiq_review its WHERE its.key = {review} AND its.audience_id = {table}.audience_id)"

# A closed item is released to fewer than the review.
CLOSED_TO_SOME = f"(kind <> 'closed' OR NOT {_WHOLE.format(review='review_id', table='tansiq_agendaitem')})"
SETS = f"{OPENER} AND {CLOSED_TO_SOME}"

# A change is released to all who read the item and to nobody else: what stands of it is the same for everybody.
CHANGES = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_agendaitem its JOIN tansiq_review of ON of.key = its.review_id "
    "WHERE its.key = tansiq_agendachange.item_id AND its.audience_id = tansiq_agendachange.audience_id "
    "AND (tansiq_agendachange.kind <> 'closed' OR of.audience_id <> its.audience_id))"
)

# What is referred goes on as the same matter, and is told to all who read it there.
REFERS = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_agendaitem old, tansiq_agendaitem new "
    "WHERE old.key = earlier_id AND new.key = later_id "
    "AND new.matter_id = old.matter_id AND new.audience_id = tansiq_referral.audience_id)"
)
