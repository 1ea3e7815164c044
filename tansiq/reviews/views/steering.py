"""Letting a review enter its next phase, or an earlier one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_office
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reviews import queries
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Phase
from tansiq.reviews.phases import course, enter_phase
from tansiq.reviews.steering_forms import PhaseForm


@for_office(*OPENERS)
def phase(request: Entered, key: UUID) -> HttpResponse:
    """The phases that a review went through, back and forth, and the form to enter another."""
    review = get_object_or_404(queries.reviews(), pk=key)
    phases, known = list(queries.phases_of(key)), everyone()
    sent, status = sent_to(request), OK
    form = PhaseForm(sent, now=phases[-1].step if phases else "")
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                entered = enter_phase(review=review, **form.cleaned_data)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("The review is now in this phase: %(phase)s.") % _named(entered))
                return HttpResponseRedirect(reverse("review", args=[key]))
    given = {
        "review": review,
        "form": form,
        "course": course(phases),
        "phases": phases[::-1],
        "known": {member.pk: member for member in known.values()},
        "stripe": stripe([review.audience, review.body.audience, *(one.audience for one in phases)], known),
    }
    return render(request, "reviews/phase.html", given, status=status)


def _named(phase: Phase) -> dict[str, str]:
    return {"phase": phase.get_step_display()}
