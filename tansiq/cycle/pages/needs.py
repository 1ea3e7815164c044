"""What needs me: all that waits for whoever acts, on one page."""

from django.http import HttpResponse
from django.shortcuts import render

from tansiq.cycle import wording
from tansiq.cycle.needs import needs
from tansiq.release.doors import Entered, for_members
from tansiq.release.pages import page_of
from tansiq.release.wording import own_stripe
from tansiq.reports.commands.calling import CALLERS


@for_members
def my_needs(request: Entered) -> HttpResponse:
    """What needs my member, or my office: by when, what is late, and where it is done."""
    page = page_of(request, needs())
    given = {
        "page": page,
        "to_do": wording.to_do,
        "calls_out": request.acting.code in CALLERS,
        "stripe": own_stripe(),
    }
    return render(request, "cycle/needs.html", given)
