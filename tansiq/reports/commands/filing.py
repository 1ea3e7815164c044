"""Filing a report: for one's own member, or on another's word; and restating what was filed."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.models import Correction, Figure, Measure
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.members.models import Accreditation, Precision
from tansiq.record.acts import Stale, act, alone
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.release.models import Audience, Member
from tansiq.reports.answering import Answer
from tansiq.reports.models import Call, Evidence, Report, ReportDraft, Restatement
from tansiq.reports.queries import clearance_demanded

KIND = "report"  # Under which a member's release habits for reports are kept.


@act("report.filed")
def file_report(  # noqa: PLR0913 -- an answer, to whom, on whose word
    *,
    call: Call,
    measure: Measure,
    answer: Answer,
    readers: Sequence[int],
    evidence_readers: Sequence[int] | None = None,
    on_the_word_of: Member | None = None,
) -> Report:
    """File an answer to a call, to those whom the member chose; the secretariat may enter one on a member's word.

    Raises:
        ValidationError: the answer is released more widely than the call, or the member's head must clear it first.
    """
    audience = audience_for(_with_reporter(readers, on_the_word_of))
    report = _filed(call, measure, answer, audience, on_the_word_of)
    _rest_on(report, answer, evidence_readers)
    ReportDraft.objects.filter(call=call, measure=measure, owner=acting().member).delete()
    remember_choice(KIND, audience)
    append("report.filed", about=report, audience=audience, content=_content(report, answer), first=True)
    return report


@act("report.restated")
def restate_report(
    *,
    report: Report,
    answer: Answer,
    reason: Words,
    readers: Sequence[int],
    evidence_readers: Sequence[int] | None = None,
) -> Report:
    """Answer anew and say why: the former report stays, and whoever reads both sees that this one corrects it."""
    if acting().member not in (report.owner_id, report.said_by_id):
        raise PermissionDenied
    alone(report.call_id)
    if Restatement.objects.filter(earlier=report).exists():
        raise Stale(_("This report was restated already. Restate the one that stands."))
    reporter = report.said_by if report.said_by_id != acting().member else None
    audience = audience_for(_with_reporter(readers, reporter))
    later = _filed(report.call, report.measure, answer, audience, reporter)
    _rest_on(later, answer, evidence_readers)
    both = common_audience(report.audience, audience)
    linked: dict[str, Any] = ownership(both)
    with within_its_release():
        Restatement.objects.create(earlier=report, later=later, reason=reason, **linked)
        if report.figure and later.figure:
            Correction.objects.create(earlier=report.figure, later=later.figure, reason=reason, **linked)
    append(
        "report.restated",
        about=later,
        audience=audience,
        content=_content(later, answer),
        first=True,
    )
    append(
        "report.corrected",
        about=report,
        audience=both,
        content={"by": str(later.pk), "reason": reason.as_json()},
    )
    return later


def _with_reporter(readers: Sequence[int], reporter: Member | None) -> Sequence[int]:
    """Whoever's word it is always reads what was entered on it."""
    return [*readers, reporter.reader] if reporter else readers


def _filed(call: Call, measure: Measure, answer: Answer, audience: Audience, reporter: Member | None) -> Report:
    who = acting()
    if reporter is not None and who.code != offices.SECRETARIAT:
        raise PermissionDenied
    if reporter is None and who.hat != Accreditation.Role.HEAD and clearance_demanded(who.member):
        raise ValidationError(_("Your head of delegation clears reports before they are filed. Your draft is kept."))
    if answer.has_figure == (answer.reason is not None) and answer.answer != Report.Answer.NO_REPORT:
        raise ValidationError(_("Give a figure, or say why there is none."))
    given = ownership(audience)
    if reporter is not None:
        given["said_by_id"] = reporter.pk
    with within_its_release():
        figure = _figure(call, measure, answer, given) if answer.has_figure else None
        return Report.objects.create(
            call=call,
            measure=measure,
            answer=answer.answer,
            figure=figure,
            reason=answer.reason,
            method=answer.method,
            reliability=answer.reliability,
            credibility=answer.credibility,
            overruled=answer.overruled,
            **given,
        )


def _figure(call: Call, measure: Measure, answer: Answer, given: dict[str, Any]) -> Figure:
    """The figure of an answer: what it describes, and that it is stated today."""
    today = clock.today()
    return Figure.objects.create(
        measure=measure,
        base_id=answer.base,
        value=answer.value,
        high=answer.high,
        qualifier=answer.qualifier,
        words=answer.words,
        numerator=answer.numerator,
        denominator=answer.denominator,
        level=answer.level,
        as_of_from=answer.as_of_from or call.period_from,
        as_of_until=answer.as_of_until or call.period_until,
        as_of_precision=Precision.DAY,
        stated_from=today,
        stated_until=today,
        stated_precision=Precision.DAY,
        review=call.review,
        **given,
    )


def _rest_on(report: Report, answer: Answer, readers: Sequence[int] | None) -> None:
    """What a report rests on is released apart from it, and never more widely."""
    if answer.evidence is None:
        return
    audience = report.audience if readers is None else common_audience(audience_for(readers), report.audience)
    with within_its_release():
        evidence = Evidence.objects.create(report=report, words=answer.evidence, **ownership(audience))
    append(
        "evidence.given",
        about=evidence,
        audience=audience,
        content={"report": str(report.pk), "words": answer.evidence.as_json()},
        first=True,
    )


def _content(report: Report, answer: Answer) -> dict[str, Any]:
    """What an entry tells of a report; its evidence, released apart, is not in it."""
    told = answer.as_json()
    told.pop("evidence", None)
    return {
        "call": str(report.call_id),
        "measure": str(report.measure_id),
        "reporter": report.said_by.code if report.said_by else "",
        **told,
    }
