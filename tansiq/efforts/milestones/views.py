"""The pages of milestones: all of them, one with its days and states, and the forms by which they change."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts.commands import attesting
from tansiq.efforts.commands.keeping import may_define
from tansiq.efforts.defining.views import CHOOSABLE, kept_lines
from tansiq.efforts.milestones import queries
from tansiq.efforts.milestones.forms import AttestForm, ExpectForm, MilestoneFilter, MilestoneForm, WaitForm
from tansiq.efforts.milestones.models import Milestone
from tansiq.efforts.milestones.told import audiences_of, history, stands
from tansiq.efforts.models import Measure
from tansiq.efforts.released import circle_of, circle_of_today
from tansiq.members.circles import circles
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import asked, only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import Audience
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews.queries import subjects

SIZE = 30


def milestones(request: Request) -> HttpResponse:
    """The milestones, the next expected first."""
    about = subjects()
    form = MilestoneFilter(request.GET, lines=[(code, one.name.plain()) for code, one in about.items() if one.is_line])
    given = asked(request, form)
    rows = queries.asked_for(given.get("line", ""), given.get("state", ""))
    page = page_of(request, queries.with_readers(rows), SIZE)
    found = list(page)
    shown = [one.audience for one in about.values()]
    told = {
        "form": form,
        "kept": given.kept,
        "page": page,
        "rows": [stands(one) for one in found],
        "subjects": about,
        "may_set": may_define(request.acting),
        "stripe": stripe([*audiences_of(found), *shown]),
    }
    return render(request, "efforts/milestones.html", told)


def milestone_told(request: Request, key: UUID) -> tuple[dict[str, Any], list[Audience]]:
    """One milestone: what, by whom, for what; every day on which it was expected, every state, and what waits."""
    found = get_object_or_404(queries.milestones(), pk=key)
    known = everyone()
    days, states = list(queries.expectations_of(key)), list(queries.attestations_of(key))
    waiting = list(queries.waiting_around(key))
    line = subjects().get(found.line)
    beyond = [side for one in waiting for side in (one.milestone, one.waits) if side]
    shown = [found, *days, *states, *waiting, *beyond, *(one for one in (line, found.measure) if one)]
    own = request.acting.member if request.acting else None
    told = {
        "milestone": found,
        "stands": stands(found),
        "line": line,
        "history": history(days, states),
        "chips": {one.audience.pk: chip(one.audience, known) for one in shown if one.audience_id != found.audience_id},
        "waiting": [one for one in waiting if one.milestone_id == key],
        "waits_for": [one for one in waiting if one.waits_id == key],
        "may_expect": own is not None and own in (found.owner_id, found.doer_id),
        "may_attest": own == found.attester_id,
        "member": own,
    }
    return told, [one.audience for one in shown]


@for_members
def milestone_set(request: Entered) -> HttpResponse:
    """The form to set a milestone along a line of effort."""
    lines, known = kept_lines(request), everyone()
    kept = Measure.objects.filter(line__in=[code for code, _name in lines]).order_by("line", "code", "key")
    body, circle = circle_of_today(known.values())
    form = MilestoneForm(
        sent_to(request),
        lines=lines,
        measures={str(one.pk): one for one in kept[:CHOOSABLE]},
        members=known.values(),
        kind=attesting.KIND,
        circle=circle,
        circle_name=body,
        circles=circles(request.coalition, known.values()),
    )

    def do(readers: list[int]) -> Milestone:
        return attesting.set_milestone(**form.cleaned_data["milestone"], readers=readers)

    return _answered(request, form, do, "efforts/milestone_set.html", {"stripe": own_stripe()})


@for_members
def milestone_expect(request: Entered, key: UUID) -> HttpResponse:
    """Another day on which it is expected, and why."""
    found = get_object_or_404(queries.milestones(), pk=key)
    if request.acting.member not in (found.owner_id, found.doer_id):
        raise PermissionDenied
    form = ExpectForm(sent_to(request), **_opened(found))

    def do(readers: list[int]) -> Milestone:
        given = form.cleaned_data
        attesting.expect_milestone(milestone=found, on=given["on"], reason=form.words(), readers=readers)
        return found

    return _answered(request, form, do, "efforts/milestone_expect.html", _beside(found))


@for_members
def milestone_attest(request: Entered, key: UUID) -> HttpResponse:
    """That it was reached, or lost again: its attester says so, and nobody else."""
    found = get_object_or_404(queries.milestones(), pk=key)
    if request.acting.member != found.attester_id:
        raise PermissionDenied
    form = AttestForm(sent_to(request), **_opened(found))

    def do(readers: list[int]) -> Milestone:
        given = {name: form.cleaned_data[name] for name in ("state", "on")}
        attesting.attest_milestone(milestone=found, evidence=form.words(), readers=readers, **given)
        return found

    return _answered(request, form, do, "efforts/milestone_attest.html", _beside(found))


@for_members
def milestone_await(request: Entered, key: UUID) -> HttpResponse:
    """What waits for it: another milestone, or something in words."""
    found = get_object_or_404(queries.milestones(), pk=key)
    rows = queries.milestones().exclude(pk=key)[:CHOOSABLE]
    form = WaitForm(sent_to(request), others={str(one.pk): one for one in rows}, **_opened(found))

    def do(readers: list[int]) -> Milestone:
        attesting.await_milestone(milestone=found, **form.waiting(), readers=readers)
        return found

    return _answered(request, form, do, "efforts/milestone_await.html", _beside(found))


def _opened(found: Milestone) -> dict[str, Any]:
    """To whom what is said of a milestone is released: the form opens on all who read it."""
    circle = circle_of(found.audience, everyone())
    return {"kind": attesting.KIND, "circle": circle, "circle_name": _("All who read the milestone")}


def _beside(found: Milestone) -> dict[str, Any]:
    return {"milestone": found, "stands": stands(found), "stripe": stripe([found.audience])}


def _answered(
    request: Entered, form: ReleaseForm, do: Callable[[list[int]], Milestone], template: str, beside: dict[str, Any]
) -> HttpResponse:
    """A form about a milestone: looked at, refused, or done."""
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                found = do(form.cleaned_data["readers"])
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("milestone", args=[found.pk]))
    return render(request, template, {"form": form, **beside}, status=status)
