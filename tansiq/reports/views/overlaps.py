"""What two reporters both counted: stated by one, agreed to by the other, and only then taken off a total."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.languages.amounts import Amount, told
from tansiq.record.answers import BAD, OK, refused, sent_to, status_of
from tansiq.release.asking import only_fields
from tansiq.release.doors import Request, for_members
from tansiq.release.models import Audience
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reports import queries
from tansiq.reports.commands.asking import agree_overlap, state_overlap
from tansiq.reports.forms.overlaps import OverlapForm
from tansiq.reports.models import Call, Overlap


def overlaps(request: Request, key: UUID) -> HttpResponse:
    """What two reporters to a call both counted, agreed to or not yet; agreeing to it."""
    call = queries.call(key)
    refusal = ""
    status = OK
    if sent_to(request) is not None:
        try:
            return _agree(request, call)
        except ValidationError as why:
            refusal, status = " ".join(why.messages), status_of(why)
    known = everyone()
    page = page_of(request, queries.overlaps_in(call))
    member = request.acting.member if request.acting else None
    given = {
        "call": call,
        "page": page,
        "rows": [(one, _counted(one), chip(one.audience, known), member == one.other_id) for one in page],
        "may_state": _may_state(request, call),
        "refusal": refusal,
        "stripe": stripe([call.audience, *_shown(page)], known),
    }
    return render(request, "reports/overlaps.html", given, status=status)


def _agree(request: Request, call: Call) -> HttpResponse:
    """Agree to one of them; another's, a hidden and an absent one are not there alike."""
    if request.acting is None or request.acting.member is None:
        raise PermissionDenied
    try:
        item = UUID(request.POST.get("item", ""))
    except ValueError as malformed:
        raise BadRequest from malformed
    agree_overlap(overlap=get_object_or_404(queries.overlaps_in(call), pk=item))
    messages.success(request, _("Agreed: it is taken off a total of both."))
    return HttpResponseRedirect(reverse("overlaps", args=[call.pk]))


@for_members
def overlap_state(request: Request, key: UUID) -> HttpResponse:
    """Say how much another reporter counts too."""
    call = queries.call(key)
    if not _may_state(request, call):
        raise PermissionDenied
    measures = [one for one in queries.measures_in(call) if not (one.is_share or one.scale)]
    others = [one for one in queries.asked_members_in(call) if one.pk != request.acting.member]
    sent, status = sent_to(request), OK
    form = OverlapForm(sent, call=call, measures=measures, others=others)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                state_overlap(
                    call=call,
                    measure=next(one for one in measures if str(one.pk) == form.cleaned_data["measure"]),
                    other=next(one for one in others if one.code == form.cleaned_data["other"]),
                    value=form.cleaned_data["value"],
                    note=form.words(),
                    readers=form.cleaned_data["readers"],
                )
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands as you say; it counts once the other reporter agrees."))
                return HttpResponseRedirect(reverse("overlaps", args=[key]))
    given = {"call": call, "form": form, "stripe": stripe([call.audience, *(one.audience for one in measures)])}
    return render(request, "reports/overlap_state.html", given, status=status)


def _may_state(request: Request, call: Call) -> bool:
    """Whoever is asked by a call may say what it counted twice."""
    member = request.acting.member if request.acting else None
    return member is not None and queries.asked_of(call, member).exists()


def _counted(overlap: Overlap) -> str:
    return told(Amount(overlap.value, "none_stated", unit=overlap.measure.unit))


def _shown(rows: Iterable[Overlap]) -> list[Audience]:
    return [audience for one in rows for audience in (one.audience, one.measure.audience)]
