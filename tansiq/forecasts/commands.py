"""Foretelling, saying by when, saying what came of it, and seeing that otherwise; publishing one's calibration."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.forecasts.foretelling import By, Foretelling
from tansiq.forecasts.models import WHOLE, Demur, Horizon, Prediction, PublishedCalibration, Resolution
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import remember_choice
from tansiq.sources.models import Source

KIND = "forecast"
RESOLVERS = (offices.SECRETARIAT, offices.COORDINATOR)
Outcome = Resolution.Outcome


@act("forecast.made")
def foretell(*, foretelling: Foretelling, readers: Sequence[int]) -> Prediction:
    """Foretell something on one's own word; without a horizon it is kept, asked for a date, and never scored.

    Raises:
        ValidationError: the probability is none, the range is turned round, or the horizon is past.
    """
    low, high = foretelling.low, foretelling.high
    if (low is None) != (high is None) or (low is not None and high is not None and not 0 <= low <= high <= WHOLE):
        raise ValidationError(_("A probability lies between 0 and 100 per cent; a range goes from the smaller number."))
    own = ownership(audience_for(readers))
    with within_its_release():
        made = Prediction.objects.create(**foretelling.columns, said_on=clock.today(), **own)
    if foretelling.by:
        _say_by_when(made, foretelling.by, own)
    remember_choice(KIND, made.audience)
    append("forecast.made", about=made, audience=made.audience, content=foretelling.told, first=True)
    return made


@act("forecast.dated")
def say_by_when(*, prediction: Prediction, by: By, readers: Sequence[int]) -> Horizon:
    """Say by when a forecast is to come true that had no horizon; a horizon is never moved.

    Raises:
        Stale: it has a horizon already.
    """
    if acting().member != prediction.owner_id:
        raise PermissionDenied
    audience = audience_for(readers)
    made = _say_by_when(prediction, by, ownership(audience))
    content = {"forecast": str(prediction.pk), **by.told}
    append("forecast.dated", about=made, audience=audience, content=content, first=True)
    return made


def _say_by_when(prediction: Prediction, by: By, own: dict[str, Any]) -> Horizon:
    if by.until_on <= clock.today():
        raise ValidationError(_("A forecast speaks of what is to come: its time must not have passed."))
    if by.from_on and by.from_on > by.until_on:
        raise ValidationError(_("The time ends before it begins."))
    given = {"from_on": by.from_on, "until_on": by.until_on, "hedged": by.hedged}
    try:
        with within_its_release(), transaction.atomic():
            return Horizon.objects.create(prediction=prediction, **given, **own)
    except IntegrityError as twice:
        raise Stale(_("This forecast has a horizon already; it is never moved.")) from twice


@act("forecast.resolved")
def resolve(  # noqa: PLR0913 -- of what, what came, when, by what it is known, from where, to whom
    *,
    prediction: Prediction,
    outcome: str,
    came_on: date | None,
    evidence: Words,
    source: Source | None,
    readers: Sequence[int],
) -> Resolution:
    """Say what came of another's forecast, and by what that is known; its author always reads it, and may demur.

    Raises:
        ValidationError: what happened has no day, the day lies ahead, or its time has not passed.
        Stale: another of the office's people said so at the same moment.
    """
    who = acting()
    if who.code not in RESOLVERS or who.member == prediction.owner_id:
        raise PermissionDenied
    _check(prediction, outcome, came_on)
    audience = audience_for(readers, prediction.owner)
    turn = Resolution.objects.filter(prediction=prediction, owner_id=who.member).count()
    given = {"outcome": outcome, "came_on": came_on, "evidence": evidence, "source": source, "turn": turn}
    try:
        with within_its_release(), transaction.atomic():
            made = Resolution.objects.create(prediction=prediction, **given, **ownership(audience))
    except IntegrityError as twice:
        raise Stale(_("What came of it was said meanwhile.")) from twice
    remember_choice(KIND, audience)
    told = {"came": came_on.isoformat() if came_on else None, "source": str(source.pk) if source else None}
    content = {"forecast": str(prediction.pk), "outcome": outcome, "evidence": evidence.as_json(), **told}
    append("forecast.resolved", about=made, audience=audience, content=content, first=True)
    return made


def _check(prediction: Prediction, outcome: str, came_on: date | None) -> None:
    today = clock.today()
    if (outcome == Outcome.HAPPENED) != (came_on is not None):
        raise ValidationError(_("What happened has its day; what did not has none."))
    if came_on and came_on > today:
        raise ValidationError(_("This day has not come yet."))
    horizon: Horizon | None = getattr(prediction, "horizon", None)
    if outcome != Outcome.HAPPENED and (horizon is None or horizon.until_on >= today):
        raise ValidationError(_("Its time has not passed yet, or none was named."))


@act("forecast.demurred")
def demur(*, resolution: Resolution, words: Words, readers: Sequence[int]) -> Demur:
    """See otherwise what came of one's own forecast; the resolution stays as it is, and so does its score."""
    if acting().member != resolution.prediction.owner_id:
        raise PermissionDenied
    audience = audience_for(readers)
    with within_its_release():
        made = Demur.objects.create(resolution=resolution, words=words, **ownership(audience))
    content = {"resolution": str(resolution.pk), "text": words.as_json()}
    append("forecast.demurred", about=made, audience=audience, content=content, first=True)
    return made


@act("calibration.published")
def publish_calibration(*, figures: dict[str, Any], readers: Sequence[int]) -> PublishedCalibration:
    """Release one's calibration of today to more than one's own people, as figures of their own."""
    audience, today = audience_for(readers), clock.today()
    made = PublishedCalibration.objects.create(as_of=today, figures=figures, **ownership(audience))
    content = {"as_of": today.isoformat(), "figures": figures}
    append("calibration.published", about=made, audience=audience, content=content, first=True)
    return made
