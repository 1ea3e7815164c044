"""One review on one page: who was there, what was said, on what it rests, and what members remark on it."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.contributions.wording import amount
from tansiq.cycle.pages.brought import PRESENT, SAID, brought
from tansiq.efforts import wording
from tansiq.languages.numbers import written
from tansiq.press.foretold import due_before, readers_of
from tansiq.press.foretold import tell as tell_foretold
from tansiq.press.models import Statement
from tansiq.press.queries import beside
from tansiq.press.wording import reports
from tansiq.release.doors import Request
from tansiq.release.models import Audience, Released
from tansiq.release.pages import slice_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews import queries
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.phases import course
from tansiq.reviews.replanning import may_replan
from tansiq.reviews.wording import counted, distance, groups, naming, planned, when

REMARKS = 20
DUE = 12  # Forecasts that a review asks about on its page; the list of forecasts holds them all.


def review(request: Request, key: UUID) -> HttpResponse:
    """One review, whole, from what is released to the reader."""
    outcome = brought(key)
    around = queries.neighbourhood(key, outcome.around)
    here = around.here
    there, said, about = outcome.participations, outcome.said, outcome.subjects
    cut = len(there) > PRESENT and request.GET.get("there") != "all"
    if cut:
        there = there[:PRESENT]
    elif len(there) > PRESENT:
        there = list(queries.participations_in(key))
    page = slice_of(request, queries.remarks().filter(review=key), REMARKS)
    known = everyone()
    named = [about[code] for code in here.lines if code in about]
    due = due_before(here, clock.today(), DUE)
    neighbours = [one for one in (around.before, around.after) if one]
    shown = [here, here.body, *([here.series] if here.series else []), *neighbours, *there, *named]
    return render(
        request,
        "cycle/review.html",
        {
            "review": here,
            "may_steer": request.acting.code in OPENERS,
            "may_replan": request.acting.member is not None and may_replan(here, outcome.phases),
            "course": course(outcome.phases),
            "may_attend": request.acting.code in OPENERS or (request.acting.member and outcome.phases),
            "breadth": breadth(len(outcome.asked), len(outcome.reported)) if outcome.asked else "",
            "planned": planned(here, outcome.numbers),
            "when": when(here.starts_on, here.ends_on, here.precision, weekday=True),
            "before": around.before,
            "after": around.after,
            "since": distance(around.before, here),
            "until": distance(here, around.after),
            "groups": groups(there),
            "counted": counted(here),
            "naming": naming(here, there, whole=not cut),
            "cut": cut,
            "lines": named,
            "reports": reports(said[:SAID]),
            "more": len(said) > SAID,
            "subjects": about,
            "brought": outcome,
            "wording": wording,
            "how_much": amount,
            "dated": when,
            "page": page,
            "remarks": [(remark, chip(remark.audience, known)) for remark in page],
            "known": {member.pk: member for member in known.values()},
            "due": [tell_foretold(one, clock.today()) for one in due],
            "stripe": stripe(
                [
                    *_audiences(shown),
                    *_audiences(page),
                    *_of_statements(said),
                    *outcome.audiences,
                    *readers_of(due),
                ],
                known,
            ),
        },
    )


def breadth(asked: int, reported: int) -> str:
    """How many were asked for reports and how many answered, as far as that is released to the reader."""
    told = {"asked": written(asked), "reported": written(reported)}
    return _("asked for reports: %(asked)s · reported: %(reported)s, as far as that is released to you") % told


def _audiences(rows: Iterable[Released]) -> Iterable[Audience]:
    return (row.audience for row in rows)


def _of_statements(said: Iterable[Statement]) -> Iterable[Audience]:
    for one in said:
        yield one.audience
        yield from (other.audience for other in beside(one))
