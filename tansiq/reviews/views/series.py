"""A series of reviews: what was agreed against what was held, and the days that its rule proposes next."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_office
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews import cadence, queries
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.rhythm import rhythm_of_series
from tansiq.reviews.series import make_series
from tansiq.reviews.steering_forms import SeriesForm

SIZE = 20
SAID = ("level", "name", "first_on", "every", "unit", "weekday", "nth", "hedged", "skipped", "decides")


def series(request: Request, key: UUID) -> HttpResponse:
    """One series: its rule, its reviews by number, each agreed day against what was held, the next days."""
    found = get_object_or_404(queries.all_series(), pk=key)
    known = everyone()
    held = list(queries.in_series(key)[: queries.SERIES])
    page = page_of(request, queries.in_series(key), SIZE)
    shown = [found, found.body, *held, *page]
    given = {
        "series": found,
        "rule": cadence.told(found),
        "kept": cadence.kept(found, held),
        "coming": cadence.coming(found),
        "rhythm": rhythm_of_series(found, held[::-1]),
        "page": page,
        "may_open": request.acting.code in OPENERS,
        "stripe": stripe([one.audience for one in shown], known),
    }
    return render(request, "reviews/series.html", given)


@for_office(*OPENERS)
def make(request: Entered) -> HttpResponse:
    """The form to make a series of a body's reviews."""
    bodies, known = queries.bodies(), everyone()
    sent, status = sent_to(request), OK
    form = SeriesForm(sent, bodies=bodies)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            body = next(one for one in bodies if str(one.pk) == form.cleaned_data["body"])
            made = make_series(body=body, **{name: form.cleaned_data[name] for name in SAID})
            messages.success(request, _("The series stands on the record. Reviews can be opened in it."))
            return HttpResponseRedirect(reverse("series", args=[made.pk]))
    released = [(body, chip(body.audience, known)) for body in bodies]
    given = {"form": form, "bodies": released, "stripe": own_stripe()}
    return render(request, "reviews/series_make.html", given, status=status)
