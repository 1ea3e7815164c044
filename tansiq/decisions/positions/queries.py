"""Reading positions: each member's newest, what it said before, reasons, conditions, and who was present."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from tansiq.decisions.positions.models import Condition, Explanation, Position, Reason
from tansiq.decisions.proxies.models import Proxy
from tansiq.decisions.proxies.queries import spoken_through
from tansiq.decisions.texts.models import Question
from tansiq.engines.clearing import Cleared, clear
from tansiq.engines.deciding import OBJECTS, Result, heard, result
from tansiq.release.models import Member
from tansiq.release.queries import with_audiences
from tansiq.reviews.models import Participation, Review

THERE = (*(Participation.Part.CHAIR, Participation.Part.CO_CHAIR, Participation.Part.HOST), *("present", "represented"))


@dataclass(frozen=True)
class Voice:
    """What a member said last on a question, its reason and conditions, and what it said before."""

    member: Member
    now: Position
    reason: Reason | None
    conditions: tuple[Condition, ...]
    before: tuple[Position, ...]


def voices_of(question: UUID) -> list[Voice]:
    """Each member's voice, as far as it is released; the newest position counts and the others stay."""
    taken = [*Position.objects.filter(question=question).select_related("owner", "paragraph").order_by("owner", "turn")]
    why, wanted = [*Reason.objects.filter(question=question)], conditions_of(question)
    with_audiences([*taken, *why, *wanted], "opened")  # Those that count from the close on.
    held: dict[UUID, list[Position]] = {}
    for one in taken:
        held.setdefault(one.owner_id, []).append(one)
    reasons = {(one.owner_id, one.turn): one for one in why}
    return [
        Voice(
            said[-1].owner,
            said[-1],
            reasons.get((owner, said[-1].turn)),
            tuple(one for one in wanted if (one.owner_id, one.turn) == (owner, said[-1].turn)),
            tuple(said[:-1][::-1]),
        )
        for owner, said in held.items()
    ]


def conditions_of(question: UUID) -> list[Condition]:
    """The wordings by which members lift their objections."""
    rows = Condition.objects.filter(question=question).select_related("owner", "paragraph")
    return list(rows.order_by("paragraph__place", "created_at", "key"))


def turn_of(question: UUID, member: UUID) -> int:
    """How often a member has spoken on a question."""
    return Position.objects.filter(question=question, owner=member).count()


def explaining(question: UUID) -> QuerySet[Explanation]:
    """How members explain their positions, the first first."""
    return Explanation.objects.filter(question=question).select_related("owner").order_by("created_at", "key")


def explanations_of(question: UUID) -> list[Explanation]:
    """All explanations on a question, with those who read them."""
    return with_audiences([*explaining(question)])


@dataclass(frozen=True)
class Heard:
    """What is counted on a question: of each member its position, and who is counted through whom."""

    voices: dict[str, str]
    through: dict[UUID, Proxy]  # Those that count.
    given: dict[UUID, Proxy]  # All that hold, counted or not.
    entitled: int
    present: int | None

    def result(self, question: Question) -> Result:
        """What comes of it under the rule of the question."""
        return result(question.ruled, self.entitled, self.voices, self.present)


def heard_on(question: Question, entitled: set[UUID], voices: Iterable[Voice]) -> Heard:
    """What is counted: each member's own word, else that of the holder of its proxy, where the rule allows proxies."""
    own = {str(one.member.pk): one.now.kind for one in voices if one.member.pk in entitled}
    there = present_at(question.review)
    given = {giver: one for giver, one in spoken_through(question).items() if giver in entitled}
    named = {str(giver): str(one.holder_id) for giver, one in given.items()}
    counted, through = heard(own, named, None if there is None else {str(one) for one in there})
    held = {giver: one for giver, one in given.items() if str(giver) in through}
    return Heard(counted, held, given, len(entitled), None if there is None else len(there & entitled))


def objecting(voices: Iterable[Voice]) -> list[Voice]:
    """The objections that stand."""
    return [one for one in voices if one.now.kind == OBJECTS]


def cleared(voices: Iterable[Voice]) -> tuple[Cleared, dict[str, Condition]]:
    """The fewest wordings that clear all objections that one may see: the same words of a paragraph are one wording."""
    wordings: dict[str, Condition] = {}
    ways: dict[str, list[frozenset[str]]] = {}
    for one in objecting(voices):
        named = {f"{its.paragraph_id}:{sorted(its.text.words.items())}": its for its in one.conditions}
        wordings = {**named, **wordings}
        ways[str(one.member.pk)] = [frozenset(named)] if named else []
    return clear(ways), wordings


def present_at(review: Review | None) -> set[UUID] | None:
    """The members that were present at a meeting, or represented; None where there was no meeting."""
    if review is None:
        return None
    rows = Participation.objects.filter(review=review, part__in=THERE, member__isnull=False)
    return {key for key in rows.values_list("member_id", flat=True) if key}


def question_of(version: UUID) -> Question | None:
    """The question by which a version was adopted."""
    rows = Question.objects.filter(text_version=version, end__outcome="adopted")
    return rows.select_related("audience", "text", "text__body", "review", "review__audience", "end").first()
