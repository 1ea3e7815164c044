"""Calling for advice: about what, whom one asks, in which circle, from when until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.advice.models import AdviceCall, Invitee
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import remember_choice
from tansiq.release.models import PUBLIC, Member
from tansiq.reviews.models import Review

CALLERS = (offices.SECRETARIAT, offices.CHAIR)
KIND = "advice_call"


@dataclass(frozen=True)
class Asking:
    """What a call asks: to a review, on a line of effort or on a question, in which times."""

    title: Words
    opens_at: datetime
    closes_at: datetime
    settled_at: datetime
    zone: str
    question: Words | None = None
    review: Review | None = None
    line: str = ""
    hidden: bool = False


@act("advice.called")
def call_for_advice(*, asking: Asking, members: Sequence[Member], readers: Sequence[int]) -> AdviceCall:
    """Ask members for advice; everyone asked, the secretariat and the chair are always in its circle (R-V1).

    Raises:
        ValidationError: it is about nothing, asks nobody, its times do not follow, or its circle is the public's.
    """
    if acting().code not in CALLERS:
        raise PermissionDenied
    _check(asking, members, readers)
    named = (*members, *(offices.office(code) for code in CALLERS))
    given = ownership(audience_for(readers, *named))
    with within_its_release():
        call = AdviceCall.objects.create(
            title=asking.title,
            question=asking.question,
            review=asking.review,
            line=asking.line,
            opens_at=asking.opens_at,
            closes_at=asking.closes_at,
            settled_at=asking.settled_at,
            zone=asking.zone,
            hidden=asking.hidden,
            **given,
        )
        Invitee.objects.bulk_create(Invitee(call=call, member=member, **given) for member in members)
    remember_choice(KIND, call.audience)
    append("advice.called", about=call, audience=call.audience, content=_told(asking, members), first=True)
    return call


def _check(asking: Asking, members: Sequence[Member], readers: Sequence[int]) -> None:
    if not (asking.review or asking.line or asking.question):
        raise ValidationError(_("Say about what: a review, a line of effort, or a question in words."))
    if not members:
        raise ValidationError(_("A call asks at least one member."))
    if PUBLIC in readers:
        raise ValidationError(_("A call for advice has a circle; it is not put to the public."))
    if not clock.now() < asking.closes_at:
        raise ValidationError(_("This time has passed already. Give the members time to answer."))
    if not asking.opens_at < asking.closes_at <= asking.settled_at:
        raise ValidationError(_("A call opens, then closes to advice, then to positions: its times do not follow."))


def _told(asking: Asking, members: Sequence[Member]) -> dict[str, object]:
    return {
        "title": asking.title.as_json(),
        "question": asking.question.as_json() if asking.question else None,
        "review": str(asking.review.pk) if asking.review else None,
        "line": asking.line,
        "opens": asking.opens_at.isoformat(),
        "closes": asking.closes_at.isoformat(),
        "settled": asking.settled_at.isoformat(),
        "hidden": asking.hidden,
        "members": [member.code for member in members],
    }
