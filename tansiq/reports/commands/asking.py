"""What stands beside a report: questions and answers, rulings, confirmations, and what two reporters both counted."""

from collections.abc import Sequence
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.models import Member
from tansiq.reports.commands.calling import CALLERS
from tansiq.reports.models import Call, Confirmation, Overlap, OverlapAgreement, Query, Reply, Report, Ruling


@act("report.asked_about")
def ask_about(*, report: Report, text: Words) -> Query:
    """Ask about a report, before all who read it; it stands as it was filed."""
    if acting().member == report.said_by_id:
        raise ValidationError(_("This is your own report. Restate it, or answer what others ask."))
    query = Query.objects.create(report=report, text=text, **ownership(report.audience))
    append(
        "report.asked_about",
        about=query,
        audience=report.audience,
        content={"report": str(report.pk), "text": text.as_json()},
        first=True,
    )
    return query


@act("report.explained")
def reply_to(*, query: Query, text: Words) -> Reply:
    """Answer a question about one's own report, before all who read the question."""
    if acting().member != query.report.said_by_id:
        raise PermissionDenied
    reply = Reply.objects.create(query=query, text=text, **ownership(query.audience))
    append(
        "report.explained",
        about=reply,
        audience=query.audience,
        content={"query": str(query.pk), "text": text.as_json()},
        first=True,
    )
    return reply


@act("reports.ruled_on")
def rule_on(*, reports: Sequence[Report], verdict: str, reason: Words | None) -> Ruling:
    """Accept reports, or hand them back with the reason, as one act: all of them, or none.

    Raises:
        ValidationError: a report's call rules on none, or its own author would accept it.
    """
    if acting().code not in CALLERS or not reports:
        raise PermissionDenied
    if verdict == Ruling.Verdict.HANDED_BACK and reason is None:
        raise ValidationError(_("Say why it is handed back: the reason stays beside the report."))
    made = []
    for report in reports:
        if report.call.way != Call.Way.ACCEPTANCE:
            raise ValidationError(_("Reports to this call stand as they were filed; ask about one instead."))
        if report.owner_id == acting().member and not report.call.own_acceptance:
            raise ValidationError(_("Whoever filed a report does not accept it."))
        ruling = Ruling.objects.create(report=report, verdict=verdict, reason=reason, **ownership(report.audience))
        append(
            "reports.ruled_on",
            about=ruling,
            audience=report.audience,
            content={
                "report": str(report.pk),
                "verdict": verdict,
                "reason": reason.as_json() if reason else None,
            },
            first=True,
        )
        made.append(ruling)
    return made[0]


@act("report.confirmed")
def confirm_report(*, report: Report) -> Confirmation:
    """Confirm what was entered on the acting member's word."""
    if acting().member != report.said_by_id or not report.on_behalf:
        raise PermissionDenied
    if Confirmation.objects.filter(report=report).exists():
        raise ValidationError(_("This was confirmed already."))
    confirmed = Confirmation.objects.create(report=report, **ownership(report.audience))
    append(
        "report.confirmed", about=confirmed, audience=report.audience, content={"report": str(report.pk)}, first=True
    )
    return confirmed


@act("overlap.stated")
def state_overlap(  # noqa: PLR0913 -- what two reporters both counted
    *, call: Call, measure: Measure, other: Member, value: Decimal, note: Words | None, readers: Sequence[int]
) -> Overlap:
    """Say how much another reporter counts too; it is taken off a total once that one agrees."""
    if other.pk == acting().member:
        raise ValidationError(_("An overlap is of two reporters."))
    audience = audience_for({*readers, other.reader} if 0 not in readers else readers)
    with within_its_release():
        overlap = Overlap.objects.create(
            call=call, measure=measure, other=other, value=value, note=note, **ownership(audience)
        )
    append(
        "overlap.stated",
        about=overlap,
        audience=audience,
        content={
            "call": str(call.pk),
            "measure": str(measure.pk),
            "other": other.code,
            "value": str(value),
            "note": note.as_json() if note else None,
        },
        first=True,
    )
    return overlap


@act("overlap.agreed")
def agree_overlap(*, overlap: Overlap) -> OverlapAgreement:
    """Agree to what another reporter says that both counted."""
    if overlap.other_id != acting().member:
        raise PermissionDenied
    if OverlapAgreement.objects.filter(overlap=overlap).exists():
        raise ValidationError(_("This was agreed to already."))
    agreed = OverlapAgreement.objects.create(overlap=overlap, **ownership(overlap.audience))
    append("overlap.agreed", about=agreed, audience=overlap.audience, content={"overlap": str(overlap.pk)}, first=True)
    return agreed
