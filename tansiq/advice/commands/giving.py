"""Giving advice in one's member's name, through the secretariat or unnamed; correcting it; having nothing to add."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils.translation import gettext_lazy as _

from tansiq import chance, clock
from tansiq.advice.given import Said
from tansiq.advice.models import (
    Advice,
    AdviceCall,
    AdviceCorrection,
    HandedIn,
    Invitee,
    NothingToAdd,
    UnsignedAdvice,
)
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import Stale, act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import common_audience, own_audience, remember_choice
from tansiq.release.models import Audience

KIND = "advice"
SHUT = _("This call is not open to advice, or does not ask your member.")


@act("advice.given")
def give_advice(
    *, call: AdviceCall, said: Said, readers: Sequence[int], earlier: Advice | None = None, of_itself: bool = False
) -> Advice:
    """Give advice in one's member's name, within the call's circle; a weak point may name the earlier one (R-V2).

    Raises:
        ValidationError: the call is not open or does not ask, or the audience is wider than its circle.
    """
    _open(call)
    if earlier and not said.kind == earlier.kind == Advice.Kind.WEAK_POINT:
        raise ValidationError(_("Only a weak point recurs, and it names an earlier weak point."))
    made = _put(call, said, audience_for(readers), thread=earlier.thread if earlier else None, of_itself=of_itself)
    told = {"call": str(call.pk), **said.told, "of_itself": of_itself, "earlier": str(earlier.pk) if earlier else None}
    append("advice.given", about=made, audience=made.audience, content=told, first=True)
    return made


def _put(call: AdviceCall, said: Said, audience: Audience, *, thread: object, of_itself: bool) -> Advice:
    key = chance.key()
    given = {**said.columns, "thread": thread or key, "of_itself": of_itself, **ownership(audience)}
    with within_its_release():
        made = Advice.objects.create(key=key, call=call, attribution=Advice.Attribution.ATTRIBUTED, **given)
    remember_choice(KIND, audience)
    return made


@act("advice.corrected")
def correct_advice(*, advice: Advice, said: Said, reason: Words, readers: Sequence[int]) -> Advice:
    """Say anew what one gave, and why, while the call is open; what was said before stays.

    Raises:
        Stale: it was corrected already.
    """
    if acting().member != advice.owner_id or advice.attribution != Advice.Attribution.ATTRIBUTED:
        raise PermissionDenied
    _open(advice.call)
    weak = Advice.Kind.WEAK_POINT
    thread = advice.thread if said.kind == advice.kind == weak else None
    own = advice.of_itself and said.kind == weak
    made = _put(advice.call, said, audience_for(readers), thread=thread, of_itself=own)
    both = ownership(common_audience(made.audience, advice.audience))
    try:
        with transaction.atomic():
            AdviceCorrection.objects.create(earlier=advice, later=made, reason=reason, **both)
    except IntegrityError as twice:
        raise Stale(_("This was corrected meanwhile. Look at it again; nothing of yours is lost.")) from twice
    told = {"earlier": str(advice.pk), **said.told, "reason": reason.as_json()}
    append("advice.corrected", about=made, audience=made.audience, content=told, first=True)
    return made


@act("advice.handed_in")
def hand_in(*, call: AdviceCall, said: Said, way: str) -> HandedIn:
    """Hand in advice that the secretariat lays on the table without one's name (R-V4).

    Through the secretariat, it knows the member. Under the Chatham House Rule nobody does: the member keeps its own
    sheet, and the words go to the secretariat without author and without time, unread until the call has closed.

    Raises:
        ValidationError: the call is not open, or does not ask the member.
    """
    _open(call)
    unnamed = way == HandedIn.Way.CHATHAM
    said = said.unsigned() if unnamed else said
    secretariat = offices.office(offices.SECRETARIAT)
    audience = own_audience() if unnamed else audience_for([], secretariat)
    made = HandedIn.objects.create(call=call, way=way, becomes=chance.key(), **said.columns, **ownership(audience))
    if unnamed:
        UnsignedAdvice.objects.create(
            key=made.becomes, owner=secretariat, call_key=call.pk, open_at=call.closes_at, **said.columns
        )
    told = {"call": str(call.pk), "way": str(way), **said.told}
    append("advice.handed_in", about=made, audience=audience, content=told, first=True)
    return made


@act("advice.nothing_to_add")
def say_nothing_to_add(*, call: AdviceCall) -> NothingToAdd:
    """Say before the whole circle that one has nothing to add: an answer, and no agreement.

    Raises:
        Stale: it was said already.
    """
    _open(call)
    try:
        with transaction.atomic():
            made = NothingToAdd.objects.create(call=call, **ownership(call.audience))
    except IntegrityError as twice:
        raise Stale(_("Your member has said so already.")) from twice
    except ProgrammingError as refusal:
        raise ValidationError(SHUT) from refusal
    append("advice.nothing_to_add", about=made, audience=made.audience, content={"call": str(call.pk)}, first=True)
    return made


def _open(call: AdviceCall) -> None:
    if not (call.opens_at <= clock.now() < call.closes_at):
        raise ValidationError(SHUT)
    if not Invitee.objects.filter(call=call, member=acting().member).exists():
        raise ValidationError(SHUT)
