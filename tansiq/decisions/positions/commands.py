"""Taking a position on a text, explaining it, and what the chair does: adopting in the room, closing a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.decisions.models import Decision
from tansiq.decisions.positions.models import Condition, Explanation, Position, Reason
from tansiq.decisions.positions.queries import Heard, heard_on, present_at, turn_of, voices_of
from tansiq.decisions.texts.adopting import adopted
from tansiq.decisions.texts.commands import MEANWHILE, end_question
from tansiq.decisions.texts.models import Paragraph, Question, QuestionEnd
from tansiq.decisions.texts.paragraphs import lagging, open_brackets
from tansiq.decisions.texts.queries import electors_of, is_elector, is_open, paragraphs_of
from tansiq.engines import deciding
from tansiq.engines.deciding import OBJECTS, Result
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act, alone
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_audience, own_reader, remember_choice
from tansiq.release.models import PUBLIC, Audience, Releasable
from tansiq.reviews.agenda.commands import audience_for
from tansiq.reviews.commands import OPENERS, within

KIND, REASON = "position", "position_reason"  # Under which a member's release habits are kept.
WIDER = _("The text is not released to all of these readers.")
Outcome = QuestionEnd.Outcome


@dataclass(frozen=True)
class Said:
    """A position: of which kind, on which paragraph, in which words, why, and by what wording it would be lifted."""

    kind: str
    words: Words | None = None
    paragraph: Paragraph | None = None
    reason: Words | None = None
    no_reason: bool = False
    conditions: Sequence[tuple[Paragraph, Words]] = ()


@act("position.taken")
def take_position(
    *, question: Question, said: Said, turn: int, readers: Sequence[int], reason_readers: Sequence[int]
) -> Position:
    """Take a position on a text that is before the body: one voice of a member, of which the newest counts.

    Where the body hides positions, nobody else reads it before the close.

    Raises:
        PermissionDenied: the member is not entitled to answer.
        Stale: a colleague spoke meanwhile.
        ValidationError: the question is over, or the position lacks what its kind asks for.
    """
    who = acting()
    if not is_elector(question.pk, who.member):
        raise PermissionDenied
    if not is_open(question):
        raise ValidationError(_("This question is over. What you wrote is kept below."))
    if question.way == Question.Way.SILENCE and said.kind == OBJECTS:
        raise ValidationError(_("Under silence an objection breaks it: that has a page of its own."))
    _whole(question, said)
    alone(question.pk)
    if turn_of(question.pk, who.member) != turn:
        raise Stale(_("Your member spoke meanwhile: look at what it said first. What you wrote is kept below."))
    opened, why = audience_for(question.audience, readers), audience_of({*reason_readers, own_reader()})
    if PUBLIC in reason_readers:
        why = audience_of({PUBLIC})
    given = {"question": question, "turn": turn + 1}
    try:
        with within(WIDER):
            if said.reason:
                Reason.objects.create(text=said.reason, **given, **_voiced(question, why))
            made = Position.objects.create(
                kind=said.kind,
                words=said.words,
                paragraph=said.paragraph,
                no_reason=said.no_reason,
                **given,
                **_voiced(question, opened),
            )
            for paragraph, words in said.conditions:
                Condition.objects.create(paragraph=paragraph, text=words, **given, **_voiced(question, opened))
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    remember_choice(KIND, opened)
    told = {"question": str(question.pk), "position": said.kind, "no_reason": said.no_reason}
    told |= {"text": said.words.as_json()} if said.words else {}
    told |= {"conditions": [words.as_json() for _paragraph, words in said.conditions]} if said.conditions else {}
    _append("position.taken", made, told)
    return made


def _voiced(question: Question, opened: Audience) -> dict[str, Any]:
    """Who reads it now, and who from the close on."""
    return ownership(own_audience() if question.ruled.hidden else opened, opened=opened)


def _whole(question: Question, said: Said) -> None:
    """Refuse a position that lacks what its kind asks for, or bears what it cannot."""
    rule, kinds = question.ruled, Position.Kind
    if said.kind not in kinds.values:
        raise ValidationError(_("This is no position."))
    if said.kind in (kinds.STATEMENT, kinds.RESERVATION) and not said.words:
        raise ValidationError(_("Write the statement or the reservation."))
    if said.kind == kinds.OBJECTS:
        if said.no_reason and said.reason:
            raise ValidationError(_("Either a reason or none: not both."))
        if said.no_reason and rule.reasons:
            raise ValidationError(_("In this body an objection bears a reason."))
        if not said.no_reason and not said.reason:
            raise ValidationError(_("Give the reason, or say that none is given."))
    elif said.no_reason or said.conditions:
        raise ValidationError(_("Only an objection bears conditions, or says that it bears no reason."))
    named = [said.paragraph, *(paragraph for paragraph, _words in said.conditions)]
    if any(one is not None and one.text_version_id != question.text_version_id for one in named):
        raise ValidationError(_("This is a paragraph of another version."))


@act("position.explained")
def explain(*, question: Question, text: Words, readers: Sequence[int]) -> Explanation:
    """Explain one's position, verbatim and in one's own language, before the adoption or after it."""
    if not is_elector(question.pk, acting().member):
        raise PermissionDenied
    audience = audience_for(question.audience, readers)
    with within(WIDER):
        made = Explanation.objects.create(question=question, text=text, **ownership(audience))
    _append("position.explained", made, {"question": str(question.pk), "text": text.as_json()})
    return made


@act("question.adopted")
def adopt(*, question: Question) -> Decision:
    """Adopt a text in the room: the chair asked whether anybody objects, and saw nobody (R-S15).

    Raises:
        ValidationError: an objection stands, too few agree or are present, a language that the body requires lags, or
            words stand in brackets.
    """
    _by_the_chair(question)
    if question.ruled.hidden:
        raise ValidationError(_("In this body positions are hidden until the close: close the question first."))
    if refusal := lacks(question):
        raise ValidationError(refusal)
    found = _result(question)
    if not found.adopted:
        raise ValidationError(REFUSALS[found.ground])
    return _adopted(question)


REFUSALS = {
    deciding.OPPOSED: _("An objection stands: nothing is adopted against it."),
    deciding.TOO_FEW: _("Too few agree under the rule of this body."),
    deciding.NO_QUORUM: _("Too few of those entitled are present: there is no quorum."),
}


@act("question.closed")
def close(*, question: Question, withdraw: bool = False) -> QuestionEnd:
    """Close a question: hidden positions open, and what comes of it is computed, not chosen; or it is withdrawn.

    Raises:
        ValidationError: a language that the body requires lags or words stand in brackets: nothing could be adopted.
    """
    _by_the_chair(question)
    if withdraw:
        return _over(question, Outcome.WITHDRAWN)
    if question.ruled.hidden:
        if refusal := lacks(question):
            raise ValidationError(refusal)
        # Whether it is adopted shows only with the positions open; and closing is final, so that nobody tries it out.
        point = transaction.savepoint()
        _adopted(question)
        if _result(question).adopted:
            transaction.savepoint_commit(point)
            return QuestionEnd.objects.get(question=question)
        transaction.savepoint_rollback(point)
    return _over(question, Outcome.NOT_ADOPTED)


def _by_the_chair(question: Question) -> None:
    if acting().code not in OPENERS:
        raise PermissionDenied
    if question.way != Question.Way.MEETING:
        raise ValidationError(_("This text is under silence: it is adopted by the chair’s notice alone."))
    if not is_open(question):
        raise Stale(_("This question is over already."))


def lacks(question: Question) -> Any:
    """What is missing before the text could be adopted, whatever the positions are; None where nothing is."""
    rows = paragraphs_of(question.text_version_id)
    if lagging(rows, question.ruled.languages):
        return _("A language that this body requires lags: revise the text first.")
    return open_brackets(rows)


def _result(question: Question) -> Result:
    return _heard(question).result(question)


def _heard(question: Question) -> Heard:
    entitled = {one.member_id for one in electors_of(question.pk)}
    return heard_on(question, entitled, voices_of(question.pk))


def _over(question: Question, outcome: str) -> QuestionEnd:
    made = end_question(question=question, outcome=outcome)
    _append("question.closed", made, {"question": str(question.pk), "outcome": outcome})
    return made


def _adopted(question: Question) -> Decision:
    """The decision of today, with who was present."""
    made = adopted(question, clock.today())
    there = present_at(question.review)
    present = {one.member.code for one in electors_of(question.pk) if there and one.member_id in there}
    told: dict[str, Any] = {"question": str(question.pk), "digest": question.text_version.digest, "number": made.code}
    if through := _heard(question).through.values():
        told["proxies"] = {one.owner.code: one.holder.code for one in through}
    told |= {"present": sorted(present), "rule": question.rule, "text": made.text.as_json()}
    _append("question.adopted", made, told)
    return made


def _append(kind: str, about: Releasable, told: dict[str, Any]) -> None:
    append(kind, about=about, audience=about.audience, content=told, first=True)
