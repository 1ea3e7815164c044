"""The pages of members' and offices' own forecasts: one with what came of it, and the forms by which they change."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.efforts.defining.views import to_choose as sources_to_choose
from tansiq.efforts.milestones.models import Milestone
from tansiq.efforts.milestones.views import milestone_told
from tansiq.efforts.released import circle_of, circle_of_today
from tansiq.forecasts import commands, queries, wording
from tansiq.forecasts.forms import ByWhenForm, DemurForm, ForetellForm, ResolveForm
from tansiq.forecasts.models import Prediction
from tansiq.forecasts.told import audiences_of
from tansiq.forecasts.wording import horizon_of, judged
from tansiq.languages.versions import versions
from tansiq.members.circles import circles
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import Audience
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews.queries import CHOOSABLE, reviews, subjects

MILESTONES = 100  # To choose from, the newest.
FORETOLD = 30  # Of one milestone, the newest.


def forecast(request: Request, key: UUID) -> HttpResponse:
    """One forecast: the claim, how probable, by when, what came of it in whose words, and how its author sees that."""
    found = get_object_or_404(queries.predictions(), pk=key)
    known = everyone()
    demurs, about = queries.demurs_on(key), subjects().get(found.line)
    now = judged(found, clock.today())
    shown = [*audiences_of([found]), *(one.audience for one in demurs), *([about.audience] if about else [])]
    told = {
        "forecast": found,
        "now": now,
        "demurs": demurs,
        "about": about,
        "wording": wording,
        "versions": versions,
        "to": chip(found.audience, known),
        "stripe": stripe(shown, known),
        **_may(request, found),
    }
    return render(request, "forecasts/forecast.html", told)


def _may(request: Request, found: Prediction) -> dict[str, bool]:
    """What whoever reads a forecast may do about it."""
    who = request.acting
    own = who is not None and who.member == found.owner_id
    told = bool(found.told)  # type: ignore[attr-defined] # queries.predictions
    return {
        "may_date": own and horizon_of(found) is None and not told,
        "may_resolve": who is not None and who.code in commands.RESOLVERS and not own,
        "may_demur": own and told,
    }


def milestone(request: Request, key: UUID) -> HttpResponse:
    """One milestone, with what was foretold of it."""
    told, audiences = milestone_told(request, key)
    rows, today = list(queries.of_milestone(key)[:FORETOLD]), clock.today()
    told |= {
        "foretold": [judged(one, today) for one in rows],
        "wording": wording,
        "stripe": stripe([*audiences, *audiences_of(rows)]),
    }
    return render(request, "forecasts/milestone.html", told)


@for_members
def forecast_make(request: Entered) -> HttpResponse:
    """The form in which one foretells something on one's own word."""
    known = everyone()
    lines = [(code, one.name.plain()) for code, one in subjects().items() if one.is_line]
    body, circle = circle_of_today(known.values())
    held = Milestone.objects.order_by("-created_at", "-key")[:MILESTONES]
    asked = {name: request.GET[name] for name in ("milestone", "review") if name in request.GET}
    form = ForetellForm(
        sent_to(request),
        initial=asked,
        lines=lines,
        milestones={str(one.pk): one for one in held},
        reviews={str(one.pk): one for one in reviews()[:CHOOSABLE]},
        kind=commands.KIND,
        circle=circle,
        circle_name=body,
        circles=circles(request.coalition, known.values()),
    )

    def do(readers: list[int]) -> Prediction:
        return commands.foretell(foretelling=form.foretelling(), readers=readers)

    return _answered(request, form, do, "forecasts/forecast_make.html", {"stripe": own_stripe()})


@for_members
def forecast_date(request: Entered, key: UUID) -> HttpResponse:
    """Say by when a forecast is to come true that had no horizon."""
    found = _own(request, key)
    form = ByWhenForm(sent_to(request), **_readers_of(found.audience))

    def do(readers: list[int]) -> Prediction:
        by = form.by()
        if by is not None:
            commands.say_by_when(prediction=found, by=by, readers=readers)
        return found

    return _answered(request, form, do, "forecasts/forecast_date.html", _beside(found))


@for_members
def forecast_resolve(request: Entered, key: UUID) -> HttpResponse:
    """Say what came of another's forecast."""
    found = get_object_or_404(queries.predictions(), pk=key)
    if request.acting.code not in commands.RESOLVERS or request.acting.member == found.owner_id:
        raise PermissionDenied
    sources = {str(one.pk): one for one in sources_to_choose()}
    form = ResolveForm(sent_to(request), sources=sources, **_readers_of(found.audience))

    def do(readers: list[int]) -> Prediction:
        commands.resolve(prediction=found, **form.resolved(), readers=readers)
        return found

    return _answered(request, form, do, "forecasts/forecast_resolve.html", _beside(found))


@for_members
def forecast_demur(request: Entered, key: UUID) -> HttpResponse:
    """See otherwise what came of one's own forecast."""
    found = _own(request, key)
    told = found.told  # type: ignore[attr-defined] # queries.predictions
    if not told:
        raise PermissionDenied
    form = DemurForm(sent_to(request), **_readers_of(told[0].audience))

    def do(readers: list[int]) -> Prediction:
        commands.demur(resolution=told[0], words=form.words(), readers=readers)
        return found

    return _answered(request, form, do, "forecasts/forecast_demur.html", _beside(found))


def _own(request: Entered, key: UUID) -> Prediction:
    found = get_object_or_404(queries.predictions(), pk=key)
    if request.acting.member != found.owner_id:
        raise PermissionDenied
    return found


def _readers_of(held: Audience) -> dict[str, Any]:
    """To whom what hangs on a forecast is released: the form opens on all who read it."""
    return {"kind": commands.KIND, "circle": circle_of(held, everyone()), "circle_name": _("All who read the forecast")}


def _beside(found: Prediction) -> dict[str, Any]:
    told = {"forecast": found, "now": judged(found, clock.today()), "wording": wording}
    return {**told, "stripe": stripe(audiences_of([found]))}


def _answered(
    request: Entered, form: ReleaseForm, do: Callable[[list[int]], Prediction], template: str, beside: dict[str, Any]
) -> HttpResponse:
    """A form about a forecast: looked at, refused, or done."""
    status, stale = OK, False
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                found = do(form.cleaned_data["readers"])
            except ValidationError as refusal:
                status, stale = refused(form, refusal), isinstance(refusal, Stale)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("forecast", args=[found.pk]))
    return render(request, template, {"form": form, "stale": stale, **beside}, status=status)
