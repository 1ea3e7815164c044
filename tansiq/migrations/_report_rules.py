"""The rules of calls and reports: who may ask, answer, query, rule, confirm and agree."""

from tansiq.migrations._rules import KEEPER
from tansiq.release.protect import ME

OPENER = "(SELECT tansiq.office()) IN ('secretariat', 'chair')"
SECRETARIAT = "(SELECT tansiq.office()) = 'secretariat'"


def _of(table: str, column: str, model: str, demand: str) -> str:
    return f"EXISTS (SELECT FROM tansiq_{model} its WHERE its.key = tansiq_{table}.{column} AND {demand})"


# Whoever calls names what is asked: nobody adds a question to another's call.
ASKS = _of("asked", "call_id", "call", f"its.owner_id = {ME}")

# A member answers for itself; the secretariat enters a report on a member's word. The figure is that of the report.
REPORTS = (
    f"(said_by_id = {ME} OR ({SECRETARIAT} AND said_by_id IS NOT NULL)) AND (figure_id IS NULL OR "
    + _of(
        "report",
        "figure_id",
        "figure",
        f"its.owner_id = {ME} AND its.measure_id = tansiq_report.measure_id AND its.source_id IS NULL "
        "AND its.said_by_id = tansiq_report.said_by_id AND its.audience_id = tansiq_report.audience_id",
    )
    + ")"
)

# Evidence is of whoever filed the report.
EVIDENCE = _of("evidence", "report_id", "report", f"its.owner_id = {ME}")

# A later report of the same reporter to the same question restates an earlier one; whoever files the later, says why.
RESTATES = (
    "EXISTS (SELECT FROM tansiq_report old, tansiq_report new "
    "WHERE old.key = earlier_id AND new.key = later_id AND old.call_id = new.call_id "
    f"AND old.measure_id = new.measure_id AND old.said_by_id = new.said_by_id AND new.owner_id = {ME})"
)

# Only the reporter answers for its report, and confirms what another entered on its word.
REPLIES = (
    "EXISTS (SELECT FROM tansiq_query asked JOIN tansiq_report its ON its.key = asked.report_id "
    f"WHERE asked.key = query_id AND its.said_by_id = {ME})"
)
CONFIRMS = _of("confirmation", "report_id", "report", f"its.said_by_id = {ME}")

# Reports are ruled on where the call says so, by whoever called or the chair; by whoever filed one only if it may.
RULES = (
    f"{OPENER} AND EXISTS (SELECT FROM tansiq_report its JOIN tansiq_call asks ON asks.key = its.call_id "
    "WHERE its.key = report_id AND asks.way = 'acceptance' "
    f"AND (asks.own_acceptance OR its.owner_id <> {ME}))"
)

# An overlap is said by one of its two reporters and agreed to by the other.
OVERLAPS = f"said_by_id = {ME}"
AGREES = _of("overlapagreement", "overlap_id", "overlap", f"its.other_id = {ME}")

# A delegation's clearance is demanded and lifted by its keepers.
DEMANDS = KEEPER
