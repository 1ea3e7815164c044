"""How tests state risks, say them anew, end and rank them, to whom."""

from datetime import date

from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC
from tansiq.risks import commands
from tansiq.risks.models import Risk, Scale
from tansiq.risks.stated import Placed, Stated
from tests.secretariat import en, readers
from tests.world import token

LEVELS = (("low", "منخفض"), ("high", "مرتفع"), ("very high", "مرتفع جدا"))
LARGE = Words.of("en", en="perhaps a very large danger", ar="ربما خطر كبير جدا")
PERHAPS = Words.of("en", en="perhaps", ar="ربما")
DAY = date(2026, 6, 1)


def said(words="The river rises.", **given):
    held = {"level": LARGE, "hedge": PERHAPS, **given}
    return Stated(text=en(words), **held)


def to(codes):
    return readers(*codes) if codes else [PUBLIC]


def scaled(*codes, by="officer") -> Scale:
    steps = [Words.of("en", en=english, ar=arabic) for english, arabic in LEVELS]
    with acting_as(token(by)):
        return commands.set_scale(levels=steps, likelihoods=steps, impacts=steps, readers=to(codes))


def placed(scale, step=None, likelihood=None, impact=None):
    return Placed(scale, step, likelihood, impact)


def stated(by, *codes, words="The river rises.", review=None, **given) -> Risk:
    with acting_as(token(by)):
        return commands.state_risk(stated=said(words, **given), review=review, readers=to(codes))


def renewed(former, by, *codes, words="The river rises.", review=None, reason="It rained.", **given) -> Risk:
    with acting_as(token(by)):
        return commands.renew_risk(
            risk=former, stated=said(words, **given), review=review, reason=en(reason), readers=to(codes)
        )


def ended(former, by, *codes, way="closed", on=DAY, reason="The dam holds."):
    with acting_as(token(by)):
        given = {"reason": en(reason), "evidence": en("The engineers’ report."), "readers": to(codes)}
        return commands.end_risk(risk=former, way=way, on=on, **given)


def ranked(by, review, risks, *codes, words=None):
    with acting_as(token(by)):
        return commands.rank_risks(review=review, risks=risks, words=words and en(words), readers=to(codes))
