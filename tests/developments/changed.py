"""How tests say what changed and claim causes: of what, since when, on whose word, to whom."""

from datetime import date

from tansiq.developments.commands import (
    answer_claim,
    correct_development,
    make_claim,
    report_development,
    withdraw_development,
)
from tansiq.developments.seen import Change, Claimed
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC
from tests.secretariat import en, readers
from tests.world import token


def to(*codes):
    return readers(*codes) if codes else [PUBLIC]


def change(line, words="The bridge is down.", **given):
    held = {"review": None, "since_on": date(2026, 6, 1), "since_precision": "day", **given}
    return Change(line=line, words=en(words), **held)


def changed(line, by, *codes, words="The bridge is down.", **given):
    with acting_as(token(by)):
        return report_development(change=change(line, words, **given), readers=to(*codes))


def corrected(former, by, *codes, words="One lane of the bridge is down.", reason="We went there.", **given):
    with acting_as(token(by)):
        said = change(former.line, words, **given)
        return correct_development(development=former, change=said, reason=en(reason), readers=to(*codes))


def withdrawn(former, by, reason="It was another bridge."):
    with acting_as(token(by)):
        return withdraw_development(development=former, reason=en(reason))


def claimed(line, by, *codes, effect="The advance is halted.", cause="The patrols.", **given):
    said = Claimed(line, en(effect), en(cause), en("Three reports say so."), **given)
    with acting_as(token(by)):
        return make_claim(claimed=said, readers=to(*codes))


def answered(claim, by, *codes, side="disputes", words="The river rose."):
    with acting_as(token(by)):
        return answer_claim(claim=claim, side=side, words=en(words), readers=to(*codes))
