"""The rules of risks: who says anew what was said of one, who ends it, and who puts risks into a ranking."""

from tansiq.release.protect import ME

_OFFICE = "COALESCE((SELECT tansiq.office()), '')"  # A member has none.

SETS_THE_SCALE = f"{_OFFICE} = 'secretariat'"

# An author says anew what it said itself, of the same risk.
RENEWS = (
    "EXISTS (SELECT FROM tansiq_risk old, tansiq_risk new WHERE old.key = earlier_id AND new.key = later_id "
    f"AND old.key <> new.key AND old.owner_id = {ME} AND new.owner_id = {ME} AND old.thread = new.thread)"
)

# Whoever stated a risk ends it; what the record brought, nobody.
ENDS = (
    "EXISTS (SELECT FROM tansiq_risk its WHERE its.key = tansiq_ending.risk_id "
    f"AND its.owner_id = {ME} AND its.thread IS NOT NULL)"
)

# Whoever ranks says which risk stands where.
RANKS = (
    f"EXISTS (SELECT FROM tansiq_ranking its WHERE its.key = tansiq_ranked.ranking_id AND its.owner_id = {ME})"
)

# Words that a risk gained later hold at least their own language, as all words do.
WORDS_OF_RISKS = [
    f"ALTER TABLE tansiq_risk ADD CONSTRAINT risk_{name}_words CHECK (({name}->'words') ? ({name}->>'source'))"
    for name in ("hedge", "mitigation")
]
