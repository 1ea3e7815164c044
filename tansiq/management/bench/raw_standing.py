"""The floor of the pages of where we stand: the same rows by plain SQL under the same release control."""

from collections.abc import Mapping
from typing import Any

import psycopg

from tansiq.management.bench.raw import MEMBERS
from tansiq.management.bench.raw_reporting import told

OWNER = "JOIN tansiq_member w ON w.key = x.owner_id"
REVIEW = "SELECT title, starts_on FROM tansiq_review"
LINES = "SELECT code, name, number FROM tansiq_subject ORDER BY number"
GIFTS = f"""
SELECT x.key, w.code, x.text, x.amount, x.currency, x.stage, x.starts_on, x.line,
       (SELECT s.stage FROM tansiq_step s WHERE s.contribution_id = x.key ORDER BY s.place DESC LIMIT 1)
  FROM tansiq_contribution x {OWNER} ORDER BY x.starts_on DESC NULLS LAST, x.key LIMIT 30"""
NEEDS = f"""
SELECT x.key, w.code, x.text, x.amount, x.currency, x.by_on, g.key, g.amount, v.code FROM tansiq_need x {OWNER}
  LEFT JOIN tansiq_offer o ON o.need_id = x.key LEFT JOIN tansiq_contribution g ON g.key = o.contribution_id
  LEFT JOIN tansiq_member v ON v.key = g.giver_id ORDER BY x.by_on NULLS LAST, x.created_at, x.key LIMIT 30"""
RISKS = f"""
SELECT x.key, w.code, x.text, x.level, x.starts_on, x.line FROM tansiq_risk x {OWNER}
 WHERE NOT EXISTS (SELECT FROM tansiq_renewal r WHERE r.earlier_id = x.key)
 ORDER BY x.starts_on DESC NULLS LAST, x.created_at DESC, x.key LIMIT 30"""
FORECASTS = f"""
SELECT x.key, w.code, x.claim, x.low, x.said_on, h.until_on,
       (SELECT r.outcome FROM tansiq_resolution r WHERE r.prediction_id = x.key ORDER BY r.turn DESC LIMIT 1)
  FROM tansiq_prediction x {OWNER} LEFT JOIN tansiq_horizon h ON h.prediction_id = x.key
 ORDER BY x.said_on DESC, x.created_at DESC, x.key LIMIT 30"""
CHANGES = f"""
SELECT x.key, w.code, x.words, x.since_on FROM tansiq_development x {OWNER} JOIN tansiq_subject s ON s.key = x.line_id
 WHERE s.code = 'line-0' ORDER BY x.since_on DESC, x.created_at DESC, x.key DESC LIMIT 30"""
BRIEFING = "SELECT as_of, words FROM tansiq_briefing ORDER BY turn DESC LIMIT 1"
STEPS = "SELECT words FROM tansiq_nextstep ORDER BY place"
RANKINGS = f"""
SELECT w.code, r.key, r.text FROM tansiq_ranking x {OWNER} JOIN tansiq_ranked d ON d.ranking_id = x.key
  JOIN tansiq_risk r ON r.key = d.risk_id
 WHERE NOT EXISTS (SELECT FROM tansiq_ranking l
                    WHERE l.owner_id = x.owner_id AND l.review_id = x.review_id AND l.turn > x.turn)
 ORDER BY w.code, x.key LIMIT 24"""
SEEN = f"""
SELECT w.code, s.code, x.rating, x.trend, x.confidence, x.as_of FROM tansiq_assessment x {OWNER}
  JOIN tansiq_subject s ON s.key = x.line_id
 ORDER BY x.as_of DESC, x.created_at DESC, x.key DESC LIMIT 300"""
MEASURES = "SELECT key, name, line, role FROM tansiq_measure ORDER BY line"
PAGES: Mapping[str, tuple[str, ...]] = {
    "contributions": (MEMBERS, LINES, GIFTS),
    "needs": (MEMBERS, LINES, NEEDS),
    "matrix": (MEMBERS, LINES, NEEDS),
    "risks": (MEMBERS, LINES, RISKS),
    "risks_over": (MEMBERS, RISKS),
    "forecasts": (MEMBERS, LINES, FORECASTS),
    "developments": (MEMBERS, LINES, CHANGES),
    "briefing": (MEMBERS, REVIEW, BRIEFING, STEPS),
    "rankings": (MEMBERS, REVIEW, RANKINGS),
    "line": (MEMBERS, LINES, MEASURES, GIFTS, RISKS, CHANGES, SEEN),
    "preparation": (MEMBERS, REVIEW, LINES, MEASURES, SEEN, BRIEFING, STEPS, RANKINGS, FORECASTS, NEEDS, GIFTS),
}


def page(connection: psycopg.Connection[Any], context: str, name: str) -> bytes:
    """One page: the rows of each of its lists, every column in a cell."""
    with connection.transaction():
        connection.execute("SELECT tansiq.enter(%s)", [context])
        held = [connection.execute(query).fetchall() for query in PAGES[name]]
    rows = (f"<tr>{''.join(f'<td>{told(cell)}</td>' for cell in row)}</tr>" for rows in held for row in rows)
    return "".join(["<!doctype html><table>", *rows, "</table>"]).encode()
