"""A member's demand for a second factor, and how whoever lacks one is held back until there is one."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tansiq import clock
from tansiq.members import factors, offices
from tansiq.members.commands import ownership
from tansiq.members.fresh import EXERCISE
from tansiq.members.hats import hats_of
from tansiq.members.models import Account, Accreditation, FactorDemand, Session
from tansiq.members.sessions import holder
from tansiq.record.acts import Stale, act, edit
from tansiq.record.commands import append
from tansiq.release.acting import acting, acting_as, now_acting, token_for
from tansiq.release.commands import own_audience

DEMANDED = _("This is demanded already. Look at the page again.")
CLEARED = "cleared"  # The hat for which a session was last found to have what its member demands.


def may_demand() -> bool:
    """Whether the acting person decides for its member: its keeper does, and the secretariat for its own office."""
    who = acting()
    return who.hat in Accreditation.KEEPERS or who.code == offices.SECRETARIAT


def demand_in_force() -> FactorDemand | None:
    """The acting member's demand, if there is one."""
    who = now_acting()
    if who is None or who.member is None:
        return None
    return FactorDemand.objects.filter(owner_id=who.member, lifted_at=None).select_related("owner").first()


@act("second_factor.demanded")
def demand_second_factor() -> FactorDemand:
    """Demand a second factor of everyone who speaks for the member; whoever has none signs in anew and sets one up."""
    if not may_demand():
        raise PermissionDenied
    if demand_in_force():
        raise Stale(DEMANDED)
    who, circle = acting(), own_audience()
    demand = FactorDemand.objects.create(**ownership(circle))
    append("second_factor.demanded", about=demand, audience=circle, content={"member": who.code}, first=True)
    people = Accreditation.objects.filter(member_id=who.member, ended_at=None, account__isnull=False).values("account")
    having = factors.holders()
    Session.objects.filter(account__in=people).exclude(account__in=having).exclude(account=who.account).delete()
    return demand


@act("second_factor.lifted")
def lift_demand(*, demand: FactorDemand, version: int) -> FactorDemand:
    """Demand it no longer."""
    if not may_demand():
        raise PermissionDenied
    edit(demand, version=version, lifted_at=clock.now())
    # Two keepers may have demanded it at one moment.
    FactorDemand.objects.filter(owner_id=acting().member, lifted_at=None).update(lifted_at=clock.now())
    append("second_factor.lifted", about=demand, audience=own_audience(), content={"member": acting().code})
    return demand


def is_held_back(request: HttpRequest) -> bool:
    """Whether this session must set a second factor up before it does anything else under its hat.

    Asked of the database once for each hat that a session puts on. Whoever comes in by the demonstration's door has no
    password and is never asked: a second factor would guard nothing there.
    """
    who = now_acting()
    if who is None or who.member is None or request.session.get(EXERCISE):
        return False
    if request.session.get(CLEARED) == str(who.accreditation):
        return False
    if demand_in_force() and not factors.has_factor(holder(request).pk):
        return True
    request.session[CLEARED] = str(who.accreditation)
    return False


def refuse_to_lose_the_last(account: Account, kind: str) -> None:
    """Refuse to remove a factor that is the last one, where a member for which its holder speaks demands one.

    Raises:
        ValidationError: it names the member.
    """
    left = [one for one in factors.factors_of(account.pk) if one.kind in factors.STRONG]
    if kind not in factors.STRONG or len(left) > 1:
        return
    for hat in hats_of(account.pk):
        with acting_as(token_for(account.pk, hat.accreditation)):
            if demand := demand_in_force():
                raise ValidationError(
                    _("%(member)s demands a second factor, and this is your last one. Add another one first."),
                    params={"member": demand.owner.name.plain()},
                )
