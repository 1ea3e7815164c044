"""What a delegation is writing: kept on the server with every line, read by its own people, cleared by its head."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.models import Measure
from tansiq.members.commands import ownership
from tansiq.members.models import Accreditation
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import own_audience
from tansiq.reports.models import Call, ClearanceDemand, ReportDraft
from tansiq.reports.queries import clearance_demanded


def keep_draft(*, call: Call, measure: Measure, given: Mapping[str, str], ready: bool) -> ReportDraft:
    """Keep what was typed so far; a draft is no act and leaves nothing in the record."""
    held = {"given": dict(given), "ready": ready, "updated_at": clock.now()}
    kept = ReportDraft.objects.filter(call=call, measure=measure, owner=acting().member).order_by("-updated_at").first()
    if kept is not None:
        return edit(kept, version=kept.version, **held)
    return ReportDraft.objects.create(call=call, measure=measure, **{**ownership(own_audience()), **held})


@act("clearance.demanded")
def demand_clearance() -> ClearanceDemand:
    """Demand that the head of delegation clears every report before it is filed."""
    who, circle = acting(), own_audience()
    if who.hat not in Accreditation.KEEPERS:
        raise PermissionDenied
    if clearance_demanded(who.member):
        raise Stale(_("This is demanded already. Look at the page again."))
    demand = ClearanceDemand.objects.create(**ownership(circle))
    append("clearance.demanded", about=demand, audience=circle, content={"member": who.code}, first=True)
    return demand


@act("clearance.lifted")
def lift_clearance(*, demand: ClearanceDemand, version: int) -> ClearanceDemand:
    """Demand it no longer: whoever speaks for the member files."""
    if acting().hat not in Accreditation.KEEPERS:
        raise PermissionDenied
    edit(demand, version=version, lifted_at=clock.now())
    append("clearance.lifted", about=demand, audience=own_audience(), content={"member": acting().code})
    return demand
