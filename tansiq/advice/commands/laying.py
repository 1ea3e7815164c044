"""Laying on the table what was handed in without a name: all that waits, in one act, in an order drawn by chance."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tansiq.advice import queries
from tansiq.advice.given import Said
from tansiq.advice.models import Advice, AdviceCall
from tansiq.finding.commands import keep_findable
from tansiq.members import offices
from tansiq.members.commands import ownership
from tansiq.record.acts import act
from tansiq.record.commands import append


@act("advice.laid")
def lay_on_table(*, call: AdviceCall) -> AdviceCall:
    """Lay all that waits before the whole circle: one act, one entry, one time, in the order of random keys (R-V4).

    What came under the Chatham House Rule waits until the call has closed; what came through the secretariat does not.

    Raises:
        ValidationError: nothing waits.
    """
    offices.only(offices.SECRETARIAT)
    waiting = queries.waiting(call)
    if not waiting:
        raise ValidationError(_("Nothing waits to be laid on the table."))
    given = ownership(call.audience, said_by_id=None)
    made = [
        Advice.objects.create(
            key=one.key, thread=one.key, call=call, attribution=one.attribution, **Said.of(one.given).columns, **given
        )
        for one in waiting
    ]
    told = [{"advice": str(one.pk), "attribution": str(one.attribution), **Said.of(one).told} for one in made]
    append("advice.laid", about=call, audience=call.audience, content={"advice": told})
    for one in made:
        keep_findable(one, first=True)
    return call
