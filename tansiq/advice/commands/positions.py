"""Taking a position on advice: one voice per member, changed until the end, its reason to an audience of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.advice.models import Advice, AdvicePosition, AdviceReason, Invitee
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import own_audience, remember_choice

KIND = "advice_position"
OVER = _("Positions on this are not taken any more, or your member is not asked.")


@dataclass(frozen=True)
class Reason:
    """Why, and who reads that."""

    words: Words
    readers: Sequence[int]


@act("advice.position_taken")
def take_position(  # noqa: PLR0913 -- on what, which, how it would be acceptable, why, to whom, after which
    *,
    advice: Advice,
    stance: str,
    wording: Words | None,
    reason: Reason | None,
    turn: int,
    readers: Sequence[int],
) -> AdvicePosition:
    """Say how one's member sees it; what was said before stays on record, what is said last counts (R-V3).

    Where the call hides positions until its end, so does their entry: it is the member's own.

    Raises:
        ValidationError: positions are over, a change lacks its wording, or opposing lacks its reason.
        Stale: another of the member's people took a position meanwhile.
    """
    _check(advice, stance, wording, reason)
    call = advice.call
    given = {"advice": advice, "turn": turn, "open_at": call.settled_at if call.hidden else call.opens_at}
    audience = audience_for(readers)
    try:
        with within_its_release(), transaction.atomic():
            if reason:
                to = ownership(audience_for(reason.readers))
                AdviceReason.objects.create(words=reason.words, **given, **to)
            made = AdvicePosition.objects.create(stance=stance, wording=wording, **given, **ownership(audience))
    except IntegrityError as twice:
        raise Stale(_("Your member has taken a position meanwhile. Look at that one first.")) from twice
    except ProgrammingError as refusal:
        raise ValidationError(OVER) from refusal
    remember_choice(KIND, audience)
    told = {"advice": str(advice.pk), "stance": str(stance), "wording": wording.as_json() if wording else None}
    append(
        "advice.position_taken",
        about=made,
        audience=own_audience() if call.hidden else audience,
        content={**told, "turn": turn},
        first=True,
    )
    return made


def _check(advice: Advice, stance: str, wording: Words | None, reason: Reason | None) -> None:
    asked = Invitee.objects.filter(call=advice.call, member=acting().member).exists()
    if not asked or clock.now() >= advice.call.settled_at:
        raise ValidationError(OVER)
    if stance == AdvicePosition.Stance.CHANGE and wording is None:
        raise ValidationError(_("Give the wording: a position with a change is not recorded without it."))
    if stance == AdvicePosition.Stance.OPPOSE and reason is None:
        raise ValidationError(_("Whoever opposes says why; you choose who reads the reason."))
