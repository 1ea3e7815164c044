"""Closing a call: that nobody is asked any more, and who had not answered, are themselves on record."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import audience_of, own_reader
from tansiq.release.queries import everyone
from tansiq.reports.commands.calling import CALLERS
from tansiq.reports.models import Call, Closing, Missed
from tansiq.reports.waiting import closing_of, missing_in


@act("call.closed")
def close_call(*, call: Call) -> Closing:
    """Close reporting to a call that is due; who has not answered, as far as released to the acting office, is noted.

    That it is closed is told to the call's circle. That a member had not answered is told to that member alone: who
    else knows of a report is its reporter's to say.

    Raises:
        ValidationError: its time has not passed, or it was closed already.
    """
    if acting().code not in CALLERS:
        raise PermissionDenied
    if call.due_at > clock.now():
        raise ValidationError(_("This call is not due yet. Members may still answer in time."))
    if closing_of(call) is not None:
        raise ValidationError(_("Reporting to this call is closed already."))
    closing = Closing.objects.create(call=call, **ownership(call.audience))
    append("call.closed", about=closing, audience=call.audience, content={"call": str(call.pk)}, first=True)
    readers = {member.pk: reader for reader, member in everyone().items()}
    for row in missing_in(call):
        audience = audience_of({readers[row["pk"]], own_reader()})
        missed = Missed.objects.create(
            closing=closing,
            member_id=row["pk"],
            asked=row["asks"],
            unanswered=row["left"],
            **ownership(audience),
        )
        append(
            "report.missed",
            about=missed,
            audience=audience,
            content={"call": str(call.pk), "asked": row["asks"], "unanswered": row["left"]},
            first=True,
        )
    return closing
