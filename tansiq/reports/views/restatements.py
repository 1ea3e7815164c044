"""Who restated what, and when: each pair side by side, with the reason."""

from django.http import HttpResponse
from django.shortcuts import render

from tansiq.efforts import wording as figures
from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.models import Audience
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reports import restated, states
from tansiq.reports.forms.listing import RestatementsFilter
from tansiq.reports.models import Restatement

SIZE = 20


def restatements(request: Request) -> HttpResponse:
    """What was restated, the newest first; only where both reports are released to the reader."""
    known = everyone()
    measures = restated.restated_measures()
    members = [member for member in known.values() if not member.is_office]
    form = RestatementsFilter(request.GET, members=members, measures=measures)
    given = asked(request, form)
    rows = restated.restatements()
    if "member" in given:
        rows = rows.filter(later__said_by__code=given["member"])
    if "measure" in given:
        rows = rows.filter(later__measure=given["measure"])
    page = page_of(request, rows, SIZE)
    shown = [audience for one in page for audience in _audiences(one)]
    told = {
        "form": form,
        "kept": given.kept,
        "page": page,
        "figures": figures,
        "wording": states,
        "stripe": stripe([*shown, *(one.audience for one in measures)], known),
    }
    return render(request, "reports/restatements.html", told)


def _audiences(link: Restatement) -> list[Audience]:
    """Who may read each thing that stands in a pair."""
    sides = (link.earlier, link.later)
    bases = [one.figure.base.audience for one in sides if one.figure and one.figure.base]
    return [
        link.audience,
        link.later.measure.audience,
        link.later.call.audience,
        *(one.audience for one in sides),
        *bases,
    ]
