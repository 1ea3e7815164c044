"""The review on one page while it is prepared: how lines stand, what is briefed, feared, given, due, taken over."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from tansiq.assessments.told import Window
from tansiq.contributions import wording as giving
from tansiq.cycle import preparing
from tansiq.cycle.pages.lines import audiences_of, lines_with_leading
from tansiq.decisions.lessons.queries import is_open_again
from tansiq.efforts import wording
from tansiq.release.doors import Request
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reviews import queries
from tansiq.reviews.phases import course
from tansiq.reviews.wording import when

LINES = 8  # Lines of effort told whole; the others are a link away.


def preparation(request: Request, key: UUID) -> HttpResponse:
    """All that a review rests on, from what is released to the reader; each part leads to its own room."""
    around = queries.neighbourhood(key, queries.around(key))
    here, before = around.here, around.before
    phases, known = list(queries.phases_of(key)), everyone()
    lines = lines_with_leading(list(queries.subjects().values()))
    shown = lines[:LINES]
    stands = preparing.stands([told for one in shown for told in one.standings])
    since = here.last_on or (before.starts_on if before else None)
    resources, briefed = preparing.resources(since), preparing.briefed(key)
    is_member = request.acting is not None and request.acting.member is not None
    feared, carried, due = preparing.feared(key), preparing.carried(here, for_member=is_member), preparing.due(here)
    rows = [here, here.body, *([before] if before else []), *phases]
    told = {
        "review": here,
        "when": when(here.starts_on, here.ends_on, here.precision, weekday=True),
        "course": course(phases),
        "before": before,
        "since": since,
        "lines": shown,
        "more": len(lines) > LINES,
        "stands": stands,
        "windows": Window,
        "resources": resources,
        "briefed": briefed,
        "feared": feared,
        "carried": carried,
        "is_open_again": is_open_again,
        "due": due,
        "known": {member.pk: member for member in known.values()},
        "wording": wording,
        "dated": when,
        "giving": giving,
        "how_much": giving.amount,
        "stripe": stripe(
            [
                *(one.audience for one in rows),
                *audiences_of(shown),
                *preparing.all_audiences(stands, resources, briefed, feared, carried, due),
            ],
            known,
        ),
    }
    return render(request, "cycle/preparation.html", told)
