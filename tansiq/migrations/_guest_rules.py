"""The rules of guests: who invites them, and what they read of themselves."""

from django.db.migrations import RunSQL

from tansiq.migrations._review_rules import OPENER
from tansiq.release.protect import ME

# A guest reads what is said of itself; all others read it with the review.
ITSELF = "reader = ANY ((SELECT tansiq.readers())::int[])"

# Whoever received a guest invites it; nobody comes in but by that invitation.
INVITES = (
    f"{OPENER} AND account_id IS NULL AND accepted_at IS NULL AND EXISTS (SELECT FROM tansiq_guest its "
    f"WHERE its.key = tansiq_guestinvitation.guest_id AND its.owner_id = {ME})"
)

# A closed item is released to fewer than the review, whatever guest it is shown to.
_WHOLE = "tansiq.within({review}.audience_id, {item}.audience_id)"
CLOSED_TO_SOME = (
    "(kind <> 'closed' OR NOT EXISTS (SELECT FROM tansiq_review its "
    f"WHERE its.key = review_id AND {_WHOLE.format(review='its', item='tansiq_agendaitem')}))"
)
SETS = f"{OPENER} AND {CLOSED_TO_SOME}"
CHANGES = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_agendaitem its JOIN tansiq_review of ON of.key = its.review_id "
    "WHERE its.key = tansiq_agendachange.item_id AND its.audience_id = tansiq_agendachange.audience_id "
    f"AND (tansiq_agendachange.kind <> 'closed' OR NOT {_WHOLE.format(review='of', item='its')}))"
)


def laid(*statements: str) -> list[RunSQL]:
    """Statements that are laid once."""
    return [RunSQL(statement, RunSQL.noop) for statement in statements]
