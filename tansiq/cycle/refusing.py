"""Refusals: what was wrong and what to do next, in the reader's language; nothing of the reader's is lost."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

FORBIDDEN = 403
CONFLICT = 409
SERVICE_UNAVAILABLE = 503
NOT_WRITTEN = {"csrfmiddlewaretoken", "once", "worn", "version", "password", "password1", "password2", "oldpassword"}


def _page(request: HttpRequest, status: int, **given: object) -> HttpResponse:
    return render(request, f"{status}.html", given, status=status)


def bad(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django names it
    """400: the request could not be read."""
    return _page(request, 400)


def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django names it
    """404: hidden and absent alike."""
    return _page(request, 404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- Django names it
    """403: not this person's to do."""
    return _page(request, 403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django names it
    """403: the form is too old or came from elsewhere; its words are shown so that they can be sent again."""
    return _page(request, 403, kept=_kept(request))


def guest(request: HttpRequest) -> HttpResponse:
    """403: a guest reads what is shown to it, and acts in nothing."""
    return render(request, "403_guest.html", status=FORBIDDEN)


def another_hat(request: HttpRequest) -> HttpResponse:
    """409: the form was opened under a hat that is no longer worn; its words are shown, and nobody has acted."""
    return render(request, "409_hat.html", {"kept": _kept(request)}, status=CONFLICT)


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    """What the reader had written."""
    return [(name, str(value)) for name, value in request.POST.items() if name not in NOT_WRITTEN and value]


def failed(_request: HttpRequest) -> HttpResponse:
    """500: a fault of the house."""
    return HttpResponse(_plain("500"), status=500)


def away(_request: HttpRequest) -> HttpResponse:
    """503: the database is away for a moment."""
    response = HttpResponse(_plain("503"), status=SERVICE_UNAVAILABLE)
    response["Retry-After"] = "5"
    return response


def _plain(name: str) -> str:
    """A page that needs neither the database nor a context."""
    from django.template import engines  # noqa: PLC0415 -- only when something has failed

    return engines["jinja2"].get_template(f"{name}.html").render({})
