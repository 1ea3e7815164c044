"""The floor of a page: the same rows by plain SQL, joined to a page of the same kind and size by hand."""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

import psycopg

MEMBERS = "SELECT code, name FROM tansiq_member ORDER BY code"
SPEAKING = "SELECT DISTINCT m.code FROM tansiq_statement s JOIN tansiq_member m ON m.key = s.said_by_id"
REVIEWS = (
    "SELECT r.key, r.title FROM tansiq_review r WHERE EXISTS "
    "(SELECT FROM tansiq_statement s WHERE s.review_id = r.key) ORDER BY r.starts_on DESC NULLS LAST, r.key LIMIT 300"
)
COUNT = "SELECT count(*) FROM tansiq_statement"
ROWS = (
    "SELECT s.key, s.text, s.role, s.kind, s.line, s.starts_on, s.review_id, r.title, s.source_id, "
    "o.publisher, o.kind, p.name FROM tansiq_statement s JOIN tansiq_source o ON o.key = s.source_id "
    "LEFT JOIN tansiq_review r ON r.key = s.review_id LEFT JOIN tansiq_person p ON p.key = s.speaker_id "
    "ORDER BY s.starts_on DESC NULLS LAST, s.report_id, s.place, s.key LIMIT %s"
)


def statements(connection: psycopg.Connection[Any], context: str, size: int) -> bytes:
    """A page of statements with its filters."""
    with connection.transaction():
        ask = connection.execute
        ask("SELECT tansiq.enter(%s)", [context])
        members, speaking = ask(MEMBERS).fetchall(), {code for (code,) in ask(SPEAKING)}
        reviews, (count,) = ask(REVIEWS).fetchall(), ask(COUNT).fetchone() or (0,)
        rows = ask(ROWS, [size]).fetchall()
    options = [
        *_each(
            lambda code, name: f'<option value="{code}">{_said(name)}</option>',
            (m for m in members if m[0] in speaking),
        ),
        *_each(lambda key, title: f'<option value="{key}">{_said(title)}</option>', reviews),
    ]
    head = f'<!doctype html><html lang="ar" dir="rtl"><title>البيانات</title><main><h1>البيانات</h1><p>{count}</p>'
    return "".join([head, *options, "<table>", *_each(_row, rows), "</table></main></html>"]).encode()


def _each(line: Callable[..., str], rows: Iterable[tuple[Any, ...]]) -> list[str]:
    return [line(*row) for row in rows]


def _row(  # noqa: PLR0913, PLR0917 -- the cells of a row
    key: object, text: Any, role: Any, kind: str, line: str, on: object, review: object, title: Any, source: object,
    publisher: Any, sort: str, name: Any,
) -> str:  # fmt: skip
    return (
        f'<tr><th scope="row"><bdi>{_said(name)}</bdi><small>{_said(role)}</small></th>'
        f'<td data-th="ماذا"><div><a href="/ar/statements/{key}/">{_said(text)}</a></div></td>'
        f'<td data-th="النوع"><div>{kind}<small>{escape(line)}</small></div></td>'
        f'<td data-th="متى"><div><time datetime="{on}">{on}</time>'
        f'<small><a href="/ar/reviews/{review}/">{_said(title)}</a></small></div></td>'
        f'<td data-th="المصدر"><div><a href="/ar/sources/{source}/"><bdi>{_said(publisher)}</bdi></a>'
        f"<small>{sort}</small></div></td></tr>"
    )


def _said(words: Any) -> str:
    """What stands in Arabic, else in whatever language it is said in."""
    if not words:
        return ""
    return escape(words["words"].get("ar") or words["words"][words["source"]])
