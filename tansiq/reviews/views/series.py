"""A series of reviews: what was agreed against what was held, and the days that its rule proposes next."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_office
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews import cadence, queries
from tansiq.reviews.agenda.told import audiences_of
from tansiq.reviews.agenda.waiting import waiting_at
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Series
from tansiq.reviews.rhythm import rhythm_of_series
from tansiq.reviews.series import change_series, make_series, may_change
from tansiq.reviews.steering_forms import ChangeForm, SeriesForm

SIZE = 20


def series(request: Request, key: UUID) -> HttpResponse:
    """One series: its rule, its reviews by number, each agreed day against what was held, the next days."""
    found = get_object_or_404(queries.all_series(), pk=key)
    known = everyone()
    held = list(queries.in_series(key)[: queries.SERIES])
    page = page_of(request, queries.in_series(key), SIZE)
    former = list(queries.former_rules(key))
    waits = waiting_at(key)
    shown = [found, found.body, *held, *page, *former, *waits]
    given = {
        "series": found,
        "rule": cadence.told(found),
        "kept": cadence.kept(found, held, former),
        "former": [(one, cadence.told(one)) for one in reversed(former)],
        "coming": cadence.coming(found),
        "rhythm": rhythm_of_series(found, held[::-1], former),
        "page": page,
        "waiting": waits,
        "known": {member.pk: member for member in known.values()},
        "may_open": request.acting.code in OPENERS,
        "may_change": request.acting.member is not None and may_change(found),
        "stripe": stripe([*(one.audience for one in shown), *audiences_of(one.item for one in waits)], known),
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
            given = {name: form.cleaned_data[name] for name in ("level", "name")}
            made = make_series(body=body, rule=form.rule(), **given)
            messages.success(request, _("The series stands on the record. Reviews can be opened in it."))
            return HttpResponseRedirect(reverse("series", args=[made.pk]))
    released = [(body, chip(body.audience, known)) for body in bodies]
    given = {"form": form, "bodies": released, "stripe": own_stripe()}
    return render(request, "reviews/series_make.html", given, status=status)


@for_office(*OPENERS)
def change(request: Entered, key: UUID) -> HttpResponse:
    """The form to let a series come again by another rule; where it was changed meanwhile, both rules."""
    found = _changeable(key)
    sent, status = sent_to(request), OK
    form = ChangeForm.of(found) if sent is None else ChangeForm(sent)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                change_series(series=found, rule=form.rule(), version=form.saw())
            except ValidationError as refusal:
                found = _changeable(key)
                form = form.seeing(found.version)
                status = refused(form, refusal)
            else:
                messages.success(request, _("The new rule stands. The former one stays on this page, and its days."))
                return HttpResponseRedirect(reverse("series", args=[key]))
    given = {"series": found, "rule": cadence.told(found), "form": form, "stale": status == STALE}
    stands = stripe([found.audience, found.body.audience])
    return render(request, "reviews/series_change.html", {**given, "stripe": stands}, status=status)


def _changeable(key: UUID) -> Series:
    """A series that the acting office made; another's is refused, a hidden and an absent one are not there alike."""
    found = get_object_or_404(queries.all_series(), pk=key)
    if not may_change(found):
        raise PermissionDenied
    return found
