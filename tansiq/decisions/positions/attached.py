"""A text that was adopted here, with what follows it into every rendering: statements, reservations, explanations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from tansiq.decisions.models import Decision
from tansiq.decisions.positions.models import Explanation, Position
from tansiq.decisions.positions.queries import explanations_of, present_at, question_of, voices_of
from tansiq.decisions.silence.queries import said_in
from tansiq.decisions.texts.models import Elector, Question
from tansiq.decisions.texts.queries import electors_of, paragraphs_of
from tansiq.decisions.texts.told import Shown, shown, voice
from tansiq.languages.words import Words
from tansiq.release.models import Audience, Member

ATTACHED = (Position.Kind.STATEMENT, Position.Kind.RESERVATION)


@dataclass(frozen=True)
class Attached:
    """A statement or a reservation, verbatim: of which kind, whose, on which paragraph (None: the whole)."""

    kind: str
    member: Member
    words: Words | None
    paragraph: UUID | None
    audience: Audience


@dataclass(frozen=True)
class Adopted:
    """An adopted text: its paragraphs, what follows each of them (None: the whole), and who was present."""

    question: Question
    paragraphs: Sequence[Shown]
    on: Mapping[UUID | None, Sequence[Attached]]
    explanations: Sequence[Explanation]
    present: Sequence[Member]
    electors: Sequence[Elector]

    @property
    def audiences(self) -> Iterator[Audience]:
        """Who may read it, and what is attached to it."""
        yield from (self.question.audience, self.question.text.audience, self.question.text.body.audience)
        yield from (one.row.audience for one in self.paragraphs)
        yield from (one.audience for attached in self.on.values() for one in attached)
        yield from (one.audience for one in self.explanations)


def adopted(decision: Decision) -> Adopted | None:
    """The text that a decision adopts; None where it rests on a source."""
    found = question_of(decision.text_version_id) if decision.text_version_id else None
    if found is None:
        return None
    rows, electors = paragraphs_of(found.text_version_id), electors_of(found.pk)
    there = present_at(found.review) or set()
    on: dict[UUID | None, list[Attached]] = {}
    for one in _attached(found):
        on.setdefault(one.paragraph, []).append(one)
    return Adopted(
        found,
        shown(rows, [], voice(found.text, found.ruled), first=True),
        on,
        explanations_of(found.pk),
        [one.member for one in electors if one.member_id in there],
        electors,
    )


def _attached(question: Question) -> Iterator[Attached]:
    """What members attached: under silence in its run, in a meeting with their positions."""
    if question.way == Question.Way.SILENCE:
        for said in said_in(question.pk):
            yield Attached(said.get_kind_display(), said.owner, said.words, said.paragraph_id, said.audience)
        return
    for one in voices_of(question.pk):
        if one.now.kind in ATTACHED:
            yield Attached(one.now.get_kind_display(), one.member, one.now.words, one.now.paragraph_id, one.now.opened)
