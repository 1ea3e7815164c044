"""Workbooks out and in: each reporter's own form, and any number of returned files, looked at before they are filed."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq.engines.workbook import archive
from tansiq.languages.numbers import written
from tansiq.languages.ways import language
from tansiq.members import offices
from tansiq.members.circles import circles
from tansiq.record.acts import once
from tansiq.record.answers import BAD, OK, sent_to
from tansiq.release.acting import acting
from tansiq.release.asking import CARRIED, asked, only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Member
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reports.commands.filing import KIND
from tansiq.reports.commands.taking_in import NothingNew, take_in
from tansiq.reports.forms.evidence import narrower
from tansiq.reports.forms.intake import IntakeForm, WorkbookForm
from tansiq.reports.intake_wording import column_of, why_refused, why_wrong
from tansiq.reports.looking import Desk, Looked, Sent, received
from tansiq.reports.models import Call
from tansiq.reports.queries import calls, members_asked
from tansiq.reports.workbooks import Questions, questions, table, workbook

SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_FLAWS = 200  # Of one sending are shown; who mends those sends the file again.
LARGEST_KEPT = 1_800_000  # Octets that go through the page.
SIGNER = Signer(salt="tansiq.reports.intake")


@for_members
def call_workbook(request: Entered, key: UUID) -> HttpResponse:
    """The workbook of one's own member; for the secretariat any reporter's, or those of all in one file."""
    call = get_object_or_404(calls(), pk=key)
    held = _questions(call)
    given = asked(request, WorkbookForm(request.GET, codes=[*held]))
    write, ending, kind = (table, "csv", "text/csv") if given.get("kind") else (workbook, "xlsx", SHEETS)
    wanted = given.get("member", "")
    if wanted or not _enters_for_others():
        code = wanted or request.acting.code
        if code not in held:
            raise Http404
        return _fetched(write(call, held[code]), f"{code}-{call.period_until}.{ending}", kind)
    parts = [(f"{code}-{call.period_until}.{ending}", write(call, one)) for code, one in sorted(held.items())]
    return _fetched(archive.packed(parts), f"{call.period_until}.zip", "application/zip")


def _questions(call: Call) -> dict[str, Questions]:
    """What the acting member may answer by file: its own part, or for the secretariat everybody's."""
    if _enters_for_others():
        return questions(call)
    own = next(member for member in everyone().values() if member.pk == acting().member)
    return questions(call, [own])


def _enters_for_others() -> bool:
    return acting().code == offices.SECRETARIAT


def _fetched(content: bytes, name: str, kind: str) -> HttpResponse:
    held = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
    return HttpResponse(content, content_type=kind, headers=held)


@for_members
def call_intake(request: Entered, key: UUID) -> HttpResponse:
    """Returned files of a call: what each would bring is shown first, then each is taken in whole or not at all."""
    call = get_object_or_404(calls(), pk=key)
    held = _questions(call)
    if not held:
        raise PermissionDenied
    sent = sent_to(request)
    if sent is not None and "kept" in sent:
        return _take_in(request, call, held, str(sent["kept"]))
    known = everyone()
    form = IntakeForm(sent, request.FILES if sent is not None else None, **_offered(request, call, known))
    status = OK
    if sent is not None:
        only_fields(request, form)
        if form.is_valid():
            return _looked_at(request, call, held, form.cleaned_data)
        status = BAD
    page = page_of(request, members_asked(call)) if _enters_for_others() else None
    given = {"call": call, "form": form, "page": page, "stripe": stripe([call.audience], known)}
    return render(request, "reports/intake.html", given, status=status)


def _offered(request: Entered, call: Call, known: dict[int, Member]) -> dict[str, Any]:
    """To whom answers may be released in one click: the call's circle first."""
    circle = [known[reader] for reader in call.audience.readers if reader in known]
    named = circles(request.coalition, known.values())
    return {"kind": KIND, "circle": circle, "circle_name": _("The circle of this call"), "circles": named}


def _looked_at(request: Entered, call: Call, held: dict[str, Questions], given: dict[str, Any]) -> HttpResponse:
    """What each file would bring; nothing is stored: what was read goes back to its reader, signed."""
    files = received((one.name or "", one.read()) for one in given["answers"])
    looked = _desk(call, held, given["readers"], given["reason"]).look_at(files)
    apart = narrower(given["evidence_to"], offices.office(offices.SECRETARIAT).reader)
    kept = SIGNER.sign_object(
        {
            "call": str(call.pk),
            "by": str(request.acting.accreditation),
            "readers": given["readers"],
            "reason": given["reason"],
            "evidence": apart,
            "files": [one.sent.as_json() for one in looked if one.can_be_taken],
        },
        compress=True,
    )
    flaws = [(one, flaw) for one in looked for flaw in one.flaws]
    shown = {
        "call": call,
        "looked": looked,
        "flaws": flaws[:MOST_FLAWS],
        "flaws_beyond": max(0, len(flaws) - MOST_FLAWS),
        "taken": [one for one in looked if one.can_be_taken],
        "kept": kept if len(kept) <= LARGEST_KEPT else "",
        "why_refused": why_refused,
        "why_wrong": why_wrong,
        "column_of": column_of,
        "stripe": stripe([call.audience]),
    }
    return render(request, "reports/intake_looked.html", shown)


def _desk(call: Call, held: dict[str, Questions], readers: list[int], reason: str) -> Desk:
    own = None if _enters_for_others() else next(iter(held.values())).member
    return Desk(call, held, own, readers, reason, language())


def _take_in(request: Entered, call: Call, held: dict[str, Questions], kept: str) -> HttpResponse:
    """Take in what was looked at, as it stands now: each file whole, by one act of its own."""
    if not set(request.POST) <= {"kept", *CARRIED}:
        raise BadRequest
    try:
        opened = SIGNER.unsign_object(kept)
    except BadSignature as forged:
        raise BadRequest from forged
    if opened["call"] != str(call.pk) or opened["by"] != str(request.acting.accreditation):
        raise BadRequest
    desk = _desk(call, held, opened["readers"], opened["reason"])
    looked = desk.look_at([Sent.from_json(one) for one in opened["files"]])
    key = request.POST.get("once", "")
    taking = partial(_taken, call, desk, opened["evidence"])
    rows = [taking(one, key and f"{key}/{number}") for number, one in enumerate(looked)]
    filed = [count for count in rows if isinstance(count, int)]
    if filed:
        told = ngettext("%(count)s file is taken in.", "%(count)s files are taken in.", len(filed))
        messages.success(request, told % {"count": written(len(filed))})
    for one, why in zip(looked, rows, strict=True):
        if isinstance(why, str):
            messages.error(request, f"\u2068{one.sent.name}\u2069: {why}")
    return HttpResponseRedirect(reverse("call_intake", args=[call.pk]))


def _taken(call: Call, desk: Desk, apart: list[int] | None, one: Looked, key: str) -> int | str:
    """How many rows of a file were filed, or why none was."""
    if one.refused or one.flaws or one.of_reporter is None or one.brought is None:
        return _("It cannot be taken in as it stands now. Send it again to see why.")
    try:
        with once(key):
            take_in(
                call=call,
                of_reporter=one.of_reporter,
                brought=one.brought,
                readers=desk.readers,
                evidence_readers=apart,
            )
    except NothingNew:
        return _("All that it says stands already.")
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return len(one.plan.rows)
