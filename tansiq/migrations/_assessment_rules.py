"""The rules of assessments: in whose eyes a line of effort is seen, who revises, and who names what it rests on."""

from tansiq.release.protect import ME

_OFFICE = "COALESCE((SELECT tansiq.office()), '')"  # A member has none.
# Whoever leads a line of effort today, as the secretariat has it on record.
_LEADS = (
    "EXISTS (SELECT FROM tansiq_lead lead JOIN tansiq_member keeper ON keeper.key = lead.owner_id "
    f"WHERE lead.member_id = {ME} AND lead.line_id = tansiq_assessment.line_id AND keeper.code = 'secretariat' "
    "AND (lead.starts_on IS NULL OR lead.starts_on <= tansiq.now()::date) "
    "AND (lead.ends_on IS NULL OR lead.ends_on >= tansiq.now()::date))"
)
_STANCE = (
    f"CASE stance WHEN 'coordinator' THEN {_OFFICE} = 'coordinator' "
    f"WHEN 'secretariat' THEN {_OFFICE} = 'secretariat' WHEN 'independent' THEN {_OFFICE} = 'secretariat' "
    f"WHEN 'self' THEN {_LEADS} ELSE {_OFFICE} NOT IN ('coordinator', 'secretariat') AND NOT {_LEADS} END"
)
ASSESSES = _STANCE

# An assessment is revised by whoever gave it, by the next of the same thing, seen with the same eyes.
REVISES = (
    "EXISTS (SELECT FROM tansiq_assessment old, tansiq_assessment new WHERE old.key = earlier_id AND new.key = later_id "
    f"AND old.owner_id = {ME} AND new.owner_id = {ME} AND old.line_id = new.line_id "
    "AND old.review_id IS NOT DISTINCT FROM new.review_id AND old.stance = new.stance AND old.aspect = new.aspect "
    'AND old."window" = new."window" AND old.turn + 1 = new.turn)'
)

# Whoever gave an assessment names what it rests on.
RESTS = f"EXISTS (SELECT FROM tansiq_assessment its WHERE its.key = tansiq_ground.assessment_id AND its.owner_id = {ME})"
