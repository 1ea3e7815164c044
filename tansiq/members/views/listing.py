"""The list of members, and the bodies in which they hold seats."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from tansiq.engines.order import BY_ACCESSION, BY_NAME
from tansiq.engines.profiles import BODIES
from tansiq.members import offices, queries
from tansiq.members.wording import when
from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.order import order_of
from tansiq.release.pages import page_of
from tansiq.release.wording import stripe


class OrderForm(forms.Form):
    """In which order members are listed."""

    order = forms.ChoiceField(
        required=False,
        choices=[("", _("as the coalition lists them")), (BY_NAME, _("by name")), (BY_ACCESSION, _("by accession"))],
    )


def members(request: Request) -> HttpResponse:
    """The members of the coalition, and its offices."""
    filters = asked(request, OrderForm(request.GET))
    order = filters.get("order", "")
    page = page_of(request, queries.listed_members(order))
    bodies = list(queries.bodies())
    secretariat = request.acting.code == offices.SECRETARIAT
    founded = request.coalition is not None and request.coalition.founded
    shown = [step.audience for row in page for step in (row.accession, row.last) if step]
    given = {
        "page": page,
        "order": order_of(order),
        "usual": order_of(),
        "since": when,
        "kept": filters.kept,
        "offices": queries.offices(),
        "bodies": bodies,
        "may_admit": secretariat,
        "may_make_bodies": secretariat and founded and not set(BODIES) <= {body.kind for body in bodies},
        "stripe": stripe(shown),
    }
    return render(request, "members/list.html", given)
