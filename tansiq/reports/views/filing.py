"""One answer filed by itself: restated with the reason, or entered by the secretariat on a member's word."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts import wording as figures
from tansiq.efforts.models import Measure
from tansiq.members import offices
from tansiq.members.circles import circles
from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.release.asking import asked, only_fields
from tansiq.release.doors import Request, for_members, for_office
from tansiq.release.models import Member
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reports import queries, states
from tansiq.reports.commands.filing import file_report, restate_report
from tansiq.reports.forms.one import AnswerForm
from tansiq.reports.forms.restating import EnterForm, RestateForm, WhoseForm
from tansiq.reports.models import Call, Report


@for_members
def report_restate(request: Request, key: UUID) -> HttpResponse:
    """Answer anew and say why; where a colleague was quicker, both texts, and nothing is typed again."""
    found = queries.report(key)
    if request.acting.member not in (found.owner_id, found.said_by_id):
        raise PermissionDenied
    sent = sent_to(request)
    if sent is None and found.restated:  # type: ignore[attr-defined] # queries.reports
        return HttpResponseRedirect(reverse("report_restate", args=[queries.standing_in_place_of(found).pk]))
    form, status = _restating(request, found), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                later = restate_report(
                    report=found,
                    answer=form.answered(),
                    reason=form.reason_given(),
                    readers=form.cleaned_data["readers"],
                    evidence_readers=form.evidence_readers(_secretariat().reader),
                )
            except ValidationError as refusal:
                found = queries.standing_in_place_of(found)
                form = _restating(request, found)
                status = refused(form, refusal)
            else:
                messages.success(
                    request, _("The report stands as you restated it; the former one stays on the record.")
                )
                return HttpResponseRedirect(reverse("report", args=[later.pk]))
    given = {"report": found, "stale": status == STALE, **_shown(found.call, found.measure, form)}
    given["stripe"] = stripe([found.audience, found.measure.audience, found.call.audience])
    return render(request, "reports/restate.html", given, status=status)


def _restating(request: Request, report: Report) -> RestateForm:
    return RestateForm(
        sent_to(request),
        call=report.call,
        measure=report.measure,
        bases=queries.bases_of([report.measure_id]).get(report.measure_id, []),
        former=report,
        rests_on=queries.evidence_of(report).first(),
        circles=circles(request.coalition, everyone().values()),
    )


@for_office(offices.SECRETARIAT)
def report_enter(request: Request, key: UUID) -> HttpResponse:
    """Enter a report on a member's word: whose and to which question first, then the answer."""
    call = queries.call(key)
    members, measures = queries.asked_members_in(call), queries.measures_in(call)
    whose = WhoseForm(request.GET, members=members, measures=measures)
    given = asked(request, whose)
    member = next((one for one in members if one.code == given.get("member")), None)
    measure = next((one for one in measures if str(one.pk) == given.get("measure")), None)
    shown: dict[str, Any] = {"call": call, "whose": whose, "member": member, "form": None, "status": OK}
    shown["stripe"] = stripe([call.audience, *(one.audience for one in measures)])
    if member is not None and measure is not None:
        answer = _entered(request, call, member, measure)
        if isinstance(answer, HttpResponse):
            return answer
        shown |= answer
        of_members = [one.audience for one in (*answer["there"], *measures)]
        shown["stripe"] = stripe([call.audience, *of_members])
    return render(request, "reports/enter.html", shown, status=shown["status"])


def _entered(request: Request, call: Call, member: Member, measure: Measure) -> HttpResponse | dict[str, Any]:
    """The report entered, or the form for it."""
    sent, status = sent_to(request), OK
    offered = circles(request.coalition, everyone().values())
    form = EnterForm(
        sent, call=call, measure=measure, bases=queries.bases_of([measure.pk]).get(measure.pk, []), circles=offered
    )
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                made = file_report(
                    call=call,
                    measure=measure,
                    answer=form.answered(),
                    readers=form.cleaned_data["readers"],
                    evidence_readers=_with(member, form.evidence_readers(_secretariat().reader)),
                    on_the_word_of=member,
                )
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(
                    request, _("It stands as entered on the member’s word; the member confirms or corrects it.")
                )
                return HttpResponseRedirect(reverse("report", args=[made.pk]))
    there = queries.standing(queries.reports_in(call)).filter(measure=measure, said_by=member)
    return {"status": status, "there": list(there), **_shown(call, measure, form)}


def _with(member: Member, readers: list[int] | None) -> list[int] | None:
    """Whoever's word it is reads on what it rests."""
    return None if readers is None else [*readers, member.reader]


def _secretariat() -> Member:
    return next(one for one in everyone().values() if one.code == offices.SECRETARIAT)


def _shown(call: Call, measure: Measure, form: AnswerForm) -> dict[str, Any]:
    return {"call": call, "measure": measure, "form": form, "figures": figures, "wording": states}
