"""Remarks: made on a review, read, corrected, and released to more readers."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members.circles import circles
from tansiq.record.acts import is_own
from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.record.queries import entries_on
from tansiq.record.wording import told
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews import queries
from tansiq.reviews.commands import KIND, correct_remark, make_remark, release_remarks
from tansiq.reviews.forms import CorrectionForm, RemarkForm
from tansiq.reviews.models import Remark
from tansiq.reviews.widening.forms import Held
from tansiq.reviews.widening.pages import preview as preview_of
from tansiq.reviews.widening.pages import widening


@for_members
def remark_make(request: Request, key: UUID) -> HttpResponse:
    """The form to remark on a review: in one's own words, and to whom in one click."""
    review = get_object_or_404(queries.reviews(), pk=key)
    known = everyone()
    sent = sent_to(request)
    circle = queries.circle_of(review, known.values())
    offered = circles(request.coalition, known.values())
    form = RemarkForm(sent, kind=KIND, circle=circle, circle_name=review.body.name.plain(), circles=offered)
    status, preview = OK, None
    if sent is not None:
        only_fields(request, form, "preview")
        status = BAD
        if form.is_valid() and "preview" in sent:
            status, preview = OK, preview_of(form.cleaned_data["readers"], known)
        elif form.is_valid():
            try:
                remark = make_remark(review=review, text=form.words(), readers=form.cleaned_data["readers"])
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("Your remark stands on the record. %(release)s.") % _released(remark))
                return HttpResponseRedirect(f"{reverse('review', args=[key])}#remarks")
    given = {"review": review, "form": form, "preview": preview, "stripe": stripe([review.audience], known)}
    return render(request, "reviews/remark_make.html", given, status=status)


def _released(remark: Remark) -> dict[str, str]:
    return {"release": chip(remark.audience).sentence}


def remark(request: Request, key: UUID) -> HttpResponse:
    """One remark: its words, to whom it is released, and what was done about it that I may see."""
    found = get_object_or_404(queries.remarks(), pk=key)
    known = everyone()
    page = page_of(request, entries_on(key))
    return render(
        request,
        "reviews/remark.html",
        {
            "remark": found,
            "own": request.acting.member == found.owner_id,
            "to": chip(found.audience, known),
            "owner": next(member for member in known.values() if member.pk == found.owner_id),
            "page": page,
            "entries": told(list(page), known),
            "stripe": stripe([found.audience, found.review.audience], known),
        },
    )


@for_members
def remark_correct(request: Request, key: UUID) -> HttpResponse:
    """Other words for a remark of one's own; where it was changed meanwhile, both texts."""
    found = _own_remark(key)
    sent = sent_to(request)
    form = CorrectionForm.of(found) if sent is None else CorrectionForm(sent)
    status = OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                correct_remark(remark=found, text=form.words(), version=form.saw())
            except ValidationError as refusal:
                found = _own_remark(key)
                form = form.seeing(found.version)
                status = refused(form, refusal)
            else:
                messages.success(request, _("The corrected words stand; the former ones stay on the record."))
                return HttpResponseRedirect(reverse("remark", args=[key]))
    given = {"remark": found, "form": form, "stale": status == STALE, "stripe": stripe([found.audience])}
    return render(request, "reviews/remark_correct.html", given, status=status)


@for_members
def remark_release(request: Entered, key: UUID) -> HttpResponse:
    """More readers for a remark of one's own."""

    def look() -> Held:
        found = get_object_or_404(queries.remarks(), pk=key)
        circle = (found.review.body.name.plain(), queries.circle_of(found.review, everyone().values()))
        return Held(found, found.version, KIND, (found.review.audience,), circle)

    def do(readers: Sequence[int], version: int) -> Remark:
        return release_remarks(remarks=[_own_remark(key)], readers=readers, version=version)

    return widening(request, look, do, "remark", lambda one: {"remark": one}, lambda one: [one.review.audience])


def _own_remark(key: UUID) -> Remark:
    """A remark of the acting member; another member's is refused, a hidden and an absent one are not there alike."""
    found = get_object_or_404(queries.remarks(), pk=key)
    if not is_own(found):
        raise PermissionDenied
    return found
