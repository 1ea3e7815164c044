"""What the forms of developments and of claims have in common: their line, their circles, and how they are answered."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.efforts.released import circle_of, circle_of_today
from tansiq.members.circles import circles
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request
from tansiq.release.models import Audience
from tansiq.release.queries import everyone
from tansiq.reviews.models import Review, Subject
from tansiq.reviews.queries import CHOOSABLE, reviews, reviews_for, subjects


class Keyed(Protocol):
    """Whatever is called by its key."""

    pk: Any


Held = TypeVar("Held", bound=Keyed)


def line_of(code: str | None) -> Subject | None:
    """A line of effort, or the whole where none is named; a hidden one and an absent one are no lines alike."""
    if code is None:
        return None
    found = subjects().get(code)
    if found is None or not found.is_line:
        raise Http404
    return found


def by_key(rows: Iterable[Held]) -> dict[str, Held]:
    """Things to choose from, by their keys."""
    return {str(one.pk): one for one in rows}


def reviews_to_name(line: Subject | None) -> dict[str, Review]:
    """The newest reviews that spoke of a line or name none yet, or that spoke of anything."""
    return by_key(reviews_for(line.code) if line else reviews()[:CHOOSABLE])


def ways(request: Entered, kind: str) -> dict[str, Any]:
    """The circles that a form of its own offers."""
    known = everyone()
    name, circle = circle_of_today(known.values())
    return {
        "kind": kind,
        "circle": circle,
        "circle_name": name,
        "circles": circles(request.coalition, known.values()),
    }


def ways_within(held: Audience, kind: str, name: str) -> dict[str, Any]:
    """The circle of what hangs on something: all who read that."""
    return {"kind": kind, "circle": circle_of(held, everyone()), "circle_name": name}


def acts(request: Request) -> UUID | None:
    """The member that acts, where somebody does."""
    return request.acting.member if request.acting else None


def answered(  # noqa: PLR0913 -- what a form is answered with, and where it leads
    request: Entered, form: Form, do: Callable[[], Keyed], template: str, beside: dict[str, Any], *, page: str
) -> HttpResponse:
    """A form: looked at, refused, or done and led on to a page."""
    status, stale = OK, False
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                found = do()
            except ValidationError as refusal:
                status, stale = refused(form, refusal), isinstance(refusal, Stale)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse(page, args=[found.pk]))
    return render(request, template, {"form": form, "stale": stale, **beside}, status=status)
