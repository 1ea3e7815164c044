"""The rules of briefings: an office gives them, whole, and nobody adds to one later."""

from tansiq.release.protect import ME

BRIEFS = "COALESCE((SELECT tansiq.office()), '') IN ('coordinator', 'secretariat')"


def _put_in_with_it(table: str, more: str = "") -> str:
    return (
        f"EXISTS (SELECT FROM tansiq_briefing its WHERE its.key = {table}.briefing_id AND its.owner_id = {ME} "
        f"AND its.created_at = {table}.created_at){more}"
    )


# What a briefing tells on and proposes is put in with it; it tells on its office's own developments.
TELLS = _put_in_with_it(
    "tansiq_briefingdevelopment",
    " AND EXISTS (SELECT FROM tansiq_development own "
    f"WHERE own.key = tansiq_briefingdevelopment.development_id AND own.owner_id = {ME})",
)
PROPOSES = _put_in_with_it("tansiq_nextstep")
# Whoever set the item says that it came of a next step.
TAKES = f"EXISTS (SELECT FROM tansiq_agendaitem its WHERE its.key = tansiq_steptaken.item_id AND its.owner_id = {ME})"
# A question is answered by whoever gave the briefing.
EXPLAINS = (
    "EXISTS (SELECT FROM tansiq_briefingquestion asked JOIN tansiq_briefing its ON its.key = asked.briefing_id "
    f"WHERE asked.key = tansiq_briefinganswer.question_id AND its.owner_id = {ME})"
)
