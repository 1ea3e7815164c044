"""How an act comes into a run: one after the other, judged by what was done before it, put on record with its entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.queries import Standing, event_of, standing
from tansiq.decisions.silence.refusing import in_words
from tansiq.decisions.texts.models import Paragraph, Question
from tansiq.engines import silence
from tansiq.engines.silence import Run
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader
from tansiq.release.models import PUBLIC, Audience, Member
from tansiq.reviews.commands import OPENERS, within
from tansiq.reviews.papers.models import Document

REFUSED = _("This run is not released to all of these readers.")
Kind, Verdict = SilenceAct.Kind, SilenceAct.Verdict


@dataclass(frozen=True)
class Done:
    """What is done in a run, before it is on record."""

    kind: str
    until: datetime | None = None
    received: datetime | None = None
    words: Words | None = None
    paragraph: Paragraph | None = None
    document: Document | None = None
    plain: bool = False
    electors: Sequence[Member] = ()  # Who is entitled, where silence begins.
    by: Member | None = None  # In whose name a paper objection is entered; else the acting member's.

    @property
    def columns(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {
            "kind": self.kind,
            "until_at": self.until,
            "received_at": self.received,
            "words": self.words,
            "paragraph": self.paragraph,
            "document": self.document,
            "plain": self.plain,
        }

    def told(self, verdict: str) -> dict[str, Any]:
        """As the entry tells it."""
        held: dict[str, Any] = {
            "until": self.until.isoformat() if self.until else None,
            "received": self.received.isoformat() if self.received else None,
            "words": self.words.as_json() if self.words else None,
            "paragraph": str(self.paragraph.pk) if self.paragraph else None,
            "document": self.document.digest if self.document else None,
            "member": self.by.code if self.by else None,
            "electors": [one.code for one in self.electors] or None,
            "attested": self.plain if self.kind == Kind.NOTICE else None,
            "verdict": verdict or None,
        }
        return {"act": self.kind, **{name: value for name, value in held.items() if value is not None}}


def one_at_a_time(question: Question) -> None:
    """Wait until nobody else acts in this run; only who reads it knows by which number one waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"silence {question.pk}"])


def do(kind: str, question: Question, done: Done) -> tuple[SilenceAct, Standing]:
    """Put an act on record after all others of its run; how the run stood before, and the act with its verdict.

    Raises:
        ValidationError: the procedure does not allow it; Stale where the run stands otherwise than was seen.
    """
    act, held = judged(question, done)
    audience = audience_of_act(question, act)
    row = put(question, act, audience)
    append(
        kind, about=row, audience=audience, content={"question": str(question.pk), **done.told(act.verdict)}, first=True
    )
    return row, held


def judged(question: Question, done: Done) -> tuple[SilenceAct, Standing]:
    """What an act would be if it came upon the record now, and how the run stands; others wait until this is over.

    Raises:
        ValidationError: the procedure does not allow it; Stale where the run stands otherwise than was seen.
    """
    if question.way != Question.Way.SILENCE:
        raise ValidationError(_("This text is not put under silence."))
    one_at_a_time(question)
    held = standing(question)
    act = SilenceAct(question=question, created_at=clock.now(), **done.columns)
    act.owner_id, act.said_by_id = acting().member, done.by.pk if done.by else acting().member
    with in_words():
        after = silence.after(strictly(held), event_of(act))
    act.verdict = verdict_of(held.run, after) if done.kind in silence.BREAKS else ""
    return act, held


def put(question: Question, act: SilenceAct, audience: Audience) -> SilenceAct:
    """The row of an act, counted among those that the same readers see."""
    given = ownership(audience) | {"said_by_id": act.said_by_id}
    for name, value in given.items():
        setattr(act, name, value)
    act.turn = SilenceAct.objects.filter(question=question, audience=audience).count()
    with within(REFUSED):
        act.save(force_insert=True)
    return act


def strictly(held: Standing) -> Run:
    """The run, for an act of somebody that must be entitled itself, with its words where the rule asks for them."""
    entitled = frozenset(str(one.member_id) for one in held.electors)
    terms = held.run.terms
    strict = {**vars(terms), "entitled": entitled, "wants_words": held.question.ruled.reasons}
    return Run(**{**vars(held.run), "terms": type(terms)(**strict)})


def verdict_of(before: Run, after: Run) -> str:
    """What became of a break."""
    if len(after.late) > len(before.late):
        return Verdict.LATE
    return Verdict.CONTESTS if len(after.contests) > len(before.contests) else Verdict.BREAKS


def audience_of_act(question: Question, act: SilenceAct) -> Audience:
    """Who reads an act: all who read the question; who broke, only the chair, unless the body's rule shows it (R-S10).

    What came late is shown to the chair alone (R-S6); what is only prepared, to the own member.
    """
    if act.kind == Kind.PREPARED:
        return audience_of({own_reader()})
    hidden = act.verdict == Verdict.LATE or (act.verdict != "" and not question.ruled.breaker_shown)
    return narrow(question, act) if hidden else question.audience


def narrow(question: Question, act: SilenceAct) -> Audience:
    """The member whose word it is, and the two offices."""
    readers = {*question.audience.readers}
    told = Member.objects.filter(code__in=OPENERS, kind=Member.Kind.OFFICE) | Member.objects.filter(
        pk__in=[act.said_by_id]
    )
    named = {one.reader for one in told}
    heads = {one.heads for one in told if one.heads in readers and one.reader not in readers}
    seen = named if PUBLIC in readers else {one for one in named if one in readers} | heads
    return audience_of({own_reader(), *seen})


def by_chair() -> None:
    """Refuse what belongs to the chair alone."""
    offices.only(offices.CHAIR)
