"""Closing a call: who has not answered, as far as released to the reader, and the one act that puts it on record."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.record.answers import OK, refused
from tansiq.release.doors import Request
from tansiq.release.order import in_order
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reports import waiting
from tansiq.reports.commands.calling import CALLERS
from tansiq.reports.commands.closing import close_call
from tansiq.reports.models import Call, Closing
from tansiq.reports.queries import calls


def call_closing(request: Request, key: UUID) -> HttpResponse:
    """Who has not answered a call, and whether reporting to it is closed; whoever calls for reports closes it."""
    call = get_object_or_404(calls(), pk=key)
    may_close = request.acting.code in CALLERS
    form, status = Form(), OK
    if request.method == "POST":
        if not may_close:
            raise PermissionDenied
        form = Form(request.POST)
        try:
            close_call(call=call)
        except ValidationError as refusal:
            status = refused(form, refusal)
        else:
            messages.success(request, _("Reporting to this call is closed; who had not answered is on record."))
            return HttpResponseRedirect(reverse("call_closing", args=[call.pk]))
    closing = waiting.closing_of(call)
    rows = _noted(closing) if closing else _missing(call)
    given = {
        "call": call,
        "closing": closing,
        "form": form,
        "is_due": call.due_at <= clock.now(),
        "may_close": may_close,
        "page": page_of(request, rows),
        "stripe": stripe(
            [call.audience, call.body.audience, *(row["audience"] for row in rows if row["audience"])], everyone()
        ),
    }
    return render(request, "reports/closing.html", given, status=status)


def _missing(call: Call) -> list[dict[str, Any]]:
    """Who has not answered now, in the coalition's order."""
    held = {row["pk"]: row for row in waiting.missing_in(call)}
    members = in_order(member for member in everyone().values() if member.pk in held)
    return [
        {"member": one, "asked": held[one.pk]["asks"], "unanswered": held[one.pk]["left"], "audience": None}
        for one in members
    ]


def _noted(closing: Closing) -> list[dict[str, Any]]:
    """Who had not answered when it was closed, as far as that is released to the reader."""
    held = {row.member_id: row for row in closing.missed.select_related("audience")}
    members = in_order(member for member in everyone().values() if member.pk in held)
    return [
        {
            "member": one,
            "asked": held[one.pk].asked,
            "unanswered": held[one.pk].unanswered,
            "audience": held[one.pk].audience,
        }
        for one in members
    ]
