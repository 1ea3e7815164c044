"""The floor of the pages of a call: the same rows by plain SQL under the same release control, joined by hand."""

from collections.abc import Mapping
from html import escape
from typing import Any

import psycopg

from tansiq.management.bench.raw import MEMBERS

STANDS = "NOT EXISTS (SELECT FROM tansiq_restatement r WHERE r.earlier_id = x.key)"
CALL = """
SELECT c.title, c.due_at, c.way, b.name, r.title FROM tansiq_call c JOIN tansiq_body b ON b.key = c.body_id
  LEFT JOIN tansiq_review r ON r.key = c.review_id WHERE c.key = %(call)s"""
ASKED = """
SELECT a.measure_id, m.name, count(*) FROM tansiq_asked a JOIN tansiq_measure m ON m.key = a.measure_id
 WHERE a.call_id = %(call)s GROUP BY a.measure_id, m.name, m.line, m.code ORDER BY m.line, m.code"""
CELLS = f"""
SELECT w.code, x.measure_id, x.answer, f.value, f.qualifier, x.created_at,
       EXISTS (SELECT FROM tansiq_restatement r WHERE r.later_id = x.key),
       EXISTS (SELECT FROM tansiq_confirmation o WHERE o.report_id = x.key),
       (SELECT u.verdict FROM tansiq_ruling u WHERE u.report_id = x.key ORDER BY u.created_at DESC LIMIT 1)
  FROM tansiq_report x JOIN tansiq_member w ON w.key = x.said_by_id LEFT JOIN tansiq_figure f ON f.key = x.figure_id
 WHERE x.call_id = %(call)s AND {STANDS} AND x.measure_id = ANY (%(columns)s) ORDER BY w.code LIMIT %(cells)s"""
TOTALS = f"""
SELECT x.measure_id, x.answer, count(*), sum(f.value), count(DISTINCT x.said_by_id), count(DISTINCT x.audience_id)
  FROM tansiq_report x LEFT JOIN tansiq_figure f ON f.key = x.figure_id
 WHERE x.call_id = %(call)s AND {STANDS} GROUP BY x.measure_id, x.answer"""
OVERLAPS = """
SELECT w.code, t.code, o.measure_id, o.value,
       EXISTS (SELECT FROM tansiq_overlapagreement a WHERE a.overlap_id = o.key)
  FROM tansiq_overlap o JOIN tansiq_member w ON w.key = o.said_by_id JOIN tansiq_member t ON t.key = o.other_id
 WHERE o.call_id = %(call)s ORDER BY o.created_at DESC, o.key LIMIT 50"""
REPORTS = """
SELECT x.key, w.code, m.name, x.answer, f.value, f.qualifier, x.created_at FROM tansiq_report x
  JOIN tansiq_member w ON w.key = x.said_by_id JOIN tansiq_measure m ON m.key = x.measure_id
  LEFT JOIN tansiq_figure f ON f.key = x.figure_id
 WHERE x.call_id = %(call)s ORDER BY x.created_at DESC, x.key LIMIT 50"""
RESTATED = """
SELECT o.key, x.reason, w.code, m.name, a.answer, b.answer, f.value, x.created_at FROM tansiq_restatement x
  JOIN tansiq_member w ON w.key = x.owner_id JOIN tansiq_report a ON a.key = x.earlier_id
  JOIN tansiq_report b ON b.key = x.later_id JOIN tansiq_call o ON o.key = b.call_id
  JOIN tansiq_measure m ON m.key = b.measure_id LEFT JOIN tansiq_figure f ON f.key = b.figure_id
 ORDER BY x.created_at DESC, x.key LIMIT 20"""
CALLS = """
SELECT c.key, c.title, b.name, r.title, c.due_at,
       (SELECT count(DISTINCT a.member_id) FROM tansiq_asked a WHERE a.call_id = c.key)
  FROM tansiq_call c JOIN tansiq_body b ON b.key = c.body_id LEFT JOIN tansiq_review r ON r.key = c.review_id
 ORDER BY c.due_at DESC, c.key LIMIT 30"""
PAGES: Mapping[str, tuple[str, ...]] = {
    "board": (CALL, MEMBERS, ASKED, CELLS, TOTALS, OVERLAPS),
    "reports": (CALL, MEMBERS, REPORTS),
    "restatements": (MEMBERS, RESTATED),
    "overlaps": (CALL, MEMBERS, OVERLAPS),
    "calls": (CALLS,),
}


def page(connection: psycopg.Connection[Any], context: str, name: str, given: Mapping[str, Any]) -> bytes:
    """One page: the rows of each of its lists, every column in a cell."""
    with connection.transaction():
        connection.execute("SELECT tansiq.enter(%s)", [context])
        held = [connection.execute(query, given).fetchall() for query in PAGES[name]]
    rows = (f"<tr>{''.join(f'<td>{told(cell)}</td>' for cell in row)}</tr>" for rows in held for row in rows)
    return "".join(["<!doctype html><table>", *rows, "</table>"]).encode()


def told(value: Any) -> str:
    """A cell, whatever it holds."""
    if isinstance(value, dict):
        return escape(value["words"].get("ar") or value["words"][value["source"]])
    return "" if value is None else escape(str(value))
