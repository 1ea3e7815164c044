"""The pages of assessments: side by side, one by one, and the forms by which one says how a line of effort stands."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.assessments import commands, queries
from tansiq.assessments.forms import AssessForm, DissentForm, EyesForm, OfReview, ReviseForm
from tansiq.assessments.models import Assessment
from tansiq.assessments.told import Window, audiences_of, side_by_side
from tansiq.efforts import wording
from tansiq.efforts.defining.views import to_choose as sources_to_choose
from tansiq.efforts.queries import measures, with_newest
from tansiq.efforts.released import circle_of, circle_of_today
from tansiq.efforts.standing import of_figures, standing
from tansiq.languages.versions import versions
from tansiq.members import offices
from tansiq.members.circles import circles
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import asked, only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.forms import ReleaseForm
from tansiq.release.led import led
from tansiq.release.models import Audience, Member
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.queries import choosable, in_rooms, reviews_for, subjects
from tansiq.reviews.widening.forms import Held
from tansiq.reviews.widening.pages import widening

SIZE = 30
MEASURES = 12  # Measured beside what is assessed.


def _line(code: str) -> Subject:
    """A line of effort; another subject, a hidden one and an absent one are no lines alike."""
    found = subjects().get(code)
    if found is None or not found.is_line:
        raise Http404
    return found


def assessments(request: Request, code: str) -> HttpResponse:
    """One line of effort in all eyes: what stands side by side, what is measured, and all that was said before."""
    line = _line(code)
    held = choosable(Assessment.objects.filter(line=line), request.GET.get("review", ""))
    form = OfReview(request.GET, reviews=held)
    given = asked(request, form)
    rows = queries.all_of(line).filter(**given)
    page = page_of(request, rows, SIZE)
    newest = queries.newest_of(line) if not given else list(queries.standing().filter(line=line, **given)[:SIZE])
    before = queries.before(newest)
    measured = [standing(one) for one in led(with_newest(measures().filter(line=code)), 0, MEASURES)]
    shown = [line.audience, *audiences_of([*newest, *page], before), *(one.audience for one in held)]
    shown += [audience for one in measured for audience in one.audiences]
    told = {
        "line": line,
        "form": form,
        "kept": given.kept,
        "page": page,
        "sides": side_by_side(newest, before),
        "windows": Window,
        "measured": measured,
        "wording": wording,
        "may_assess": request.acting is not None and request.acting.member is not None,
        "stripe": stripe(shown),
    }
    return render(request, "assessments/assessments.html", told)


def review_assessments(request: Request, key: UUID) -> HttpResponse:
    """All lines of effort in all eyes at one review."""
    review = get_object_or_404(in_rooms(), pk=key)
    rows = queries.at_review(key)
    before = queries.before(rows)
    lines = [one for one in subjects().values() if one.is_line]
    assessed = {row.line_id for row in rows}
    shown = [review.audience, *audiences_of(rows, before), *(one.audience for one in lines)]
    told = {
        "review": review,
        "sides": side_by_side(rows, before),
        "windows": Window,
        "missing": [one for one in lines if one.pk not in assessed],
        "may_assess": request.acting is not None and request.acting.member is not None,
        "stripe": stripe(shown),
    }
    return render(request, "assessments/review_assessments.html", told)


def assessment(request: Request, key: UUID) -> HttpResponse:
    """One assessment: what it says, on what it rests, who sees it otherwise, what revises it."""
    found = get_object_or_404(queries.assessments(), pk=key)
    known = everyone()
    before = queries.before([found])
    figures, dissents, revisions = queries.grounds_of(key), queries.dissents_of(key), queries.revisions_around(key)
    doubts = queries.doubts_of(found)
    beside = [one.audience for one in (*dissents, *revisions, *doubts)]
    later = next((one for one in revisions if one.earlier_id == key), None)
    shown = [*audiences_of([found], before), *beside, *of_figures(figures)]
    shown += [one.measure.audience for one in figures]
    own = request.acting.member if request.acting else None
    told = {
        "assessment": found,
        "before": before.get(found.before),  # type: ignore[attr-defined] # queries.assessments
        "figures": figures,
        "dissents": dissents,
        "doubts": doubts,
        "later": later,
        "revises": next((one for one in revisions if one.later_id == key), None),
        "chips": {one.pk: chip(one, known) for one in beside if one.pk != found.audience_id},
        "to": chip(found.audience, known),
        "may_revise": own == found.owner_id and later is None,
        "member": own,
        "versions": versions,
        "wording": wording,
        "stripe": stripe(shown, known),
    }
    return render(request, "assessments/assessment.html", told)


@for_members
def assess_line(request: Entered, code: str) -> HttpResponse:
    """The form in which one says how a line of effort stands."""
    line = _line(code)
    known = everyone()
    figures = queries.to_rest_on(code)
    offered = reviews_for(code)
    body, circle = circle_of_today(known.values())
    given: dict[str, Any] = {
        "figures": {str(one.pk): one for one in figures},
        "reviews": {str(one.pk): one for one in offered},
        **_ways(request, circle, body, known),
        "initial": _window(request, offered),
    }
    form: AssessForm
    if request.acting.code == offices.SECRETARIAT:
        form = EyesForm(sent_to(request), sources={str(one.pk): one for one in sources_to_choose()}, **given)
    else:
        form = AssessForm(sent_to(request), **given)

    def do(readers: list[int]) -> Assessment:
        return commands.assess(
            line=line,
            review=form.reviews.get(form.cleaned_data["review"]),
            seen=form.seen(),
            readers=readers,
            figures=form.rests_on(),
            eyes=form.eyes() if isinstance(form, EyesForm) else None,
        )

    beside = {"line": line, "stripe": own_stripe()}
    return _answered(request, form, do, "assessments/assess.html", beside)


def _window(request: Entered, offered: Iterable[Review]) -> dict[str, Any]:
    """The review for which one comes, with the start that it looks back on."""
    chosen = next((one for one in offered if str(one.pk) == request.GET.get("review")), None)
    if chosen is None:
        return {}
    since = chosen.start_on.isoformat() if chosen.start_on else ""
    return {"review": str(chosen.pk), "since": since, "since_about": chosen.start_hedged}


@for_members
def assessment_revise(request: Entered, key: UUID) -> HttpResponse:
    """Say anew what one said, and why; what was said before stays."""
    found = get_object_or_404(queries.assessments(), pk=key)
    if request.acting.member != found.owner_id:
        raise PermissionDenied
    later = next((one for one in queries.revisions_around(key) if one.earlier_id == key), None)
    figures = {str(one.pk): one for one in queries.to_rest_on(found.line.code)}
    form = ReviseForm(sent_to(request), of=found, figures=figures, **_opened(found))

    def do(readers: list[int]) -> Assessment:
        return commands.revise(
            assessment=found,
            seen=form.seen(),
            reason=form.why_anew(),
            readers=readers,
            figures=form.rests_on(),
        )

    beside = {"assessment": found, "later": later, "stripe": stripe(audiences_of([found], {}))}
    return _answered(request, form, do, "assessments/revise.html", beside)


@for_members
def assessment_dissent(request: Entered, key: UUID) -> HttpResponse:
    """See it otherwise, and say how."""
    found = get_object_or_404(queries.assessments(), pk=key)
    form = DissentForm(sent_to(request), **_opened(found))

    def do(readers: list[int]) -> Assessment:
        commands.dissent(assessment=found, words=form.words(), readers=readers)
        return found

    beside = {"assessment": found, "stripe": stripe(audiences_of([found], {}))}
    return _answered(request, form, do, "assessments/dissent.html", beside)


@for_members
def assessment_release(request: Entered, key: UUID) -> HttpResponse:
    """More readers for what one said of a line of effort."""

    def look() -> Held:
        found = get_object_or_404(queries.assessments(), pk=key)
        within = tuple(one.audience for one in (found.line, found.review, found.source) if one)
        return Held(found, found.version, commands.KIND, within, circle_of_today(everyone().values()))

    def do(readers: Sequence[int], version: int) -> Assessment:
        found = get_object_or_404(queries.assessments(), pk=key)
        return commands.release_assessment(assessment=found, readers=readers, version=version)

    return widening(
        request, look, do, "assessment", lambda one: {"assessment": one}, lambda one: audiences_of([one], {})
    )


def _ways(request: Entered, circle: list[Member], name: str, known: dict[int, Member]) -> dict[str, Any]:
    return {
        "kind": commands.KIND,
        "circle": circle,
        "circle_name": name,
        "circles": circles(request.coalition, known.values()),
    }


def _opened(found: Assessment) -> dict[str, Any]:
    """To whom what hangs on an assessment is released: the form opens on all who read it."""
    held: Audience = found.audience
    return {
        "kind": commands.KIND,
        "circle": circle_of(held, everyone()),
        "circle_name": _("All who read the assessment"),
    }


def _answered(
    request: Entered, form: ReleaseForm, do: Callable[[list[int]], Assessment], template: str, beside: dict[str, Any]
) -> HttpResponse:
    """A form about an assessment: looked at, refused, or done."""
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
                return HttpResponseRedirect(reverse("assessment", args=[found.pk]))
    return render(request, template, {"form": form, "stale": stale, **beside}, status=status)
