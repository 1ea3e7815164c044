"""Files as members send them back, for tests: read, checked and taken in as the pages do it."""

import hashlib
from collections.abc import Sequence

from tansiq.engines.workbook import check
from tansiq.engines.workbook.reading import read
from tansiq.release.acting import acting_as
from tansiq.reports.brought import Brought
from tansiq.reports.commands.taking_in import take_in
from tansiq.reports.models import Call
from tansiq.reports.workbooks import lexicon, questions
from tests.reports.reported import SLUGS
from tests.secretariat import readers
from tests.world import token


def brought(call: Call, of_reporter, content: bytes, reason: str = "") -> Brought:
    found = check(read(content), of_reporter.asked, lexicon(), (call.period_from, call.period_until))
    assert found.flaws == ()
    return Brought("answers.csv", hashlib.sha256(content).hexdigest(), "en", found.rows, reason)


def bring(
    call: Call, code: str, *lines: str, by: str = "", to: Sequence[str] = ("secretariat",), reason: str = ""
) -> Call:
    """A file of a member's answers, taken in by its head or by another."""
    with acting_as(token(SLUGS.get(by or code, by))):
        of_reporter = questions(call)[code]
        file = brought(call, of_reporter, "\n".join(lines).encode(), reason)
        return take_in(call=call, of_reporter=of_reporter, brought=file, readers=readers(*to))
