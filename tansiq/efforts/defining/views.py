"""Defining a measure, changing it, and giving it a start, a denominator, a target."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts import queries, wording
from tansiq.efforts.commands import aiming, defining, keeping, starting
from tansiq.efforts.commands.releasing import baselines_with, bases_with, release_measure
from tansiq.efforts.defining.forms import BaseForm, BaselineForm, ChangeForm, DefineForm, TargetForm
from tansiq.efforts.kinds import EXPLAINED
from tansiq.efforts.models import Measure
from tansiq.efforts.released import circle_of, circle_of_today
from tansiq.members import offices
from tansiq.members.circles import circles
from tansiq.record.acts import is_own
from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.models import Member
from tansiq.release.queries import everyone
from tansiq.release.wording import own_stripe, stripe
from tansiq.reviews.queries import subjects
from tansiq.reviews.widening.forms import Held
from tansiq.reviews.widening.pages import widening
from tansiq.sources.models import Source

CHOOSABLE = 200  # Sources and measures in a list to choose from.


def kept_lines(request: Entered) -> list[tuple[str, str]]:
    """The lines of effort whose measures and milestones the acting member keeps, to choose from.

    Raises:
        Http404: there is none: for whoever keeps none there is no such page.
    """
    lines = [(code, one.name.plain()) for code, one in subjects().items() if one.is_line]
    if request.acting.code != offices.SECRETARIAT:
        led = {*keeping.leads_today().values_list("line__code", flat=True)}
        lines = [one for one in lines if one[0] in led]
    if not lines:
        raise Http404
    return lines


def to_choose() -> list[Source]:
    """The newest sources that I may see, to choose from."""
    return list(Source.objects.order_by("-created_at", "url", "key")[:CHOOSABLE])


@for_members
def measure_define(request: Entered) -> HttpResponse:
    """The form to define what is measured along a line of effort."""
    lines, known = kept_lines(request), everyone()
    kept = Measure.objects.filter(line__in=[code for code, _name in lines])
    earlier = {str(one.pk): one for one in kept.order_by("line", "code", "key")[:CHOOSABLE]}
    body, circle = circle_of_today(known.values())
    sent, status = sent_to(request), OK
    form = DefineForm(
        sent,
        lines=lines,
        earlier=earlier,
        sources=to_choose(),
        kind=defining.KIND,
        circle=circle,
        circle_name=body,
        circles=circles(request.coalition, known.values()),
    )
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                made = defining.define_measure(
                    definition=form.cleaned_data["definition"], readers=form.cleaned_data["readers"]
                )
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("The measure stands on the record. Members can be asked for it now."))
                return HttpResponseRedirect(reverse("measure", args=[made.pk]))
    given = {"form": form, "explained": EXPLAINED, "stripe": own_stripe()}
    return render(request, "efforts/measure_define.html", given, status=status)


@for_members
def measure_change(request: Entered, key: UUID) -> HttpResponse:
    """Another name, remark or direction; where it was changed meanwhile, both texts."""
    found = own_measure(key)
    sent, status = sent_to(request), OK
    form = ChangeForm.of(found) if sent is None else ChangeForm(sent)
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("name", "note", "direction")}
            try:
                defining.change_measure(measure=found, version=form.saw(), **given)
            except ValidationError as refusal:
                found = own_measure(key)
                form = form.seeing(found.version)
                status = refused(form, refusal)
            else:
                messages.success(request, _("The measure was changed; what stood before stays on the record."))
                return HttpResponseRedirect(reverse("measure", args=[key]))
    given = {"measure": found, "form": form, "stale": status == STALE, "stripe": stripe([found.audience])}
    return render(request, "efforts/measure_change.html", given, status=status)


@for_members
def baseline_set(request: Entered, key: UUID) -> HttpResponse:
    """A start for a measure: a number or a step, its day, and by what it is known; the former one stays."""
    found, known = _numbered(key), everyone()
    form = BaselineForm(
        sent_to(request),
        measure=found,
        bases=queries.bases_of(found.pk),
        sources=to_choose(),
        kind=starting.KIND,
        circle=circle_of(found.audience, known),
        circle_name=_("All who read the measure"),
    )

    def add() -> None:
        given = form.cleaned_data
        starting.set_baseline(measure=found, after=given["after"], start=given["start"], readers=given["readers"])

    return _hung(request, found, form, add, "efforts/baseline_set.html", _("The start stands on the record."), known)


@for_members
def base_add(request: Entered, key: UUID) -> HttpResponse:
    """A denominator for a measure of shares."""
    found = own_measure(key)
    if not found.is_share:
        raise Http404
    form = BaseForm(sent_to(request), sources=to_choose())

    def add() -> None:
        given = form.cleaned_data
        defining.add_base(
            measure=found, name=given["name"], value=given["size"], unit=given["unit"], source=given["held"]
        )

    return _hung(request, found, form, add, "efforts/base_add.html", _("The denominator stands on the record."))


@for_members
def target_set(request: Entered, key: UUID) -> HttpResponse:
    """Where a measure shall be by a day, and who says so."""
    found, known = _numbered(key), everyone()
    form = TargetForm(
        sent_to(request),
        measure=found,
        sources=to_choose(),
        kind=aiming.KIND,
        circle=circle_of(found.audience, known),
        circle_name=_("All who read the measure"),
    )

    def add() -> None:
        aiming.set_target(measure=found, aim=form.cleaned_data["aim"], readers=form.cleaned_data["readers"])

    return _hung(request, found, form, add, "efforts/target_set.html", _("The target stands on the record."), known)


@for_members
def measure_release(request: Entered, key: UUID) -> HttpResponse:
    """More readers for a measure that one defined."""

    def look() -> Held:
        found = get_object_or_404(queries.measures(), pk=key)
        rests = (found.baseline_source, *(one.source for one in baselines_with(found)))
        within = tuple(one.audience for one in rests if one)
        return Held(found, found.version, defining.KIND, within, circle_of_today(everyone().values()))

    def do(readers: Sequence[int], version: int) -> Measure:
        return release_measure(measure=own_measure(key), readers=readers, version=version)

    return widening(
        request,
        look,
        do,
        "measure",
        lambda one: {"measure": one, "bases": bases_with(one), "wording": wording},
        lambda one: [of.audience for of in (*bases_with(one), *baselines_with(one), one.baseline_source) if of],
    )


def _hung(  # noqa: PLR0913, PLR0917 -- what is asked, where, and how it is answered
    request: Entered,
    found: Measure,
    form: Form,
    add: Callable[[], None],
    template: str,
    done: str,
    known: dict[int, Member] | None = None,
) -> HttpResponse:
    """A form that hangs something on a measure."""
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                add()
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, done)
                return HttpResponseRedirect(reverse("measure", args=[found.pk]))
    given = {"measure": found, "form": form, "wording": wording, "stripe": stripe([found.audience], known)}
    return render(request, template, given, status=status)


def _numbered(key: UUID) -> Measure:
    """A measure of the acting member of which more is told than words: it has a start and targets."""
    found = own_measure(key)
    if found.kind == Measure.Kind.TEXT:
        raise Http404
    return found


def own_measure(key: UUID) -> Measure:
    """A measure of the acting member; another member's is refused, a hidden and an absent one are not there alike."""
    found = get_object_or_404(queries.measures(), pk=key)
    if not is_own(found):
        raise PermissionDenied
    return found
