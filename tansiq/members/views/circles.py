"""Pages on which the secretariat keeps circles: the named sets of members that forms offer."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from tansiq.engines.profiles import NAMED, Circle, read
from tansiq.languages.terms import HOUSE
from tansiq.languages.words import Words
from tansiq.members import offices
from tansiq.members.circle_forms import CircleForm
from tansiq.members.circles import change_circle, make_circle
from tansiq.members.models import Coalition
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_office
from tansiq.release.queries import everyone
from tansiq.release.wording import own_stripe


def address_of(circle: Circle) -> str:
    """Under which name a circle stands in addresses: its English one."""
    return slugify(circle.name["en"]) or "circle"


@for_office(offices.SECRETARIAT)
def make(request: Entered) -> HttpResponse:
    """Make a circle."""
    return _keep(request, None)


@for_office(offices.SECRETARIAT)
def change(request: Entered, name: str) -> HttpResponse:
    """Name a circle anew, and say who is in it from now on."""
    held = read(request.coalition.profile).circles if request.coalition and request.coalition.founded else ()
    place = next((place for place, one in enumerate(held) if address_of(one) == name), None)
    if place is None:
        raise Http404
    return _keep(request, place)


def _keep(request: Entered, place: int | None) -> HttpResponse:
    coalition = request.coalition
    if coalition is None or not coalition.founded:
        raise Http404
    circle = None if place is None else read(coalition.profile).circles[place]
    members = [one for one in everyone().values() if not one.is_office and one.left_on is None]
    sent, status = sent_to(request), OK
    given: dict[str, Any] = {"circle": circle, "members": members, "version": coalition.version}
    form = CircleForm(sent, **given)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            asked = {"version": form.cleaned_data["version"], "circle": form.cleaned_data["circle"]}
            try:
                if place is None:
                    make_circle(coalition=coalition, **asked)
                else:
                    change_circle(coalition=coalition, place=place, **asked)
            except ValidationError as refusal:
                data: Any = sent.copy()
                data["version"] = Coalition.objects.get().version
                form = CircleForm(data, **given)
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("coalition") + "#circles")
    page = {
        "form": form,
        "name": Words("en", circle.name).plain() if circle else "",
        "follows": HOUSE.get(circle.of, "") if circle and circle.of != NAMED else "",
        "of_all": bool(circle and circle.of == "members"),
        "stripe": own_stripe(),
    }
    return render(request, "members/circle.html", page, status=status)
