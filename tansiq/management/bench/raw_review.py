"""The floor of a review's page: the same rows by plain SQL, joined to a page of the same kind and size by hand."""

from collections.abc import Callable
from html import escape
from typing import Any, NamedTuple
from uuid import UUID

import psycopg

from tansiq.management.bench.raw import MEMBERS

MOST = {"said": 101, "brought": 60, "remarks": 21}  # As many of each as the page shows.
HERE = """
SELECT r.title, b.name, r.starts_on, r.ends_on, r.place, r.note, r.level, r.mode, r.counted, r.output_name
  FROM tansiq_review r JOIN tansiq_body b ON b.key = r.body_id WHERE r.key = %(key)s"""
BEFORE = """
SELECT n.key, n.title FROM tansiq_review r JOIN tansiq_review n ON n.body_id = r.body_id
 WHERE r.key = %(key)s AND (n.starts_on, n.key) < (r.starts_on, r.key) ORDER BY n.starts_on DESC, n.key DESC LIMIT 1"""
AFTER = """
SELECT n.key, n.title FROM tansiq_review r JOIN tansiq_review n ON n.body_id = r.body_id
 WHERE r.key = %(key)s AND (n.starts_on, n.key) > (r.starts_on, r.key) ORDER BY n.starts_on, n.key LIMIT 1"""
SUBJECTS = "SELECT code, name FROM tansiq_subject ORDER BY code"
SOURCE = "x.source_id, o.publisher"
RESTING = "JOIN tansiq_source o ON o.key = x.source_id"
DATED = "x.starts_on, x.starts_on, x.ends_on"
AT = "WHERE x.review_id = %(key)s ORDER BY x.starts_on NULLS LAST, x.key LIMIT %(brought)s"
LINK = '<a href="/ar/sources/{}/"><bdi>{}</bdi></a>'
TIME = '<time datetime="{}">{} {}</time>'


class Rows(NamedTuple):
    """One list of the page: how its rows are asked for, and what is written for each."""

    query: str
    line: str


LISTS = (
    Rows(  # The figures that were stated at it.
        f"""
SELECT m.key, m.name, x.as_of_from, x.as_of_from, x.as_of_until, x.value, x.high, x.qualifier, x.words, b.name,
       p.name, x.speaker_label, w.code, w.name, {SOURCE}, x.doubtful
  FROM tansiq_figure x {RESTING} JOIN tansiq_measure m ON m.key = x.measure_id
  LEFT JOIN tansiq_base b ON b.key = x.base_id LEFT JOIN tansiq_person p ON p.key = x.speaker_id
  LEFT JOIN tansiq_member w ON w.key = x.said_by_id
 WHERE x.review_id = %(key)s
 ORDER BY m.line, m.code, m.key, x.as_of_until DESC NULLS LAST, x.stated_until DESC NULLS LAST, x.key
 LIMIT %(brought)s""",
        f"""
<tr><th scope="row"><a href="/ar/measures/{{}}/">{{}}</a></th><td data-th="حتى"><div>{TIME}</div></td>
<td data-th="الرقم"><div><b>{{}} {{}} {{}} {{}}</b><small>{{}}</small></div></td><td data-th="ذكره"><div>
<bdi>{{}}{{}}</bdi> · <a href="/ar/members/{{}}/"><bdi>{{}}</bdi></a> · {LINK}<small>{{}}</small></div></td></tr>""",
    ),
    Rows(  # What contradicts them.
        """
SELECT x.words, a.value, a.as_of_until, b.value, b.as_of_until FROM tansiq_conflict x
  JOIN tansiq_figure a ON a.key = x.figure_id JOIN tansiq_figure b ON b.key = x.other_id
 WHERE a.review_id = %(key)s OR b.review_id = %(key)s ORDER BY x.key LIMIT %(brought)s""",
        """
<section class="versus"><div><b class="big">{}</b> {}</div><div><b class="big">{}</b> {}</div><p>{}</p></section>""",
    ),
    Rows(  # Who was there.
        """
SELECT string_agg(x.part, ' '), p.name, m.code, m.name, x.guest, x.role, x.represented_by
  FROM tansiq_participation x LEFT JOIN tansiq_member m ON m.key = x.member_id
  LEFT JOIN tansiq_person p ON p.key = x.person_id
 WHERE x.review_id = %(key)s GROUP BY p.name, m.code, m.name, x.guest, x.role, x.represented_by
 ORDER BY min(x.place), min(x.part)""",
        """
<div><small>{}</small> <bdi>{}</bdi> <a href="/ar/members/{}/"><bdi>{}</bdi></a> <bdi>{}</bdi> {} {}</div>""",
    ),
    Rows(  # What was settled.
        f"SELECT x.text, x.kind, {DATED}, {SOURCE} FROM tansiq_decision x {RESTING} {AT}",
        f"""
<li><p class="flush" dir="rtl">{{}}</p><p class="src">{{}} · {TIME} · {LINK}</p></li>""",
    ),
    Rows(  # What carries that on.
        """
SELECT b.starts_on, b.text FROM tansiq_followup x
  JOIN tansiq_decision a ON a.key = x.earlier_id JOIN tansiq_decision b ON b.key = x.later_id
 WHERE a.review_id = %(key)s OR b.review_id = %(key)s ORDER BY a.starts_on, b.starts_on, x.key LIMIT %(brought)s""",
        """
<p class="src">{}: {}</p>""",
    ),
    Rows(  # Contributions.
        f"""
SELECT g.code, g.name, x.giver_label, x.text, x.kind, {DATED}, {SOURCE}, x.amount, x.qualifier, x.words, x.unit,
       x.currency, x.stage
  FROM tansiq_contribution x {RESTING} LEFT JOIN tansiq_member g ON g.key = x.giver_id {AT}""",
        f"""
<tr><th scope="row"><a href="/ar/members/{{}}/"><bdi>{{}}</bdi></a>{{}}</th><td data-th="ماذا"><div>{{}}
<small>{{}} · {TIME} · {LINK}</small></div></td><td data-th="المبلغ"><div>{{}} {{}} {{}} {{}} {{}}</div></td>
<td data-th="المرحلة"><div>{{}}</div></td></tr>""",
    ),
    Rows(  # Risks.
        f"""
SELECT x.text, {DATED}, {SOURCE}, x.level, m.code, m.name, x.said_by_name
  FROM tansiq_risk x {RESTING} LEFT JOIN tansiq_member m ON m.key = x.said_by_id {AT}""",
        f"""
<tr><th scope="row">{{}}<small>{TIME} · {LINK}</small></th><td data-th="المستوى"><div>“{{}}”</div></td>
<td data-th="من"><div><a href="/ar/members/{{}}/"><bdi>{{}}</bdi></a>{{}}</div></td></tr>""",
    ),
    Rows(  # Forecasts.
        """
SELECT x.statement_id, x.event, x.hedge, x.horizon_from, x.horizon_from, x.horizon_until, x.outcome,
       x.outcome_source_id, o.publisher, x.outcome_words
  FROM tansiq_forecast x JOIN tansiq_statement s ON s.key = x.statement_id
  LEFT JOIN tansiq_source o ON o.key = x.outcome_source_id
 WHERE s.review_id = %(key)s ORDER BY s.place, x.key LIMIT %(brought)s""",
        f"""
<li><p class="flush"><a href="/ar/statements/{{}}/">{{}}</a> “{{}}”</p><p class="src">{TIME} · <b>{{}}</b> · {LINK}</p>
<p class="src">{{}}</p></li>""",
    ),
    Rows(  # What was said.
        """
SELECT p.name, x.speaker_label, x.role, x.text, x.kind, x.line, x.about_from, x.about_from, x.about_until,
       (SELECT json_agg(json_build_array(c.source_id, o.publisher, c.finding) ORDER BY o.url, c.key)
          FROM tansiq_corroboration c JOIN tansiq_source o ON o.key = c.source_id WHERE c.statement_id = x.key),
       x.key, x.text
  FROM tansiq_statement x LEFT JOIN tansiq_person p ON p.key = x.speaker_id
 WHERE x.review_id = %(key)s ORDER BY x.report_id NULLS LAST, x.place, x.key LIMIT %(said)s""",
        f"""
<li><p class="flush"><b><bdi>{{}}{{}}</bdi></b> · {{}}</p><div class="said stack tight"><div>
<p class="flush" dir="rtl">{{}}</p><p class="src">{{}} · {{}} · {TIME} · {{}} ·
<a href="/ar/statements/{{}}/">النص<span class="sr">: {{}}</span></a></p></div></div></li>""",
    ),
    Rows(  # What members remark on it.
        """
SELECT m.code, m.name, x.text, x.created_at, x.key
  FROM tansiq_remark x JOIN tansiq_member m ON m.key = x.owner_id
 WHERE x.review_id = %(key)s ORDER BY x.created_at DESC, x.key LIMIT %(remarks)s""",
        """
<blockquote class="said"><b><a href="/ar/members/{}/"><bdi>{}</bdi></a></b><p dir="rtl">{}</p>
<p class="src">{} · <a href="/ar/remarks/{}/">الملاحظة</a></p></blockquote>""",
    ),
    Rows(  # On what it rests.
        f"""
SELECT {SOURCE}, o.kind FROM tansiq_reviewsource x {RESTING}
 WHERE x.review_id = %(key)s ORDER BY x.for_output, o.url, x.key""",
        f"""
<li>{LINK} · <small class="dim">{{}}</small></li>""",
    ),
)


def page(connection: psycopg.Connection[Any], context: str, key: UUID) -> bytes:
    """The page of one review."""
    given = {"key": key, **MOST}
    with connection.transaction():
        ask = connection.execute
        ask("SELECT tansiq.enter(%s)", [context])
        (here,) = ask(HERE, given).fetchall()
        around = [*ask(BEFORE, given), *ask(AFTER, given)]
        for known in (MEMBERS, SUBJECTS):
            ask(known).fetchall()
        held = [(rows.line, ask(rows.query, given).fetchall()) for rows in LISTS]
    head = f'<!doctype html><html lang="ar" dir="rtl"><main><h1>{" ".join(map(_told, here))}</h1>'
    ways = ['<a href="/ar/reviews/{}/">{}</a>'.format(*map(_told, row)) for row in around]
    lists = [line.format(*map(_told, row)) for line, rows in held for row in rows]
    return "".join([head, *ways, *lists, "</main></html>"]).encode()


def _told(value: Any) -> str:
    """A column as the page writes it."""
    return _WAYS.get(type(value), str)(value)


def _said(words: dict[str, Any]) -> str:
    """What stands in Arabic, else in whatever language it is said in."""
    return escape(words["words"].get("ar") or words["words"][words["source"]])


def _beside(rows: list[Any]) -> str:
    """What other sources say of a statement."""
    return "".join(f"{LINK} {{}}".format(*map(_told, row)) for row in rows)


_WAYS: dict[type, Callable[[Any], str]] = {
    dict: _said,
    list: _beside,
    str: escape,
    type(None): lambda _none: "",
}
