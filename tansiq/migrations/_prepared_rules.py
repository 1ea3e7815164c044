"""The rules of what a review is prepared with: a need is closed by its owner, a briefing is the coordinator's."""

from tansiq.release.protect import ME

OWN_NEED = f"EXISTS (SELECT FROM tansiq_need its WHERE its.key = tansiq_needstate.need_id AND its.owner_id = {ME})"
BRIEFS = "COALESCE((SELECT tansiq.office()), '') = 'coordinator'"
