"""Calling for reports: what is asked, of whom, for which period, until when, and who reads the answers."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.models import Measure
from tansiq.efforts.released import audience_for, within_its_release
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.members.models import Body
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.models import Member
from tansiq.reports.models import Asked, Call
from tansiq.reviews.models import Review

CALLERS = (offices.SECRETARIAT, offices.CHAIR)


@act("reports.called")
def call_for_reports(  # noqa: PLR0913 -- what a call says
    *,
    body: Body,
    review: Review | None,
    title: Words,
    question: Words | None,
    period: tuple[date, date],
    due_at: datetime,
    measures: Sequence[Measure],
    members: Sequence[Member],
    way: str,
    own_acceptance: bool,
    readers: Sequence[int],
) -> Call:
    """Ask members for their figures; the call's readers are the circle in which its reports are read.

    Raises:
        ValidationError: nothing or nobody is asked, it is due before now, or its circle is wider than its measures'.
    """
    if acting().code not in CALLERS:
        raise PermissionDenied
    if not measures or not members:
        raise ValidationError(_("A call asks at least one member for at least one measure."))
    if period[0] > period[1]:
        raise ValidationError(_("The period ends before it begins."))
    if due_at <= clock.now():
        raise ValidationError(_("This time has passed already. Give the members time to answer."))
    asked = {member.reader for member in members}
    given = ownership(audience_for({*readers, *asked}))
    with within_its_release():
        call = Call.objects.create(
            body=body,
            review=review,
            title=title,
            question=question,
            period_from=period[0],
            period_until=period[1],
            due_at=due_at,
            way=way,
            own_acceptance=own_acceptance,
            **given,
        )
        Asked.objects.bulk_create(
            Asked(call=call, measure=measure, member=member, **given) for measure in measures for member in members
        )
    append(
        "reports.called",
        about=call,
        audience=call.audience,
        content={
            "body": str(body.pk),
            "review": str(review.pk) if review else None,
            "title": title.as_json(),
            "question": question.as_json() if question else None,
            "period": [one.isoformat() for one in period],
            "due": due_at.isoformat(),
            "measures": [str(measure.pk) for measure in measures],
            "members": [member.code for member in members],
            "way": way,
            "own_acceptance": own_acceptance,
        },
        first=True,
    )
    return call
