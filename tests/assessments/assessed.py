"""How tests assess: in whose eyes, of what, over which window, to whom."""

from datetime import date

from tansiq.assessments.commands import assess, dissent, revise
from tansiq.assessments.models import Assessment
from tansiq.assessments.seen import Seen
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC
from tests.secretariat import en, readers
from tests.world import token

DAY = date(2026, 6, 1)


def seen(words="It goes well.", **given):
    held = {"aspect": "performance", "window": "start", "as_of": DAY, "rating": "on_track", "trend": "better"}
    held |= {"confidence": "moderate", "why": en("Two of five have reported."), **given}
    return Seen(words=en(words), **held)


def assessed(line, by, *codes, words="It goes well.", review=None, figures=(), eyes=None, **given):
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return assess(line=line, review=review, seen=seen(words, **given), readers=to, figures=figures, eyes=eyes)


def revised(former: Assessment, by, *codes, words="It goes less well.", reason="A new figure came.", **given):
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return revise(assessment=former, seen=seen(words, **given), reason=en(reason), readers=to)


def dissented(former: Assessment, by, *codes, words="It does not."):
    with acting_as(token(by)):
        to = readers(*codes) if codes else [PUBLIC]
        return dissent(assessment=former, words=en(words), readers=to)
