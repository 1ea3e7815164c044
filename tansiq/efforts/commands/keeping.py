"""Who keeps what is measured: the secretariat, and whoever leads the line of effort; each what it defined itself."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from tansiq import clock
from tansiq.database.base import Acting
from tansiq.efforts.models import Lead, Measure
from tansiq.members import offices
from tansiq.release.acting import acting


def leads_today() -> QuerySet[Lead]:
    """What the acting member leads today, as the secretariat has it on record."""
    today = clock.today()
    now = (Q(starts_on__isnull=True) | Q(starts_on__lte=today)) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    return Lead.objects.filter(now, member=acting().member, owner__code=offices.SECRETARIAT)


def may_define(who: Acting | None) -> bool:
    """Whether somebody keeps the measures of a line of effort, whichever."""
    return who is not None and who.member is not None and (who.code == offices.SECRETARIAT or leads_today().exists())


def may_keep(line: str) -> bool:
    """Whether the acting member keeps the measures and milestones of a line: the secretariat, and whoever leads it."""
    return acting().code == offices.SECRETARIAT or leads_today().filter(line__code=line).exists()


def own(measure: Measure) -> None:
    """Refuse whoever did not define it."""
    if measure.owner_id != acting().member:
        raise PermissionDenied
