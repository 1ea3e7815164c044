"""Who may come in: a page for members, a page for one office."""

import functools
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

View = Callable[..., HttpResponse]


def for_members(view: View) -> View:
    """A page for accredited people; anybody else is shown the way in."""

    @functools.wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.acting is None or request.acting.member is None:
            return HttpResponseRedirect(f"{reverse('enter')}?{urlencode({'next': request.get_full_path()})}")
        return view(request, *args, **kwargs)

    return entered


def for_office(code: str) -> Callable[[View], View]:
    """A page of one office; for everybody else there is no such page."""

    def wrap(view: View) -> View:
        @functools.wraps(view)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.acting is None or request.acting.code != code:
                raise Http404
            return view(request, *args, **kwargs)

        return entered

    return wrap
