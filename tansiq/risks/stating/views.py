"""The pages on which a risk is stated, said anew and ended, and on which its scale is set."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts.released import circle_of, circle_of_today
from tansiq.members import offices
from tansiq.members.circles import circles
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.forms import ReleaseForm
from tansiq.release.order import in_order
from tansiq.release.queries import everyone
from tansiq.release.wording import own_stripe, stripe
from tansiq.reviews.queries import CHOOSABLE, reviews, subjects
from tansiq.risks import commands, queries
from tansiq.risks.models import Risk
from tansiq.risks.stating.forms import EndForm, RenewForm, ScaleForm, StateForm


@for_members
def risk_state(request: Entered) -> HttpResponse:
    """The form in which one states what may go wrong."""
    form = StateForm(sent_to(request), initial=_asked_for(request), **_offered(), **_ways(request))

    def do(readers: list[int]) -> str:
        made = commands.state_risk(stated=form.stated(), review=form.for_review(), readers=readers)
        return reverse("risk", args=[made.pk])

    return _answered(request, form, do, "risks/risk_state.html", {"stripe": own_stripe()})


@for_members
def risk_renew(request: Entered, key: UUID) -> HttpResponse:
    """Say anew what one said of a risk; what was said before stays."""
    found = _own(request, key)
    given = _offered()
    opened = RenewForm.opened(found, given["scale"]) | _asked_for(request)
    form = RenewForm(sent_to(request), initial=opened, **given, **_readers_of(found))

    def do(readers: list[int]) -> str:
        made = commands.renew_risk(
            risk=found, stated=form.stated(), review=form.for_review(), reason=form.why(), readers=readers
        )
        return reverse("risk", args=[made.pk])

    return _answered(request, form, do, "risks/risk_renew.html", _beside(found))


@for_members
def risk_end(request: Entered, key: UUID) -> HttpResponse:
    """Close a risk that one stated, or say that it has come to pass."""
    found = _own(request, key)
    form = EndForm(sent_to(request), **_readers_of(found))

    def do(readers: list[int]) -> str:
        given = {name: form.cleaned_data[name] for name in ("way", "on")}
        commands.end_risk(risk=found, reason=form.words(), evidence=form.known_by(), readers=readers, **given)
        return reverse("risk", args=[found.pk])

    return _answered(request, form, do, "risks/risk_end.html", _beside(found))


@for_members
def risk_scale(request: Entered) -> HttpResponse:
    """The scale on which risks are placed from now on."""
    if request.acting.code != offices.SECRETARIAT:
        raise PermissionDenied
    scale = queries.scale_of_today()
    form = ScaleForm(sent_to(request), initial=ScaleForm.opened(scale), **_ways(request))

    def do(readers: list[int]) -> str:
        given = {name: form.cleaned_data[name] for name in ("levels", "likelihoods", "impacts")}
        commands.set_scale(**given, readers=readers)
        return reverse("risks")

    return _answered(request, form, do, "risks/risk_scale.html", {"stripe": own_stripe()})


def _own(request: Entered, key: UUID) -> Risk:
    """A risk that one's member or office stated itself."""
    found = get_object_or_404(queries.risks(), pk=key)
    if found.thread is None or request.acting.member != found.owner_id:
        raise PermissionDenied
    return found


def _offered() -> dict[str, Any]:
    lines = [(code, one.name.plain()) for code, one in subjects().items() if one.is_line]
    held = in_order(one for one in everyone().values() if not one.is_office)
    return {
        "reviews": {str(one.pk): one for one in reviews()[:CHOOSABLE]},
        "lines": lines,
        "members": held,
        "scale": queries.scale_of_today(),
    }


def _asked_for(request: Entered) -> dict[str, str]:
    """The review for which one comes."""
    return {"review": request.GET["review"]} if "review" in request.GET else {}


def _ways(request: Entered) -> dict[str, Any]:
    known = everyone()
    body, circle = circle_of_today(known.values())
    named = circles(request.coalition, known.values())
    return {"kind": commands.KIND, "circle": circle, "circle_name": body, "circles": named}


def _readers_of(found: Risk) -> dict[str, Any]:
    """To whom what hangs on a risk is released: the form opens on all who read it."""
    circle = circle_of(found.audience, everyone())
    return {"kind": commands.KIND, "circle": circle, "circle_name": _("All who read the risk")}


def _beside(found: Risk) -> dict[str, Any]:
    return {"risk": found, "stripe": stripe([found.audience])}


def _answered(
    request: Entered, form: ReleaseForm, do: Callable[[list[int]], str], template: str, beside: dict[str, Any]
) -> HttpResponse:
    """A form about risks: looked at, refused, or done."""
    status, stale = OK, False
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                address = do(form.cleaned_data["readers"])
            except ValidationError as refusal:
                status, stale = refused(form, refusal), isinstance(refusal, Stale)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(address)
    return render(request, template, {"form": form, "stale": stale, **beside}, status=status)
