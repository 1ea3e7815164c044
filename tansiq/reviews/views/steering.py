"""Letting a review enter its next phase, or an earlier one, and changing its plan before it is published."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_office
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reviews import queries
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.forms import VersionForm
from tansiq.reviews.models import Phase, Review
from tansiq.reviews.phases import course, enter_phase
from tansiq.reviews.replanning import call_off, may_replan, replan_review
from tansiq.reviews.steering_forms import PhaseForm, ReplanForm


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


@for_office(*OPENERS)
def plan(request: Entered, key: UUID) -> HttpResponse:
    """The form to change when and where a review is, or to call it off; where it was changed meanwhile, both plans."""
    review = _replannable(key)
    sent, status = sent_to(request), OK
    off = VersionForm(sent) if sent is not None and "off" in sent else None
    form = ReplanForm.of(review) if sent is None or off else ReplanForm(sent)
    if sent is not None:
        only_fields(request, off or form, "off")
        status = BAD
        if (off or form).is_valid():
            try:
                if off:
                    call_off(review=review, version=off.saw())
                else:
                    replan_review(review=review, when=form.when(), version=form.saw())
            except ValidationError as refusal:
                review = _replannable(key)
                form = ReplanForm.of(review) if off else form.seeing(review.version)
                status = refused(off or form, refusal)
            else:
                messages.success(request, _("The review is called off.") if off else _("The new plan stands."))
                return HttpResponseRedirect(reverse("review", args=[key]))
    given = {"review": review, "form": form, "off": off, "stale": status == STALE}
    stands = stripe([review.audience, review.body.audience])
    return render(request, "reviews/plan.html", {**given, "stripe": stands}, status=status)


def _replannable(key: UUID) -> Review:
    """A review whose plan the acting office may change; of any other there is no such page."""
    found = get_object_or_404(queries.reviews(), pk=key)
    if not may_replan(found, list(queries.phases_of(key))):
        raise Http404
    return found


def _named(phase: Phase) -> dict[str, str]:
    return {"phase": phase.get_step_display()}
