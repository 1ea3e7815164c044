"""My member's reports to a call, released to more readers in one act: who will read them is shown first."""

import hashlib
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts import wording as figures
from tansiq.members.circles import circles
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.commands import own_reader
from tansiq.release.doors import Request, for_members
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone, readership_of
from tansiq.release.wording import Stripe, chip, names, sentence, stripe
from tansiq.reports import queries, states
from tansiq.reports.commands.filing import KIND
from tansiq.reports.commands.releasing import release_reports
from tansiq.reports.forms.releasing import WithinForm

MOST = 200  # Reports in one act of release.


@for_members
def reports_release(request: Request, key: UUID) -> HttpResponse:
    """All that my member filed to a call and that stands, to more readers of the call."""
    call = queries.call(key)
    known = everyone()
    page = page_of(request, queries.own_put_in(call), MOST)
    form = WithinForm(sent_to(request), kind=KIND, call=call, circles=circles(request.coalition, known.values()))
    status, preview, mark = OK, None, ""
    sent = sent_to(request)
    if sent is not None:
        only_fields(request, form, "confirmed")
        status = BAD
        readers = sorted({*form.cleaned_data["readers"], own_reader()}) if form.is_valid() else []
        mark = hashlib.sha256(repr(readers).encode()).hexdigest()[:24]
        if readers and sent.get("confirmed") != mark:
            of = readership_of(readers, known)
            status, preview = OK, Stripe(sentence(of), names(of), of.public)
        elif readers:
            if not page.object_list:
                raise PermissionDenied
            try:
                release_reports(reports=list(page), readers=readers)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("More readers now read your reports to this call."))
                return HttpResponseRedirect(reverse("call_reports", args=[key]))
    bases = [one.figure.base.audience for one in page if one.figure and one.figure.base]
    given = {
        "call": call,
        "page": page,
        "rows": [(one, chip(one.audience, known)) for one in page],
        "form": form,
        "preview": preview,
        "mark": mark,
        "figures": figures,
        "wording": states,
        "stripe": stripe([call.audience, *(one.audience for one in page), *bases], known),
    }
    return render(request, "reports/release.html", given, status=status)
