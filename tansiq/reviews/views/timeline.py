"""The reviews one after another, and of one body the agreed rhythm against the real one."""

from django.http import HttpResponse
from django.shortcuts import render

from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reviews import queries
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.forms import TimelineForm
from tansiq.reviews.rhythm import rhythm_of
from tansiq.reviews.wording import tell

SIZE = 20


def timeline(request: Request) -> HttpResponse:
    """The reviews of one body or of all, the newest first."""
    bodies = queries.bodies()
    about = queries.subjects()
    form = TimelineForm(request.GET, bodies=bodies, subjects=about)
    given = asked(request, form)
    body = next((one for one in bodies if str(one.pk) == given.get("body")), None)
    charted = body or next(iter(bodies), None)
    series = queries.series(charted) if charted else []
    asked_for = queries.timeline(body, given.get("line", ""), oldest_first=given.get("order") == "oldest")
    page = page_of(request, asked_for, SIZE)
    known = everyone()
    of_series = list(queries.all_series()[: queries.CHOOSABLE])
    shown = [*of_series, *bodies, *about.values(), *series, *page, *(one for review in page for one in review.chairs)]
    return render(
        request,
        "reviews/timeline.html",
        {
            "form": form,
            "body": body,
            "charted": charted,
            "rhythm": rhythm_of(charted, series) if charted else None,
            "of_series": [one for one in of_series if body is None or one.body_id == body.pk],
            "page": page,
            "rows": [tell(review) for review in page],
            "kept": given.kept,
            "may_open": request.acting.code in OPENERS,
            "known": {member.pk: member for member in known.values()},
            "stripe": stripe([one.audience for one in shown], known),
        },
    )
