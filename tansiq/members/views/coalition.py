"""The coalition's own ways: its words, rooms, circles, rules and order, which everybody reads."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.profiles import BODIES, LANGUAGES, MODULES, TERMS, read
from tansiq.languages.terms import HOUSE
from tansiq.members import offices
from tansiq.members.circles import with_members
from tansiq.members.coalition import change_coalition
from tansiq.members.founding_forms import PROFILES, REPORTS, ROOMS, WaysForm
from tansiq.members.models import Coalition
from tansiq.members.views.circles import address_of
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_office
from tansiq.release.order import in_order
from tansiq.release.queries import everyone
from tansiq.release.wording import own_stripe, stripe

CIRCLES = {"members": gettext_lazy("all members"), **{kind: HOUSE[kind] for kind in BODIES}}


def coalition(request: Request) -> HttpResponse:
    """How this coalition speaks and works."""
    if request.coalition is None or not request.coalition.founded:
        raise Http404
    profile = read(request.coalition.profile)
    circles = with_members(request.coalition, everyone().values())
    given = {
        "profile": profile,
        "made_from": PROFILES.get(profile.made_from, ""),
        "terms": [(HOUSE[name], profile.terms[name]) for name in TERMS],
        "rules_of": [(profile.terms[kind], profile.bodies[kind]) for kind in BODIES],
        "circles": [(one, CIRCLES.get(one.of, ""), in_order(of), address_of(one)) for one, of in circles],
        "rooms_of": [(ROOMS[name], name in profile.modules) for name in MODULES],
        "reports": REPORTS[profile.reports],
        "order": request.coalition.get_member_order_display(),
        "may_change": request.acting.code == offices.SECRETARIAT,
        "stripe": stripe([]),
    }
    return render(request, "members/coalition.html", given)


@for_office(offices.SECRETARIAT)
def change(request: Entered) -> HttpResponse:
    """Change them; where somebody was quicker, what was typed stands in the form."""
    held = request.coalition
    if held is None or not held.founded:
        raise Http404
    codes = [member.code for member in everyone().values() if not member.is_office]
    sent = sent_to(request)
    form, status = WaysForm(sent, coalition=held, codes=codes), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("version", "profile", "member_order", "sequence")}
            try:
                change_coalition(coalition=held, **given)
            except ValidationError as refusal:
                held = Coalition.objects.get()
                data: Any = form.data  # A QueryDict: that of the form as it was sent.
                data = data.copy()
                data["version"] = held.version
                form = WaysForm(data, coalition=held, codes=codes)
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("coalition"))
    terms = [(HOUSE[name], [(code, form[f"term_{name}_{code}"]) for code in LANGUAGES]) for name in TERMS]
    rules = [(form[f"{kind}_way"], form[f"{kind}_hours"]) for kind in BODIES]
    given = {"form": form, "terms": terms, "rules_of": rules, "stripe": own_stripe()}
    return render(request, "members/coalition_change.html", given, status=status)
