"""What a member demands before its reports are filed: that its head clears them, or nothing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members.forms import DemandForm
from tansiq.members.models import Accreditation
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Member
from tansiq.release.wording import own_stripe
from tansiq.reports.commands.drafting import demand_clearance, lift_clearance
from tansiq.reports.queries import demands_of


@for_members
def clearance(request: Entered) -> HttpResponse:
    """What my member demands, and changing it; its keepers do."""
    if request.acting.hat not in Accreditation.KEEPERS:
        raise PermissionDenied
    sent, status = sent_to(request), OK
    demand = demands_of(request.acting.member).first()
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
    return render(request, "reports/clearance.html", given, status=status)


def _act(request: Entered, version: int) -> None:
    """Demand it where nothing was demanded when the page was opened; else lift what was."""
    if not version:
        demand_clearance()
        messages.success(request, _("From now on your head of delegation clears every report before it is filed."))
        return
    demand = demands_of(request.acting.member).first()
    if demand is None:
        raise ValidationError(_("Nothing is demanded any more. Look at the page again."))
    lift_clearance(demand=demand, version=version)
    messages.success(request, _("From now on whoever speaks for your member files its reports."))
