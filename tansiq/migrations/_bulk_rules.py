"""The rules of rows that come by the thousand: what they name is looked up by its key alone, then asked about.

PostgreSQL may choose any index of all that a condition names. In a young house, whose tables are not yet counted, it chose the
figures of the same measure, and read all of them for each report of a file.
"""

from tansiq.migrations._report_rules import SECRETARIAT
from tansiq.release.protect import ME


def _its(demand: str, model: str, key: str) -> str:
    """What is demanded of the one row that a key names; nothing where there is none, or none that I may see."""
    return f"(SELECT {demand} FROM tansiq_{model} its WHERE its.key = {key})"


# A member answers for itself; the secretariat enters a report on a member's word. The figure is that of the report.
_SAME = ("measure_id", "said_by_id", "audience_id")
_OWN_FIGURE = " AND ".join(
    [f"its.owner_id = {ME}", "its.source_id IS NULL", *(f"its.{name} = tansiq_report.{name}" for name in _SAME)]
)
REPORTS = (
    f"(said_by_id = {ME} OR ({SECRETARIAT} AND said_by_id IS NOT NULL)) "
    f"AND (figure_id IS NULL OR {_its(_OWN_FIGURE, 'figure', 'tansiq_report.figure_id')})"
)

# Evidence is of whoever filed the report.
EVIDENCE = _its(f"its.owner_id = {ME}", "report", "tansiq_evidence.report_id")

# A later report of the same reporter to the same question restates an earlier one; whoever files the later, says why.
_QUESTION = "(its.call_id, its.measure_id, its.said_by_id)"
_EARLIER, _LATER = (_its(_QUESTION, "report", f"tansiq_restatement.{side}_id") for side in ("earlier", "later"))
_MINE = _its(f"its.owner_id = {ME}", "report", "tansiq_restatement.later_id")
RESTATES = f"{_EARLIER} = {_LATER} AND {_MINE}"


# Since 0033, of the figure that the report names as its parent: one look for both. A comparison of rows asks no index.
THEIR_FIGURE = (
    f"(parent.owner_id, {', '.join(f'parent.{name}' for name in _SAME)}, parent.source_id) IS NOT DISTINCT FROM "
    f"({ME}, {', '.join(f'tansiq_report.{name}' for name in _SAME)}, NULL::uuid)"
)
REPORTERS = f"said_by_id = {ME} OR ({SECRETARIAT} AND said_by_id IS NOT NULL)"
