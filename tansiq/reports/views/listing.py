"""The reports to a call: filtered, accepted or handed back many at once, and what a total of them would need."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import ngettext

from tansiq.efforts import wording as figures
from tansiq.efforts.models import Measure
from tansiq.members import offices
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import Asked, asked, only_fields
from tansiq.release.doors import Request
from tansiq.release.models import Member
from tansiq.release.order import in_order
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone, member_of
from tansiq.release.wording import chip, stripe
from tansiq.reports import queries, states
from tansiq.reports.commands.asking import rule_on
from tansiq.reports.commands.calling import CALLERS
from tansiq.reports.forms.listing import ManyForm, ReportsFilter
from tansiq.reports.models import Call, Report


def call_reports(request: Request, key: UUID) -> HttpResponse:
    """The reports to a call that are released to the reader."""
    call = queries.call(key)
    measures = queries.measures_in(call)
    form = ReportsFilter(request.GET, call=call, measures=measures, members=queries.asked_members_in(call))
    given = asked(request, form)
    known = everyone()
    page = page_of(request, _filtered(call, given))
    may_rule = request.acting is not None and request.acting.code in CALLERS and call.way == Call.Way.ACCEPTANCE
    many, status = None, OK
    if may_rule or sent_to(request) is not None:
        many, status = ManyForm(sent_to(request), reports=page), OK
    if many is not None and many.is_bound:
        answer = _rule(request, call, many, may=may_rule)
        if isinstance(answer, HttpResponse):
            return answer
        status = answer
    chips = {one.audience_id: chip(one.audience, known) for one in page if one.audience_id != call.audience_id}
    shown = {
        "call": call,
        "form": form,
        "kept": given.kept,
        "page": page,
        "rows": [(one, states.state_of(one, call), chips.get(one.audience_id)) for one in page],
        "many": many,
        "ticked": set(many["item"].value() or ()) if many else set(),
        "may_enter": request.acting is not None and request.acting.code == offices.SECRETARIAT,
        "acting_member": request.acting.member if request.acting else None,
        "totals": _totals(call, measures),
        "figures": figures,
        "wording": states,
        "stripe": stripe([call.audience, *(one.audience for one in (*measures, *page)), *_bases(page)], known),
    }
    return render(request, "reports/call_reports.html", shown, status=status)


def _filtered(call: Call, given: Asked) -> QuerySet[Report]:
    rows = queries.reports_in(call)
    if "measure" in given:
        rows = rows.filter(measure=given["measure"])
    if "member" in given:
        rows = rows.filter(said_by__code=given["member"])
    return queries.in_state(rows, given["state"]) if "state" in given else rows


def _rule(request: Request, call: Call, form: ManyForm, *, may: bool) -> HttpResponse | int:
    """The ruling on the ticked reports, all of them or none; else the status of the answer."""
    if not may:
        raise PermissionDenied
    only_fields(request, form)
    if not form.is_valid():
        return BAD
    chosen = list(queries.reports_in(call).filter(pk__in=form.cleaned_data["item"]).select_related(*queries.CALL))
    try:
        rule_on(reports=chosen, verdict=form.cleaned_data["verdict"], reason=form.reason())
    except ValidationError as refusal:
        return refused(form, refusal)
    said = ngettext(
        "The ruling on %(count)s report is on the record.",
        "The ruling on %(count)s reports is on the record.",
        len(chosen),
    )
    messages.success(request, said % {"count": len(chosen)})
    return HttpResponseRedirect(request.get_full_path())


def _totals(call: Call, measures: list[Measure]) -> list[tuple[Measure, list[Member]]]:
    """Before all readers of the call may read a total of a measure: who would have to widen what stands."""
    narrower = queries.narrower_in(call)
    return [(one, in_order(filter(None, map(member_of, narrower[one.pk])))) for one in measures if one.pk in narrower]


def _bases(reports: Any) -> list[Any]:
    return [one.figure.base.audience for one in reports if one.figure and one.figure.base]
