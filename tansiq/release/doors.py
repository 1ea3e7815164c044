"""Who may come in: a page for members, a page for one office."""

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tansiq.database.base import Acting
from tansiq.release.acting import Actor
from tansiq.release.models import GUEST

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request as every view gets it: inside its transaction, in somebody's context (cycle/middleware.py)."""

    acting: Acting
    coalition: Any  # The house's Coalition; its model stands in a later step.
    htmx: Any


class Entered(HttpRequest):
    """A request that a door has let in: somebody accredited acts."""

    acting: Actor
    coalition: Any
    htmx: Any


def for_members(view: View) -> View:
    """A page for accredited people; anybody else is shown the way in."""

    @functools.wraps(view)
    def entered(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.acting is None or request.acting.member is None:
            return HttpResponseRedirect(f"{reverse('enter')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return entered


def for_hats(view: View) -> View:
    """A page for whoever wears a hat, a guest too: its own sign-in."""

    @functools.wraps(view)
    def entered(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.acting is None or request.acting.accreditation is None:
            return HttpResponseRedirect(f"{reverse('enter')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return entered


def for_guests(view: View) -> View:
    """The page of a guest; for everybody else there is no such page."""

    @functools.wraps(view)
    def entered(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.acting is None or request.acting.kind != GUEST:
            raise Http404
        return view(request, *args, **kwargs)

    return entered


def for_office(*codes: str) -> Callable[[View], View]:
    """A page of one office, or of several; for everybody else there is no such page."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def entered(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.acting is None or request.acting.code not in codes:
                raise Http404
            return view(request, *args, **kwargs)

        return entered

    return wrap


def in_room(name: str) -> Callable[[View], View]:
    """A page of a room that the coalition may do without; where it does, there is no such page."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def entered(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.coalition is not None and name in request.coalition.shut_modules:
                raise Http404
            return view(request, *args, **kwargs)

        return entered

    return wrap
