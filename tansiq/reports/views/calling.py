"""Calling for reports: from a review's page, or between reviews; and the list of calls."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts.models import Measure
from tansiq.members.circles import circles
from tansiq.members.models import Body
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import asked, only_fields
from tansiq.release.commands import own_reader
from tansiq.release.doors import Entered, for_office
from tansiq.release.order import in_order
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone, readership_of
from tansiq.release.wording import Stripe, chip, names, own_stripe, sentence, stripe
from tansiq.reports import queries
from tansiq.reports.commands.calling import CALLERS, call_for_reports
from tansiq.reports.forms.calling import CallFilter, CallForm
from tansiq.reports.models import Call
from tansiq.reports.windows import windows
from tansiq.reviews.models import Review
from tansiq.reviews.queries import bodies, choosable, reviews, subjects

SIZE = 30


def calls(request: HttpRequest) -> HttpResponse:
    """The calls for reports, the last to fall due first; a call's circle reads it."""
    held = _choosable(request.GET.get("review", ""))
    form = CallFilter(request.GET, reviews=held)
    given = asked(request, form)
    page = page_of(request, queries.told_calls().filter(**given), SIZE)
    shown = [*page, *(one.body for one in page), *(one.review for one in page if one.review), *held]
    return render(
        request,
        "reports/calls.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "may_call": _may_call(request),
            "stripe": stripe(one.audience for one in shown),
        },
    )


def _choosable(wanted: str) -> list[Review]:
    """The reviews to which calls were made, and the one that is asked for, though none may have been made to it."""
    held = choosable(Call.objects.filter(review__isnull=False), wanted)
    if not wanted or wanted in {str(one.pk) for one in held}:
        return held
    try:
        return [*held, *reviews().filter(pk=UUID(wanted))]
    except ValueError:
        return held


def _may_call(request: Any) -> bool:
    return request.acting.code in CALLERS


@for_office(*CALLERS)
def review_call(request: Entered, key: UUID) -> HttpResponse:
    """The form to ask for reports to a review."""
    review = get_object_or_404(reviews(), pk=key)
    return _form(request, review.body, review, [review.body])


@for_office(*CALLERS)
def call_make(request: Entered) -> HttpResponse:
    """The form to ask all for reports between reviews, for one of the bodies."""
    held = bodies()
    body = next((one for one in held if str(one.pk) == request.GET.get("body", "")), None)
    if body is None and "body" in request.GET:
        raise Http404
    body = body or next(iter(held), None)
    if body is None:
        return render(request, "reports/call_make.html", {"form": None, "stripe": own_stripe()})
    return _form(request, body, None, held)


def _form(request: Entered, body: Body, review: Review | None, held: list[Body]) -> HttpResponse:
    known, sent = everyone(), sent_to(request)
    members = in_order(member for member in known.values() if not member.is_office and member.left_on is None)
    seats = queries.seated(body, members)
    measures, about = queries.askable(), subjects()
    form = CallForm(
        sent,
        circle=seats,
        circle_name=body.name.plain(),
        circles=circles(request.coalition, known.values()),
        windows=windows(body, review, request.coalition.founded_on if request.coalition else None),
        measures=measures,
        members=members,
        seats=seats,
        way=_way(request.coalition),
        zone=body.zone,
    )
    status, preview = OK, None
    if sent is not None:
        only_fields(request, form, "preview")
        status = BAD
        if form.is_valid() and "preview" in sent:
            status, preview = OK, _preview(form.cleaned_data)
        elif form.is_valid():
            try:
                call = _call(form.cleaned_data, body, review, measures)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("The members are asked. %s.") % chip(call.audience, known).sentence)
                return HttpResponseRedirect(reverse("call", args=[call.pk]))
    given = {
        "form": form,
        "body": body,
        "bodies": held,
        "review": review,
        "preview": preview,
        "lines": [(code, about.get(code), of) for code, of in queries.by_line(measures)],
        "stripe": own_stripe(),
    }
    return render(request, "reports/call_make.html", given, status=status)


def _way(coalition: Any) -> str:
    """What becomes of a report, as the coalition's profile says."""
    way: str = coalition.profile["reports"] if coalition and coalition.profile else Call.Way.CLARIFICATION
    return way


def _call(given: dict[str, Any], body: Body, review: Review | None, measures: list[Measure]) -> Call:
    members = [member for member in everyone().values() if member.code in given["members"]]
    return call_for_reports(
        body=body,
        review=review,
        title=given["title"],
        question=given["question"],
        period=given["period"],
        due_at=given["due"],
        measures=[one for one in measures if str(one.pk) in given["measures"]],
        members=in_order(members),
        way=given["way"],
        own_acceptance=given["own_acceptance"],
        readers=given["readers"],
    )


def _preview(given: dict[str, Any]) -> Stripe:
    """Who will read the reports, before anybody is asked: those chosen, those asked, and whoever asks."""
    known = everyone()
    asked_ones = {member.reader for member in known.values() if member.code in given["members"]}
    readers = given["readers"] if 0 in given["readers"] else {*given["readers"], *asked_ones, own_reader()}
    of = readership_of(readers, known)
    return Stripe(sentence(of), names(of), of.public)
