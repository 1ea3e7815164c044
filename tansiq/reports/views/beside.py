"""What is done beside a report: it is asked about, explained, ruled on, confirmed; the report stays as it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tansiq.efforts import wording as figures
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Request, for_members
from tansiq.release.wording import chip, stripe
from tansiq.reports import queries, states
from tansiq.reports.commands.asking import ask_about, confirm_report, reply_to, rule_on
from tansiq.reports.forms.beside import QuestionForm, ReplyForm, RulingForm
from tansiq.reports.models import Query, Report
from tansiq.reports.views.report import may


@dataclass(frozen=True)
class Saying:
    """What a form beside a report is called, what it does, and what is said once it is done."""

    title: Any
    does: Any
    button: Any
    done: Any


ASK = Saying(
    _("Ask about a report"),
    _("The report stands as it was filed. All who read it read your question and the answer."),
    _("Ask"),
    _("Your question stands beside the report."),
)
REPLY = Saying(
    _("Answer a question"),
    _("All who read the question read your answer. If the figure itself was wrong, restate the report."),
    _("Answer"),
    _("Your answer stands beside the report."),
)
RULE = Saying(
    _("Accept a report or hand it back"),
    _("A report to this call counts once it has been accepted. Every ruling stays beside it, with its reason."),
    _("Put the ruling on the record"),
    _("The ruling stands beside the report."),
)
CONFIRM = Saying(
    _("Confirm what was entered on your word"),
    _("All who read the report will read that your member confirms it. If it is wrong, correct it instead."),
    _("Confirm it"),
    _("All who read the report now read that your member confirms it."),
)


@for_members
def report_ask(request: Request, key: UUID) -> HttpResponse:
    """Ask about a report of another."""
    found = _for(request, key, "ask")
    form = QuestionForm(sent_to(request))
    return _said(request, found, form, ASK, lambda: ask_about(report=found, text=form.words()))


@for_members
def report_reply(request: Request, key: UUID) -> HttpResponse:
    """Answer a question about a report of one's own."""
    query = get_object_or_404(Query.objects.select_related("audience", "owner", "report"), pk=key)
    found = _for(request, query.report_id, "reply")
    form = ReplyForm(sent_to(request))
    return _said(request, found, form, REPLY, lambda: reply_to(query=query, text=form.words()), about=query)


@for_members
def report_rule(request: Request, key: UUID) -> HttpResponse:
    """Accept a report, or hand it back with the reason."""
    found = _for(request, key, "rule")
    form = RulingForm(sent_to(request))

    def rule() -> None:
        rule_on(reports=[found], verdict=form.cleaned_data["verdict"], reason=form.reason())

    return _said(request, found, form, RULE, rule)


@for_members
def report_confirm(request: Request, key: UUID) -> HttpResponse:
    """Confirm what another entered on my member's word."""
    found = _for(request, key, "confirm")
    return _said(request, found, Form(sent_to(request)), CONFIRM, lambda: confirm_report(report=found))


def _for(request: Request, key: UUID, what: str) -> Report:
    """A report beside which the acting member may do this; hidden and absent ones are not there alike."""
    found = queries.report(key)
    if not may(request, found).get(what):
        raise PermissionDenied
    return found


def _said(  # noqa: PLR0913 -- what is said, where, and what it is called
    request: Request,
    report: Report,
    form: Form,
    saying: Saying,
    do: Callable[[], object],
    *,
    about: Query | None = None,
) -> HttpResponse:
    """Show a form beside a report, and do what it was sent for."""
    status = OK
    if sent_to(request) is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                do()
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, str(saying.done))
                return HttpResponseRedirect(reverse("report", args=[report.pk]))
    given = {
        "report": report,
        "query": about,
        "form": form,
        "saying": saying,
        "to": chip(report.audience),
        "figures": figures,
        "wording": states,
        "stripe": stripe([report.audience, report.call.audience, report.measure.audience, *_asked(about)]),
    }
    return render(request, "reports/say.html", given, status=status)


def _asked(query: Query | None) -> list[Any]:
    return [query.audience] if query else []
