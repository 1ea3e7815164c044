"""What the chair does in a run of silence, from its proposal to the notice that adopts."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.decisions.announcing.commands import announce_next
from tansiq.decisions.models import Decision
from tansiq.decisions.silence.doing import Done, Kind, audience_of_act, by_chair, do, one_at_a_time, put
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.queries import event_of, not_reached, runs, standing, terms_of
from tansiq.decisions.silence.refusing import UNATTESTED, in_words
from tansiq.decisions.texts.adopting import adopted
from tansiq.decisions.texts.commands import end_question, entitled, freeze, put_question
from tansiq.decisions.texts.models import Question, QuestionEnd, TextVersion
from tansiq.decisions.texts.queries import electorate, is_open
from tansiq.engines import silence
from tansiq.engines.silence import State
from tansiq.languages.words import Words
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.models import Member
from tansiq.reviews.models import Review

Outcome = QuestionEnd.Outcome
OUTCOMES = {State.BROKEN: Outcome.BROKEN, State.LAPSED: Outcome.LAPSED, State.WITHDRAWN: Outcome.WITHDRAWN}


@act("silence.proposed")
def propose_silence(
    *, version: TextVersion, until: datetime, review: Review | None = None, chair: Member | None = None
) -> Question:
    """Propose that a version be adopted by silence that ends at an instant: at a meeting, or in writing (R-S2).

    Raises:
        ValidationError: the end is too near, or the text cannot be put so.
    """
    for former in runs().filter(text=version.text_id, end__isnull=True):
        _close(former)
    question = put_question(version=version, way=Question.Way.SILENCE, review=review, chair=chair)
    proposed = SilenceAct(
        question=question, kind=Kind.PROPOSED, until_at=until, plain=review is not None, created_at=clock.now()
    )
    proposed.owner_id = proposed.said_by_id = acting().member
    with in_words():
        silence.fold(terms_of(question, ()), [event_of(proposed)])
    row = put(question, proposed, audience_of_act(question, proposed))
    told = {"question": str(question.pk), "until": until.isoformat(), "review": str(review.pk) if review else None}
    append("silence.proposed", about=row, audience=question.audience, content=told, first=True)
    return question


@act("silence.use_objected")
def object_to_silence(*, question: Question, words: Words | None = None) -> SilenceAct:
    """Object to the use of silence, not to the text: it goes back to a meeting (R-S2); by those entitled now."""
    if acting().member not in {one.pk for one in electorate(question.text.body)}:
        raise PermissionDenied
    return do("silence.use_objected", question, Done(Kind.USE_OBJECTED, words=words))[0]


@act("silence.started")
def start_silence(*, question: Question, until: datetime, words: Words | None = None) -> SilenceAct:
    """Let silence begin; its end is the one proposed, or later. Those entitled are the ones of this instant (R-S1).

    Args:
        question: the run.
        until: the first instant after silence.
        words: how the members were consulted, where it was not proposed at a meeting.

    Raises:
        ValidationError: it is shorter than the body allows, nobody was consulted, nobody is entitled, or somebody
            entitled does not read the text.
    """
    by_chair()
    if question.proposed == Question.Proposed.WRITING and words is None:
        raise ValidationError({"words": _("Say how the members were consulted.")})
    members = entitled(question.text)
    made, _held = do("silence.started", question, Done(Kind.STARTED, until=until, words=words, electors=members))
    freeze(question, members, question.audience)
    return made


@act("silence.prolonged")
def prolong(*, question: Question, until: datetime, words: Words, again: bool = False) -> SilenceAct:
    """Extend a run, with the reason (R-S7); or, where the notice is barred, ask all again (R-S6)."""
    by_chair()
    kind = Kind.ASKED_AGAIN if again else Kind.EXTENDED
    return do("silence.prolonged", question, Done(kind, until=until, words=words))[0]


@act("silence.suspended")
def suspend(*, question: Question, words: Words | None = None) -> SilenceAct:
    """Stop the clock for consultations; what remains is kept (R-S8)."""
    by_chair()
    return do("silence.suspended", question, Done(Kind.SUSPENDED, words=words))[0]


@act("silence.resumed")
def resume(*, question: Question, words: Words | None = None) -> SilenceAct:
    """Set the clock going again, with what remained."""
    by_chair()
    return do("silence.resumed", question, Done(Kind.RESUMED, words=words))[0]


@act("silence.withdrawn")
def withdraw(*, question: Question, words: Words | None = None) -> SilenceAct:
    """Withdraw the text from silence."""
    by_chair()
    made, _held = do("silence.withdrawn", question, Done(Kind.WITHDRAWN, words=words))
    end_question(question=question, outcome=Outcome.WITHDRAWN)
    return made


@act("silence.adopted")
def give_notice(*, question: Question, attested: bool) -> Decision:
    """Give the notice that adopts, effective from the end of silence; numbered and put on the next agenda (R-S6, R-S9).

    Args:
        question: the run.
        attested: what the house has not measured itself: that it could be reached in the last hours before the end,
            and that the opening notice reached every member entitled. Asked for only where one of them is missing.

    Raises:
        Stale: silence was broken, has not ended, or no notice may follow its end.
        ValidationError: the chair does not attest what is missing.
    """
    by_chair()
    before = standing(question)
    missing = not before.measured or bool(not_reached(before))
    if missing and not attested:
        raise ValidationError({"reached": UNATTESTED})
    _made, held = do("silence.adopted", question, Done(Kind.NOTICE, plain=missing))
    if held.run.end is None:
        raise PermissionDenied  # No notice comes this far: the procedure has refused it.
    made = adopted(question, held.run.end.astimezone(ZoneInfo(question.text.body.zone)).date())
    announce_next(made)
    return made


@act("silence.settled")
def settle(*, question: Question, holds: bool, words: Words) -> SilenceAct:
    """Settle a contested run after the body was asked: the objection holds, or the text goes back to a meeting."""
    by_chair()
    made, _held = do("silence.settled", question, Done(Kind.SETTLED, plain=holds, words=words))
    if is_open(question):
        end_question(question=question, outcome=Outcome.BROKEN if holds else Outcome.LAPSED)
    return made


@act("silence.closed")
def close_run(*, question: Question) -> QuestionEnd:
    """Tell all in writing that a run is over without adoption, as it was computed; a new version may follow."""
    by_chair()
    one_at_a_time(question)
    made = _close(question)
    told: dict[str, Any] = {"question": str(question.pk), "outcome": made.outcome}
    append("silence.closed", about=made, audience=made.audience, content=told, first=True)
    return made


def _close(question: Question) -> QuestionEnd:
    state = standing(question).state
    if state not in OUTCOMES:
        raise ValidationError(_("This text is before the body already."))
    return end_question(question=question, outcome=OUTCOMES[state])
