"""Reports in words: what a member answered, whole or not at all."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tansiq.efforts.models import Measure
from tansiq.efforts.wording import said
from tansiq.reports.models import Report


def answer(report: Report, measure: Measure) -> SafeString:
    """What was answered: the figure, or that there is none and why."""
    if report.figure is not None:
        return said(report.figure, measure)
    if report.reason is None:
        return format_html("{}", report.get_answer_display())
    return format_html("{}: {}", report.get_answer_display(), report.reason)
