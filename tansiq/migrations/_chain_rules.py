"""The rules of what is given: in whose name, at which end of a chain, who consents, who limits and who offers."""

from tansiq.release.protect import ME

_OFFICE = "COALESCE((SELECT tansiq.office()), '')"  # A member has none.

# A member gives in its own name, or names several; what a source states is entered by the secretariat (R-C7).
GIVES = (
    f"CASE WHEN source_id IS NOT NULL THEN {_OFFICE} = 'secretariat' "
    f"ELSE COALESCE(giver_id = {ME}, giver_label IS NOT NULL) END"
)
# Whoever gives a contribution: the member itself, or whoever stated a joint gift.
_ITS_GIVER = f"COALESCE(its.giver_id = {ME}, its.owner_id = {ME})"
# Its recipient; where that is no member, the secretariat enters its word.
_ITS_RECIPIENT = (
    f"CASE WHEN its.recipient_member_id IS NOT NULL THEN its.recipient_member_id = {ME} "
    f"ELSE its.recipient IS NOT NULL AND {_OFFICE} = 'secretariat' END"
)


def _of(table: str, rule: str) -> str:
    return f"EXISTS (SELECT FROM tansiq_contribution its WHERE its.key = tansiq_{table}.contribution_id AND {rule})"


STEPS = _of("step", f"CASE tansiq_step.side WHEN 'giver' THEN {_ITS_GIVER} ELSE {_ITS_RECIPIENT} END")
CORRECTS = (
    f"EXISTS (SELECT FROM tansiq_step new WHERE new.key = later_id AND new.owner_id = {ME} "
    "AND (tansiq_stepcorrection.earlier_id IS NULL AND new.side = 'giver' OR EXISTS (SELECT FROM tansiq_step old "
    f"WHERE old.key = earlier_id AND old.owner_id = {ME} AND old.side = new.side "
    "AND old.contribution_id = new.contribution_id)))"
)  # noqa: S608 -- the pieces are this module's own
NAMES = _of("jointgiver", f"its.owner_id = {ME}")
CONSENTS = f"EXISTS (SELECT FROM tansiq_jointgiver its WHERE its.key = giver_id AND its.member_id = {ME})"
LIMITS = _of(
    "caveat",
    f"({_ITS_GIVER} OR EXISTS (SELECT FROM tansiq_jointgiver also WHERE also.contribution_id = its.key "
    f"AND also.member_id = {ME}))",
)
OFFERS = _of("offer", _ITS_GIVER)
