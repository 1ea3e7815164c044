"""Telling a figure of one's own apart, after it was filed."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts import queries, wording
from tansiq.efforts.commands import dividing
from tansiq.efforts.dividing.forms import PartsForm
from tansiq.efforts.dividing.told import breakdowns
from tansiq.efforts.released import circle_of
from tansiq.record.acts import is_own
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe


@for_members
def parts_add(request: Entered, key: UUID) -> HttpResponse:
    """The form to tell a figure apart; whoever stated it may."""
    found = get_object_or_404(queries.figures().select_related(*queries.WITH, "measure", "measure__audience"), pk=key)
    if not is_own(found):
        raise PermissionDenied
    if dividing.whole_of(found) is None:
        raise Http404
    known = everyone()
    circle = circle_of(found.audience, known)
    form = PartsForm(sent_to(request), kind=dividing.KIND, circle=circle, circle_name=_("All who read the figure"))
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("dimension", "by", "parts", "why_not", "readers")}
            try:
                dividing.add_parts(figure=found, **given)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("The parts stand on the record."))
                return HttpResponseRedirect(f"{reverse('measure', args=[found.measure_id])}#parts")
    told = breakdowns(queries.parts_of([found.pk]))
    shown = [found.audience, found.measure.audience, *(audience for one in told for audience in one.audiences)]
    given = {"figure": found, "form": form, "told": told, "wording": wording, "stripe": stripe(shown, known)}
    return render(request, "efforts/parts_add.html", given, status=status)
