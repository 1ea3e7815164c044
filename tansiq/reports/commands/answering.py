"""Answering a call at one go: many answers, one act for each, all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.efforts.models import Measure
from tansiq.record.acts import Stale, act, alone
from tansiq.release.acting import acting
from tansiq.reports.answering import Answer
from tansiq.reports.commands.filing import file_report
from tansiq.reports.models import Call, Report, ReportDraft
from tansiq.reports.queries import own_standing


@dataclass(frozen=True)
class Filing:
    """One answer, to whom it goes, and which reports of its own member its writer had seen beside it."""

    measure: Measure
    answer: Answer
    readers: Sequence[int]
    evidence_readers: Sequence[int] | None
    seen: str = ""


class NotFiled(ValidationError):
    """One of the answers was refused, and with it all of them."""

    def __init__(self, measure: Measure, why: ValidationError) -> None:
        super().__init__(why.messages)
        self.measure = measure


@act("report.filed")
def file_answers(*, call: Call, filings: Sequence[Filing]) -> Report:
    """File several answers at once, each with its own entry; the last of them is returned.

    Raises:
        Stale: one's own member has answered meanwhile.
        NotFiled: one of them was refused.
    """
    alone(call.pk)
    measures = [one.measure.pk for one in filings]
    standing = {str(row.pk) for row in own_standing(call, measures)}
    if standing - {key for one in filings for key in one.seen.split()}:
        raise Stale(_("Your member has answered meanwhile. Look at what it said before you file this as well."))
    for one in filings:
        try:
            report = file_report(
                call=call,
                measure=one.measure,
                answer=one.answer,
                readers=one.readers,
                evidence_readers=one.evidence_readers,
            )
        except ValidationError as refusal:
            raise NotFiled(one.measure, refusal) from refusal
    return report


def forget_drafts(call: Call, measures: Sequence[Measure]) -> None:
    """What was filed is no draft any more, nor is what a second sending of it kept first."""
    ReportDraft.objects.filter(call=call, measure__in=measures, owner=acting().member).delete()
