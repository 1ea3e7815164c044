"""The rules of measures: who defines one, who aims, who tells a figure apart, who speaks for a milestone."""

from tansiq.migrations._report_rules import SECRETARIAT
from tansiq.release.protect import ME, PROGRAMS, READERS


def within(table: str, column: str, parent: str) -> str:
    """That a row is released no more widely than what it hangs on."""
    return (
        f"({table}.{column} IS NULL OR EXISTS (SELECT FROM tansiq_{parent} parent WHERE parent.key = {table}.{column} "
        f"AND tansiq.within({table}.audience_id, parent.audience_id)))"
    )


def _of(table: str, column: str, model: str, demand: str) -> str:
    return f"EXISTS (SELECT FROM tansiq_{model} its WHERE its.key = tansiq_{table}.{column} AND {demand})"


# Whoever leads a line of effort today, as the secretariat has it on record.
_LEADS = (
    "EXISTS (SELECT FROM tansiq_lead lead JOIN tansiq_subject subject ON subject.key = lead.line_id "
    "JOIN tansiq_member keeper ON keeper.key = lead.owner_id "
    f"WHERE lead.member_id = {ME} AND subject.code = tansiq_{{table}}.line AND keeper.code = 'secretariat' "
    "AND (lead.starts_on IS NULL OR lead.starts_on <= tansiq.now()::date) "
    "AND (lead.ends_on IS NULL OR lead.ends_on >= tansiq.now()::date))"
)
DEFINES = f"{SECRETARIAT} OR {_LEADS.format(table='measure')}"
SETS = f"{SECRETARIAT} OR {_LEADS.format(table='milestone')}"

_MEASURE = (
    f"owner_id = {ME} AND audience_id IN {READERS} AND {within('tansiq_measure', 'baseline_source_id', 'source')}"
)
# What it is called, what is better, and a start in words; its kind, its unit and a start by a source never.
CHANGED = ("name", "note", "direction", "version")
START = ("", "_qualifier", "_from", "_until", "_precision", "_basis", "_level")
MEASURES = (
    f"ALTER POLICY add ON tansiq_measure WITH CHECK ({_MEASURE} AND ({DEFINES}))",
    f"CREATE POLICY change ON tansiq_measure FOR UPDATE TO {PROGRAMS} USING (owner_id = {ME}) WITH CHECK ({_MEASURE})",
    f"GRANT UPDATE ({', '.join((*CHANGED, *(f'baseline{part}' for part in START)))}) ON tansiq_measure TO {PROGRAMS}",
)

# In what a measure goes on, the owner of the later one says.
GOES_ON = _of("successor", "later_id", "measure", f"its.owner_id = {ME}")

# Where a measure shall be, its owner says.
AIMS = _of("target", "measure_id", "measure", f"its.owner_id = {ME}")

# From where it sets out, its owner says; of a share, of what denominator of that measure.
STARTS = _of("baseline", "measure_id", "measure", f"its.owner_id = {ME}")
ITS_BASE = "parent.measure_id = tansiq_baseline.measure_id"

# Whoever stated a figure tells it apart, and names all its parts.
DIVIDES = _of("breakdown", "figure_id", "figure", f"its.owner_id = {ME}")
NAMES_PARTS = _of("part", "breakdown_id", "breakdown", f"its.owner_id = {ME}")

# When a milestone is expected, whoever set it or must reach it says; whether it is reached, its attester alone.
EXPECTS = _of("expectation", "milestone_id", "milestone", f"{ME} IN (its.owner_id, its.doer_id)")
ATTESTS = _of("attestation", "milestone_id", "milestone", f"its.attester_id = {ME}")
