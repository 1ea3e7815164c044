"""The rules of actions and of soundings: who lays actions and under what, who tells on them, who notes for itself."""

from tansiq.engines.verbs import BINDING
from tansiq.migrations._review_rules import OPENER
from tansiq.release.protect import ME

_BINDING = ", ".join(f"'{verb}'" for verb in sorted(BINDING))
KINDS = "'decision', 'direction', 'commitment', 'method', 'roadmap'"  # Of the record; the others bind nobody.

# The record brings actions with their source; the two offices lay them under what binds, and nothing else (R-D2).
LAYS = (
    f"source_id IS NOT NULL AND paragraph_id IS NULL OR ({OPENER}) AND EXISTS (SELECT FROM tansiq_decision its "
    "WHERE its.key = tansiq_action.decision_id AND CASE WHEN its.text_version_id IS NULL "
    f"THEN tansiq_action.paragraph_id IS NULL AND its.kind IN ({KINDS}) "
    "ELSE EXISTS (SELECT FROM tansiq_paragraph said WHERE said.key = tansiq_action.paragraph_id "
    f"AND said.text_version_id = its.text_version_id AND said.verb IN ({_BINDING})) END)"
)
# Whom it falls to is put in with it, for all who read it.
FALLS = (
    "EXISTS (SELECT FROM tansiq_action its WHERE its.key = tansiq_actionowner.action_id AND (its.source_id IS NOT NULL "
    f"OR its.owner_id = {ME} AND its.created_at = tansiq_actionowner.created_at "
    "AND its.audience_id = tansiq_actionowner.audience_id))"
)
# An owner says where it stands; the two offices move its day and drop it.
STEPS = (
    "EXISTS (SELECT FROM tansiq_action its WHERE its.key = tansiq_actionstep.action_id "
    f"AND its.audience_id = tansiq_actionstep.audience_id) AND CASE WHEN kind IN ('moved', 'dropped') THEN {OPENER} "
    "ELSE EXISTS (SELECT FROM tansiq_actionowner own WHERE own.action_id = tansiq_actionstep.action_id "
    f"AND own.member_id = {ME}) END"
)
# The chair notes what it heard, for its own office alone.
NOTES = (
    "COALESCE((SELECT tansiq.office()), '') = 'chair' AND EXISTS (SELECT FROM tansiq_audience held "
    f"JOIN tansiq_member me ON me.key = {ME} WHERE held.id = tansiq_sounding.audience_id "
    "AND held.readers = ARRAY[me.reader])"
)
# A lesson goes to all who read what it comes of; it is made by the two offices, or by an author that stands beside it.
LESSONS = (
    "EXISTS (SELECT FROM tansiq_advice its WHERE its.key = tansiq_lesson.advice_id "
    f"AND its.audience_id = tansiq_lesson.audience_id AND (({OPENER}) "
    f"OR (its.owner_id = {ME} AND its.attribution = 'attributed')))"
)
# Whether it works is said by another than whoever made it and than the owners of its action; all else by its maker or
# an office.
LEARNS = (
    "EXISTS (SELECT FROM tansiq_lesson its WHERE its.key = tansiq_lessonstep.lesson_id "
    "AND its.audience_id = tansiq_lessonstep.audience_id AND CASE tansiq_lessonstep.kind WHEN 'validated' "
    f"THEN its.owner_id <> {ME} AND NOT EXISTS (SELECT FROM tansiq_actionowner own "
    f"WHERE own.action_id = tansiq_lessonstep.action_id AND own.member_id = {ME}) "
    f"ELSE its.owner_id = {ME} OR {OPENER} END)"
)
