"""Reports in words: what was answered, and how a report stands."""

from typing import Any, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tansiq.efforts import wording
from tansiq.languages.words import plain
from tansiq.reports.models import Call, Report


class State(NamedTuple):
    """How a report stands: its code, its word, and the tone in which a page says it."""

    code: str
    word: Any
    tone: str = ""


STATES = {
    one.code: one
    for one in (
        State("restated", _("restated by a later one")),
        State("accepted", _("accepted")),
        State("handed_back", _("handed back"), "warn"),
        State("waiting", _("waits to be accepted"), "doubt"),
        State("filed", _("stands as it was filed")),
    )
}


def state_of(report: Report, call: Call) -> State:
    """How a report stands, as far as the reader may see."""
    if report.restated:  # type: ignore[attr-defined] # queries.reports
        return STATES["restated"]
    if call.way == Call.Way.CLARIFICATION:
        return STATES["filed"]
    return STATES[report.verdict or "waiting"]  # type: ignore[attr-defined] # as above


def answer_of(report: Report) -> SafeString | str:
    """What was answered: a figure whole, or why there is none."""
    return wording.said(report.figure) if report.figure else report.get_answer_display()


def answer_plainly(report: Report) -> str:
    """The same for a title."""
    return wording.said_plainly(report.figure) if report.figure else report.get_answer_display()


def title_of(report: Report) -> str:
    """A report by what it answers and whose it is."""
    reporter = report.said_by
    return f"{plain(report.measure.name)} · {reporter.name.plain() if reporter else ''}"
