"""Spent against moved: what was given beside the measures that it serves, and the form to say whether one moved."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.contributions import wording
from tansiq.contributions.spent import commands, queries
from tansiq.contributions.spent.forms import MovementForm
from tansiq.efforts import wording as measured
from tansiq.efforts.defining.views import to_choose as sources_to_choose
from tansiq.efforts.models import Measure
from tansiq.efforts.queries import measures, with_newest
from tansiq.efforts.released import circle_of
from tansiq.efforts.standing import standing
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.led import led
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.queries import subjects
from tansiq.reviews.wording import when

SIZE = 30
MEASURES = 20


def spent(request: Request, code: str) -> HttpResponse:
    """One line of effort: what was given, and beside it whether what it serves moved; no cause is claimed (R-A10)."""
    line = subjects().get(code)
    if line is None or not line.is_line:
        raise Http404
    known = everyone()
    page = page_of(request, queries.given_to(code), SIZE)
    stands = [standing(one) for one in led(with_newest(measures().filter(line=code)), 0, MEASURES)]
    moved = queries.movements_of(one.measure.pk for one in stands)
    shown = [
        line.audience,
        *(one.audience for one in page),
        *(audience for one in stands for audience in one.audiences),
    ]
    shown += [audience for one in moved for audience in (one.audience, one.source.audience)]
    told = {
        "line": line,
        "page": page,
        "stands": stands,
        "moved": {one.measure.pk: [word for word in moved if word.measure_id == one.measure.pk] for one in stands},
        "serving": {one.measure.pk: [gift for gift in page if gift.measure_id == one.measure.pk] for one in stands},
        "chips": {one.pk: chip(one.audience, known) for one in moved},
        "told": wording,
        "wording": measured,
        "when": when,
        "may_state": request.acting is not None and request.acting.member is not None,
        "stripe": stripe(shown, known),
    }
    return render(request, "contributions/spent.html", told)


@for_members
def measure_moved(request: Entered, key: UUID) -> HttpResponse:
    """The form in which one says whether a measure moved, and by which source that is known."""
    found = get_object_or_404(Measure.objects.select_related("audience"), pk=key)
    given: dict[str, Any] = {
        "sources": {str(one.pk): one for one in sources_to_choose()},
        "kind": commands.KIND,
        "circle": circle_of(found.audience, everyone()),
        "circle_name": _("All who read the measure"),
    }
    form = MovementForm(sent_to(request), **given)
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            said = form.cleaned_data
            try:
                commands.state_movement(
                    measure=found,
                    verdict=said["verdict"],
                    words=form.words(),
                    source=form.sources[said["source"]],
                    as_of=said["as_of"],
                    readers=said["readers"],
                )
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("spent", args=[found.line]))
    beside = {"measure": found, "stripe": stripe([found.audience])}
    return render(request, "contributions/moved.html", {"form": form, **beside}, status=status)
