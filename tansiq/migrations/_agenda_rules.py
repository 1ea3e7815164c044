"""The rules of agendas: who sets items, and that whoever reads an item reads all that was changed of it."""

from tansiq.migrations._review_rules import OPENER

SETS = OPENER

# A change is released to all who read the item and to nobody else: what stands of it is the same for everybody.
CHANGES = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_agendaitem its WHERE its.key = tansiq_agendachange.item_id "
    "AND its.audience_id = tansiq_agendachange.audience_id)"
)
