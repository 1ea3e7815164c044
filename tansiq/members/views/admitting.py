"""What the secretariat does about members: admitting one, and recording a step in its standing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members import commands, offices, queries
from tansiq.members.forms import AdmitForm, StandingForm
from tansiq.members.fresh import freshly
from tansiq.members.wording import when
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import for_office
from tansiq.release.models import Member
from tansiq.release.wording import stripe


@for_office(offices.SECRETARIAT)
@freshly
def admit(request: HttpRequest) -> HttpResponse:
    """Admit a member."""
    sent = sent_to(request)
    form, status = AdmitForm(sent), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            words = {name: form.cleaned_data[name] for name in ("code", "kind", "name", "joined_on")}
            try:
                member = commands.admit_member(**words)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("%(member)s is a member now.") % {"member": member.name.plain()})
                return HttpResponseRedirect(reverse("member", args=[member.code]))
    return render(request, "members/admit.html", {"form": form, "stripe": stripe([])}, status=status)


@for_office(offices.SECRETARIAT)
@freshly
def standing(request: HttpRequest, code: str) -> HttpResponse:
    """Record that a member is suspended, reinstated or has withdrawn."""
    member = get_object_or_404(Member.objects.exclude(kind=Member.Kind.OFFICE), code=code)
    sent = sent_to(request)
    form, status = StandingForm(sent), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                commands.record_standing(member=member, **form.cleaned_data)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("member", args=[member.code]))
    steps = list(queries.standings_of(member))
    given = {"form": form, "member": member, "steps": steps, "since": when, "stripe": stripe([])}
    return render(request, "members/standing.html", given, status=status)
