"""How tests brief: as of when, on what, with which next steps, to whom."""

from datetime import date

from tansiq.developments.briefing.commands import (
    Brief,
    answer_question,
    ask_coordinator,
    draft_briefing,
    give_briefing,
    take_step,
)
from tansiq.release.acting import acting_as
from tansiq.reviews.agenda.saying import Saying
from tests.developments.changed import to
from tests.secretariat import en
from tests.world import token


def brief(words="It is quieter.", developments=(), steps=(), as_of=date(2026, 6, 1)):
    return Brief(as_of, en(words), developments, [(en(step), line) for step, line in steps])


def drafted(review, by="coordinator", turn=0, **given):
    with acting_as(token(by)):
        return draft_briefing(review=review, brief=brief(**given), turn=turn)


def given_to(review, *codes, by="coordinator", turn=0, **given):
    with acting_as(token(by)):
        return give_briefing(review=review, brief=brief(**given), turn=turn, readers=to(*codes))


def taken(step, *codes, by="officer", kind="discussion"):
    with acting_as(token(by)):
        return take_step(step=step, saying=Saying(step.words, kind), readers=to(*codes))


def asked(briefing, by, *codes, words="Since when?"):
    with acting_as(token(by)):
        return ask_coordinator(briefing=briefing, words=en(words), readers=to(*codes))


def explained(question, *codes, by="coordinator", words="Since May."):
    with acting_as(token(by)):
        return answer_question(question=question, words=en(words), readers=to(*codes))
