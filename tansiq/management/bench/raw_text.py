"""The floor of the pages of a text: the same rows by plain SQL under the same release control."""

from collections.abc import Mapping
from typing import Any

import psycopg

from tansiq.management.bench.raw_reporting import told

ABOUT = """
SELECT t.title, t.kind, t.authentic, b.name, v.number, v.digest, q.way, q.proposed, q.rule::text, q.created_at,
       c.name, e.outcome
  FROM tansiq_question q JOIN tansiq_text t ON t.key = q.text_id JOIN tansiq_body b ON b.key = t.body_id
  JOIN tansiq_textversion v ON v.key = q.text_version_id JOIN tansiq_member c ON c.key = q.chair_id
  LEFT JOIN tansiq_questionend e ON e.question_id = q.key WHERE q.key = %(question)s"""
PARAGRAPHS = """
SELECT p.place, p.verb, p.text FROM tansiq_paragraph p JOIN tansiq_question q ON q.text_version_id = p.text_version_id
 WHERE q.key = %(question)s ORDER BY p.place"""
ELECTORS = """
SELECT w.code, w.name FROM tansiq_elector x JOIN tansiq_member w ON w.key = x.member_id
 WHERE x.question_id = %(question)s ORDER BY w.code"""
POSITIONS = """
SELECT w.code, w.name, x.kind, p.place, x.words, x.created_at FROM tansiq_position x
  JOIN tansiq_member w ON w.key = x.owner_id LEFT JOIN tansiq_paragraph p ON p.key = x.paragraph_id
 WHERE x.question_id = %(question)s ORDER BY w.code, x.turn"""
REASONS = "SELECT x.owner_id, x.turn, x.text FROM tansiq_reason x WHERE x.question_id = %(question)s"
CONDITIONS = """
SELECT x.owner_id, p.place, x.text FROM tansiq_condition x JOIN tansiq_paragraph p ON p.key = x.paragraph_id
 WHERE x.question_id = %(question)s ORDER BY p.place, x.created_at, x.key"""
EXPLANATIONS = """
SELECT w.code, w.name, x.text, x.created_at FROM tansiq_explanation x JOIN tansiq_member w ON w.key = x.owner_id
 WHERE x.question_id = %(question)s ORDER BY x.created_at, x.key"""
ACTS = """
SELECT w.code, w.name, x.kind, x.until_at, x.words, p.place, x.created_at FROM tansiq_silenceact x
  JOIN tansiq_member w ON w.key = x.said_by_id LEFT JOIN tansiq_paragraph p ON p.key = x.paragraph_id
 WHERE x.question_id = %(question)s ORDER BY x.turn, x.created_at, x.key"""
PAGES: Mapping[str, tuple[str, ...]] = {
    "text": (ABOUT, PARAGRAPHS),
    "question": (ABOUT, ELECTORS, POSITIONS, REASONS, CONDITIONS, EXPLANATIONS),
    "silence": (ABOUT, PARAGRAPHS, ELECTORS, ACTS),
}


def page(connection: psycopg.Connection[Any], context: str, name: str, given: Mapping[str, Any]) -> bytes:
    """One page: the rows of each of its lists, every column in a cell."""
    with connection.transaction():
        connection.execute("SELECT tansiq.enter(%s)", [context])
        held = [connection.execute(query, given).fetchall() for query in PAGES[name]]
    rows = (f"<tr>{''.join(f'<td>{told(cell)}</td>' for cell in row)}</tr>" for rows in held for row in rows)
    return "".join(["<!doctype html><table>", *rows, "</table>"]).encode()
