"""What a member demands of those who speak for it: a second factor, or none."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members import demands
from tansiq.members.forms import DemandForm
from tansiq.members.fresh import freshly
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Member
from tansiq.release.wording import own_stripe


@for_members
def second_factor(request: Entered) -> HttpResponse:
    """What my member demands, and changing it."""
    if not demands.may_demand():
        raise PermissionDenied
    return _decide(request)


@freshly
def _decide(request: Entered) -> HttpResponse:
    sent, status = sent_to(request), OK
    demand = demands.demand_in_force()
    form = DemandForm(sent, initial={"version": demand.version if demand else 0})
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                _act(request, form.cleaned_data["version"])
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                return HttpResponseRedirect(reverse("my_member"))
    member = get_object_or_404(Member, pk=request.acting.member)
    given = {"form": form, "demand": demand, "member": member, "stripe": own_stripe()}
    return render(request, "members/second_factor.html", given, status=status)


def _act(request: Entered, version: int) -> None:
    """Demand it where nothing was demanded when the page was opened; else lift what was."""
    if not version:
        demands.demand_second_factor()
        request.session.pop(demands.CLEARED, None)  # It holds for whoever demands it, too.
        messages.success(request, _("From now on everyone who speaks for your member needs a second factor."))
        return
    demand = demands.demand_in_force()
    if demand is None:
        raise ValidationError(_("Nothing is demanded any more. Look at the page again."))
    demands.lift_demand(demand=demand, version=version)
    messages.success(request, _("A second factor is no longer demanded."))
