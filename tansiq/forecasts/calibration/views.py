"""The pages of calibrations: one's own, shown to nobody else; those that their authors published; publishing it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.efforts.released import circle_of_today
from tansiq.engines.scoring import FEWEST
from tansiq.forecasts import commands, queries
from tansiq.forecasts.calibration.told import as_figures, calibrated, scored, to_show
from tansiq.members.circles import circles
from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.forms import ReleaseForm
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_circle, own_stripe, stripe

SIZE = 20


def calibration(request: Request) -> HttpResponse:
    """How well probabilities fitted what happened: one's own for one's own people alone, and what others published."""
    own = request.acting.member if request.acting else None
    rows = scored(queries.scored_of(own), clock.today()) if own else []
    held = calibrated(rows)
    page = page_of(request, queries.published(), SIZE)
    known = everyone()
    told = {
        "speaks": own is not None,
        "count": len(rows),
        "fewest": FEWEST,
        "own": to_show(as_figures(held)) if held else None,
        "page": page,
        "rows": [(one, to_show(one.figures)) for one in page],
        "chips": {one.audience_id: chip(one.audience, known) for one in page},
        "stripe": stripe([*(one.audience for one in page), *([own_circle()] if own else [])], known),
    }
    return render(request, "forecasts/calibration.html", told)


@for_members
def calibration_publish(request: Entered) -> HttpResponse:
    """Release one's calibration of today to more than one's own people."""
    held = calibrated(scored(queries.scored_of(request.acting.member), clock.today()))
    if held is None:
        raise PermissionDenied
    known = everyone()
    body, circle = circle_of_today(known.values())
    named = circles(request.coalition, known.values())
    form = ReleaseForm(sent_to(request), kind="calibration", circle=circle, circle_name=body, circles=named)
    figures = as_figures(held)
    if form.is_bound:
        only_fields(request, form)
        if form.is_valid():
            commands.publish_calibration(figures=figures, readers=form.cleaned_data["readers"])
            messages.success(request, _("It stands on the record."))
            return HttpResponseRedirect(reverse("calibration"))
    told = {"form": form, "own": to_show(figures), "stripe": own_stripe()}
    return render(request, "forecasts/calibration_publish.html", told, status=BAD if form.is_bound else OK)
