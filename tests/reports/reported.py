"""A call for reports in the small coalition, and what its members answer: for tests of every step that reads them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from tansiq.efforts.models import Measure
from tansiq.release.acting import acting_as
from tansiq.release.models import Member
from tansiq.reports.answering import Answer
from tansiq.reports.commands.calling import call_for_reports
from tansiq.reports.commands.filing import file_report
from tansiq.reports.models import Call, Report
from tests.efforts.measured import Measured
from tests.secretariat import en, readers
from tests.world import token

MEMBERS = ("SH", "WA", "NW")
SLUGS = {"SH": "alif", "WA": "ba", "NW": "jim", "secretariat": "officer"}
UNTIL = date(2026, 6, 1)


def figure(value: str | None = "12", **given: Any) -> Answer:
    """A figure of a round number, as of the end of the period."""
    number = Decimal(value) if value is not None else None
    return Answer(**{"answer": "figure", "value": number, "as_of_from": UNTIL, "as_of_until": UNTIL, **given})


class Reported(Measured):
    """The secretariat as it calls for reports, and the members as they answer."""

    def trained(self, **given: Any) -> Measure:
        return self.counted("trained", *[], name="Persons trained", **{"kind": "flow", "pools": "sum", **given})

    def call(self, *measures: Measure, members: Iterable[str] = MEMBERS, **given: Any) -> Call:
        with acting_as(token("officer")):
            held = {
                "body": self.small_group(),
                "review": self.first(),
                "title": en("Reports of May"),
                "question": None,
                "period": (date(2026, 5, 1), UNTIL),
                "due_at": datetime.fromisoformat("2026-06-20T12:00:00+00:00"),
                "way": Call.Way.CLARIFICATION,
                "own_acceptance": False,
                "readers": readers(*MEMBERS, "secretariat"),
                **given,
            }
            asked = list(Member.objects.filter(code__in=[*members]))
            return call_for_reports(measures=measures, members=asked, **held)

    def overdue(self, *measures: Measure, **given: Any) -> Call:
        """A call of May that was due a day before the instant of the worlds."""
        due = datetime.fromisoformat("2026-06-07T10:00:00+00:00")
        early = SimpleNamespace(now=lambda: due - timedelta(days=9))
        with patch("tansiq.reports.commands.calling.clock", early):
            return self.call(*measures, due_at=due, **given)

    def report(self, call: Call, measure: Measure, code: str, answer: Answer, *codes: str, **given: Any) -> Report:
        """A member's answer, to the readers named, or to itself and the secretariat."""
        with acting_as(token(SLUGS[code])):
            to = readers(*(codes or ("secretariat",)))
            return file_report(call=call, measure=measure, answer=answer, readers=to, **given)
