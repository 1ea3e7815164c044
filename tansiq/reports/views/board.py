"""The page of a call: what is asked, what my member has answered, who has reported, and what it makes together."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq import clock
from tansiq.efforts.models import Measure
from tansiq.release.doors import Request
from tansiq.release.order import in_order
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reports import queries
from tansiq.reports.board import board
from tansiq.reports.totals import totals

SIZE = 50
COLUMNS = 5  # Measures beside each other; the others are a link away.


def call(request: Request, key: UUID) -> HttpResponse:
    """One call: for a member that is asked what it has answered, for all its readers the board and their own totals."""
    found = get_object_or_404(queries.calls(), pk=key)
    known = everyone()
    made = board(found, queries.asked_measures(found), queries.on_the_board(found), known.values())
    overlaps = list(queries.agreed_overlaps(found))
    own = request.acting.member
    members = in_order(member for member in known.values() if member.pk in made.members)
    page = page_of(request, members, SIZE)
    part, parts = _part(request, made.measures)
    is_asked = any(member == own for member, _measure in made.asked)
    drafts = {draft.measure_id: draft for draft in queries.drafts_in(found)} if is_asked else {}
    mine = next((member for member in members if member.pk == own), None) if is_asked else None
    shown = [found, found.body, *overlaps, *([found.review] if found.review else [])]
    return render(
        request,
        "reports/call.html",
        {
            "call": found,
            "board": made,
            "page": page,
            "rows": [made.row(member, own, known, part) for member in page],
            "columns": part,
            "parts_of": parts,
            "part": next(number for number, here in parts if here),
            "mine": made.row(mine, own, known, made.measures) if mine else None,
            "drafts": drafts,
            "ready": any(draft.ready for draft in drafts.values()),
            "open": found.due_at > clock.now(),
            "totals": totals(
                found,
                made.measures,
                set(made.asked),
                [row for rows in made.reports.values() for row in rows],
                overlaps,
            ),
            "stripe": stripe([*(one.audience for one in shown), *made.audiences], known),
        },
    )


def _part(request: Request, measures: Sequence[Measure]) -> tuple[Sequence[Measure], list[tuple[int, bool]]]:
    """The measures that stand beside each other, and the parts in which the others come.

    Raises:
        BadRequest: there is no such part.
    """
    count = max(1, -(-len(measures) // COLUMNS))
    asked = request.GET.get("part", "1")
    if asked not in map(str, range(1, count + 1)):
        raise BadRequest
    at = int(asked)
    return measures[(at - 1) * COLUMNS : at * COLUMNS], [(number, number == at) for number in range(1, count + 1)]
