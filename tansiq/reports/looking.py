"""Looking at files before anything is filed: what each would bring, or why it is left outside; nothing is stored."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tansiq.engines.workbook import FORM, Checked, Flaw, Refused, Sheet, check
from tansiq.engines.workbook.apart import apart
from tansiq.engines.workbook.checking import whose
from tansiq.release.models import Member
from tansiq.reports.brought import Brought, Plan, plan, readers_of
from tansiq.reports.models import Call, Report
from tansiq.reports.opening import words_of
from tansiq.reports.workbooks import Questions, lexicon

LONGEST_NAME = 80
LANGUAGES = ("ar", "en")


@dataclass(frozen=True)
class Sent:
    """One file as it was sent: its name fit to be shown, its digest, and its cells or why there are none."""

    name: str
    digest: str
    sheet: Sheet | None = None
    refused: str = ""
    row: int = 0

    def as_json(self) -> dict[str, Any]:
        """For the way through the page."""
        return {"name": self.name, "digest": self.digest, "sheet": self.sheet.as_json() if self.sheet else None}

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> "Sent":
        """The same again."""
        return cls(held["name"], held["digest"], Sheet.from_json(held["sheet"]))


@dataclass
class Looked:
    """One file, whose it is, and what taking it in would do."""

    sent: Sent
    of_reporter: Questions | None = None
    brought: Brought | None = None
    checked: Checked = field(default_factory=Checked)
    plan: Plan = field(default_factory=Plan)
    refused: str = ""
    row: int = 0

    @property
    def flaws(self) -> Sequence[Flaw]:
        """What is wrong with its cells, in the order of its rows."""
        return sorted([*self.checked.flaws, *self.plan.flaws], key=lambda flaw: (flaw.number, flaw.place))

    @property
    def can_be_taken(self) -> bool:
        """Whether it would be taken in, and bring anything."""
        return not self.refused and not self.flaws and bool(self.plan.rows)

    @property
    def is_known(self) -> bool:
        """Whether all that it says stands already."""
        return not self.refused and not self.flaws and not self.plan.rows

    @property
    def overruled(self) -> int:
        """How many answers look unlikely, and say why they are right."""
        return sum(bool(row.doubt) for row in self.checked.rows)


def shown(name: str) -> str:
    r"""The name of a file as a page may show it: its last step, without what turns or hides letters.

    >>> shown("../a\u202excod.exe"), shown("C:\\b.xlsx"), shown("")
    ('a\ufffdxcod.exe', 'b.xlsx', '?')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in last)[-LONGEST_NAME:].strip() or "?"


def received(files: Iterable[tuple[str, bytes]]) -> list[Sent]:
    """The files of one sending, read apart from this process."""
    made = []
    with apart() as reader:
        for name, content in files:
            digest = hashlib.sha256(content).hexdigest()
            try:
                made.append(Sent(shown(name), digest, reader.read(content)))
            except Refused as refused:
                made.append(Sent(shown(name), digest, refused=refused.code, row=refused.row))
    return made


@dataclass(frozen=True)
class Desk:
    """Where files are taken in: the call, who may answer by file here, and to whom what they say is released."""

    call: Call
    asked: Mapping[str, Questions]
    own: Member | None  # The one member that sends its own; None where the secretariat enters others' answers.
    readers: Sequence[int]
    reason: str
    language: str

    def look_at(self, files: Sequence[Sent]) -> list[Looked]:
        """What taking these files in would do, each after the one before."""
        made = [self._read(sent) for sent in files]
        seen: set[str] = set()
        for one in made:
            if one.of_reporter and not one.refused:
                code = one.of_reporter.member.code
                one.refused = "again" if code in seen else ""
                seen.add(code)
        stands: dict[Any, list[Report]] = defaultdict(list)
        members = [one.of_reporter.member.pk for one in made if one.of_reporter]
        for report in words_of(self.call, members):
            stands[report.said_by_id].append(report)
        for one in made:
            if one.of_reporter and one.brought and not one.refused:
                member = one.of_reporter.member
                to = readers_of(member, self.readers)
                one.plan = plan(one.of_reporter, one.brought, stands[member.pk], to)
        return made

    def _read(self, sent: Sent) -> Looked:
        """A file's rows, once it is known whose they are."""
        if sent.sheet is None:
            return Looked(sent, refused=sent.refused, row=sent.row)
        try:
            call, code, form, language = whose(sent.sheet, lexicon())
            of_reporter = self._reporter(call, code, form)
            checked = check(sent.sheet, of_reporter.asked, lexicon(), (self.call.period_from, self.call.period_until))
        except Refused as refused:
            return Looked(sent, refused=refused.code, row=refused.row)
        spoken = language if language in LANGUAGES else self.language
        brought = Brought(sent.name, sent.digest, spoken, checked.rows, self.reason)
        return Looked(sent, of_reporter, brought, checked)

    def _reporter(self, call: str, code: str, form: str) -> Questions:
        """Whose answers a file holds: its own word for it must fit who sends it, and this call."""
        if form != FORM:
            raise Refused("version")
        if call and call != str(self.call.pk):
            raise Refused("other_call")
        if self.own is not None:
            if code not in ("", self.own.code):
                raise Refused("other_member")
            code = self.own.code
        if not code:
            raise Refused("whose")
        if code not in self.asked:
            raise Refused("not_asked")
        return self.asked[code]
