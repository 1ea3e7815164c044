"""Saying what changed on the ground, correcting and withdrawing it; claiming a cause, disputing and supporting it."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.developments.models import (
    Claim,
    ClaimAnswer,
    ClaimFigure,
    Development,
    DevelopmentCorrection,
    DevelopmentWithdrawal,
    DoubtedAssessment,
    DoubtedMeasure,
)
from tansiq.developments.seen import Change, Claimed
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, remember_choice
from tansiq.release.models import Audience

KIND = "development"  # Under which a member's release habits are kept.
CLAIMS = "claim"
MEANWHILE = _("This was corrected or withdrawn meanwhile. Look at it again; nothing of yours is lost.")


@act("development.reported")
def report_development(*, change: Change, readers: Sequence[int]) -> Development:
    """Say what changed, since when and who saw it; what it makes doubtful is shown to those who read both.

    Raises:
        ValidationError: the day has not come, or what it hangs on is released to fewer.
    """
    made = _put(change, audience_for(readers))
    append("development.reported", about=made, audience=made.audience, content=change.told, first=True)
    return made


@act("development.corrected")
def correct_development(
    *, development: Development, change: Change, reason: Words, readers: Sequence[int]
) -> Development:
    """Correct what one said changed, by a new development and with the reason; what was said before stays.

    Raises:
        Stale: it was corrected or withdrawn already.
    """
    _own_and_standing(development)
    made = _put(change, audience_for(readers))
    both = ownership(common_audience(made.audience, development.audience))
    try:
        with transaction.atomic():
            DevelopmentCorrection.objects.create(earlier=development, later=made, reason=reason, **both)
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    append("development.corrected", about=made, audience=made.audience, content=change.told, first=True)
    return made


@act("development.withdrawn")
def withdraw_development(*, development: Development, reason: Words) -> DevelopmentWithdrawal:
    """Take back what one said changed, with the reason, before all who read it; it stays to be read.

    Raises:
        Stale: it was corrected or withdrawn already.
    """
    _own_and_standing(development)
    own = ownership(development.audience)
    try:
        with transaction.atomic():
            made = DevelopmentWithdrawal.objects.create(development=development, reason=reason, **own)
    except IntegrityError as twice:
        raise Stale(MEANWHILE) from twice
    told = {"development": str(development.pk), "text": reason.as_json()}
    append("development.withdrawn", about=made, audience=made.audience, content=told, first=True)
    return made


def _own_and_standing(development: Development) -> None:
    if acting().member != development.owner_id:
        raise PermissionDenied
    if development.corrected_by.exists() or development.withdrawals.exists():
        raise Stale(MEANWHILE)


def _put(change: Change, audience: Audience) -> Development:
    if change.since_on > clock.today():
        raise ValidationError(_("This day has not come yet."))
    with within_its_release():
        made = Development.objects.create(**{**ownership(audience), **change.columns})
        for measure in dict.fromkeys(change.measures):
            both = _both(made.audience, measure.audience)
            DoubtedMeasure.objects.create(development=made, measure=measure, **both)
        for assessment in dict.fromkeys(change.assessments):
            both = _both(made.audience, assessment.audience)
            DoubtedAssessment.objects.create(development=made, assessment=assessment, **both)
    remember_choice(KIND, audience)
    return made


def _both(one: Audience, other: Audience) -> dict[str, Any]:
    return ownership(common_audience(one, other))


@act("claim.made")
def make_claim(*, claimed: Claimed, readers: Sequence[int]) -> Claim:
    """Claim that something came of something, on one's own word or a named other's; the house claims nothing.

    Raises:
        ValidationError: it rests on no source and on no figure, or what it hangs on is released to fewer.
    """
    if not (claimed.source or claimed.witness or claimed.figures):
        raise ValidationError(_("A claim rests on a source or on figures: name one."))
    with within_its_release():
        made = Claim.objects.create(**{**ownership(audience_for(readers)), **claimed.columns})
        for figure in dict.fromkeys(claimed.figures):
            ClaimFigure.objects.create(claim=made, figure=figure, **_both(made.audience, figure.audience))
    remember_choice(CLAIMS, made.audience)
    append("claim.made", about=made, audience=made.audience, content=claimed.told, first=True)
    return made


@act("claim.answered")
def answer_claim(*, claim: Claim, side: str, words: Words, readers: Sequence[int]) -> ClaimAnswer:
    """Dispute or support another's claim in words that stand beside it.

    Raises:
        ValidationError: it is one's own claim.
    """
    if acting().member == claim.owner_id and claim.said_by_id:
        raise ValidationError(_("This is your own claim."))
    with within_its_release():
        made = ClaimAnswer.objects.create(claim=claim, side=side, words=words, **ownership(audience_for(readers)))
    remember_choice(CLAIMS, made.audience)
    told = {"claim": str(claim.pk), "side": str(side), "text": words.as_json()}
    append("claim.answered", about=made, audience=made.audience, content=told, first=True)
    return made
