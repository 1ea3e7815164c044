"""The pages of lessons: all of them, one with its steps, and the forms in which it goes its way."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from tansiq.advice.queries import advice_items
from tansiq.decisions.answered import answered
from tansiq.decisions.lessons import commands, queries
from tansiq.decisions.lessons.forms import LessonForm, LessonStepForm
from tansiq.decisions.lessons.models import LessonStep
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_members
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe

SIZE = 30


@for_members
def lessons(request: Entered) -> HttpResponse:
    """The lessons, the newest first, each with where it stands and whether it came back."""
    page = page_of(request, queries.lessons(), SIZE)
    steps = queries.steps_among(list(page))
    shown = queries.audiences_of(list(page), steps)
    told = {"page": page, "steps": steps, "is_open_again": queries.is_open_again, "stripe": stripe(shown)}
    return render(request, "decisions/lessons.html", told)


@for_members
def lesson(request: Entered, key: UUID) -> HttpResponse:
    """One lesson: what it comes of, its steps, and where it now stands."""
    found = get_object_or_404(queries.lessons(), pk=key)
    steps = queries.steps_among([found])
    kind = queries.next_kind(steps[key])
    waits = kind == LessonStep.Kind.VALIDATED and commands.is_undone(steps[key])
    told = {
        "lesson": found,
        "steps": steps[key],
        "may_step": not waits and commands.may_step(found, steps[key]),
        "waits": waits,
        "is_open_again": queries.is_open_again,
        "next": kind,
        "to": chip(found.audience, everyone()),
        "stripe": stripe(queries.audiences_of([found], steps)),
    }
    return render(request, "decisions/lesson.html", told)


@for_members
def lesson_make(request: Entered, key: UUID) -> HttpResponse:
    """Make a lesson of a weak point or a piece of advice."""
    advice = get_object_or_404(advice_items(), pk=key)
    if not commands.may_identify(advice):
        raise PermissionDenied
    form = LessonForm(sent_to(request))

    def do() -> str:
        made = commands.identify_lesson(advice=advice, words=form.words(), analysis=form.why())
        return reverse("lesson", args=[made.pk])

    beside = {"advice": advice, "stripe": stripe([advice.audience, advice.call.audience])}
    return answered(request, form, do, "decisions/lesson_make.html", beside)


@for_members
def lesson_step(request: Entered, key: UUID) -> HttpResponse:
    """Take the next step of a lesson."""
    found = get_object_or_404(queries.lessons(), pk=key)
    steps = queries.steps_among([found])
    kind = queries.next_kind(steps[key])
    if kind is None or not commands.may_step(found, steps[key]):
        raise PermissionDenied
    actions = queries.actions_to_name() if kind == LessonStep.Kind.ACTION else []
    form = LessonStepForm(sent_to(request), initial={"turn": len(steps[key])}, kind=kind, actions=actions)

    def do() -> str:
        commands.take_lesson_step(lesson=found, taken=form.taken(), turn=form.cleaned_data["turn"])
        return reverse("lesson", args=[key])

    beside = {"lesson": found, "next": kind, "stripe": stripe(queries.audiences_of([found], steps))}
    return answered(request, form, do, "decisions/lesson_step.html", beside)
