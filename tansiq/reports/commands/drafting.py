"""What a delegation is writing: kept on the server with every line, read by its own people, cleared by its head."""

import hashlib
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.efforts.models import Measure
from tansiq.engines.canonical import canonical
from tansiq.members.commands import ownership
from tansiq.members.models import Accreditation
from tansiq.record.acts import Stale, act, alone, edit
from tansiq.record.commands import append
from tansiq.release.acting import acting
from tansiq.release.commands import own_audience
from tansiq.reports.models import Call, ClearanceDemand, ReportDraft
from tansiq.reports.queries import clearance_demanded

WRITER = "writer"  # Beside what was typed: whose account it was, so that one overtakes oneself freely.
FOR_ALL = "all-"  # Begins the names of what is chosen once for all answers.


def typed_in(given: Mapping[str, str]) -> dict[str, str]:
    """The fields of the answer itself."""
    return {name: said for name, said in given.items() if name != WRITER and not name.startswith(FOR_ALL)}


def stamp_of(draft: ReportDraft | None) -> str:
    """Which draft a form opens with: its version, and a mark of its words."""
    return f"{draft.version}.{mark_of(typed_in(draft.given))}" if draft else "0."


def mark_of(typed: Mapping[str, str]) -> str:
    """A mark of what stands in a form, by which it is seen whether anybody changed it."""
    return hashlib.sha256(canonical(dict(typed))).hexdigest()[:16]


class Overtaken(Stale):
    """A colleague has kept another draft meanwhile: it stands, and so does what was typed."""

    def __init__(self, draft: ReportDraft) -> None:
        super().__init__(_("A colleague has written here meanwhile. Both texts stand below: send the one that holds."))
        self.draft = draft


def keep_draft(
    *, call: Call, measure: Measure, given: Mapping[str, str], ready: bool, seen: int | None = None
) -> ReportDraft:
    """Keep what was typed so far; a draft is no act and leaves nothing in the record.

    Its writer went on from the version that was seen, 0 where there was none; None where that cannot matter.

    Raises:
        Overtaken: a colleague has kept other words since; one's own former words are simply kept anew.
    """
    alone(call.pk)
    writer = str(acting().account)
    held = {"given": {**given, WRITER: writer}, "ready": ready, "updated_at": clock.now()}
    kept = ReportDraft.objects.filter(call=call, measure=measure, owner=acting().member).order_by("-updated_at").first()
    if kept is not None:
        others = kept.given.get(WRITER) not in (writer, None) and typed_in(kept.given) != typed_in(given)
        if others and seen is not None and kept.version > seen:
            raise Overtaken(kept)
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
