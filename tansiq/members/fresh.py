"""Fresh sign-in: before a grave act somebody confirms who it is, unless that was lately; what was typed goes on."""

import functools
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from tansiq import clock
from tansiq.members import factors, passkeys
from tansiq.members.proofs import ConfirmForm
from tansiq.members.sessions import holder
from tansiq.members.wording import mine
from tansiq.record.answers import BAD, OK

View = Callable[..., HttpResponse]
CONFIRMED, EXERCISE = "confirmed", "exercise"  # What a session remembers.
OWN = {"confirm_password", "confirm_code", "confirm_credential", "confirm_look"}  # The fields of confirming.
NEVER_CARRIED = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword"}


def confirm(request: HttpRequest) -> None:
    """Note that somebody has shown just now who it is."""
    request.session[CONFIRMED] = clock.now().isoformat()


def is_fresh(request: HttpRequest) -> bool:
    """Whether somebody has shown lately who it is; the demonstration's people have nothing to show."""
    if request.session.get(EXERCISE) or not _means(request):
        return True
    confirmed = request.session.get(CONFIRMED)
    age = clock.now() - datetime.fromisoformat(confirmed) if confirmed else None
    return age is not None and age <= timedelta(minutes=settings.FRESH_MINUTES)


def _means(request: HttpRequest) -> set[str]:
    """By what somebody can confirm who it is."""
    account = holder(request)
    return factors.kinds_of(account.pk) | ({"password"} if account.has_usable_password() else set())


def freshly(view: View) -> View:
    """A page for grave acts, under the door of whoever may do them."""

    @functools.wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_fresh(request):
            return view(request, *args, **kwargs)
        sent = request.POST if OWN & set(request.POST) else None
        form = ConfirmForm(sent, request=request)
        if sent is None or not form.is_valid():
            return _ask(request, form, BAD if sent is not None else OK)
        confirm(request)
        request.session.cycle_key()
        if "confirm_look" in request.POST:
            return HttpResponseRedirect(request.get_full_path())
        given = request.POST.copy()
        for name in OWN:
            given.pop(name, None)
        request.POST = given  # type: ignore[assignment] # what was sent, without what only confirmed it
        return view(request, *args, **kwargs)

    return entered


def _ask(request: HttpRequest, form: ConfirmForm, status: int) -> HttpResponse:
    """Who is it? With all that was typed, so that nothing is typed again."""
    means, look = _means(request), request.method != "POST" or "confirm_look" in request.POST
    carried = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in OWN | NEVER_CARRIED and not look
    ]
    given = {
        "form": form,
        "carried": [*carried, ("confirm_look", "yes")] if look else carried,
        "by_password": "password" in means,
        "by_code": bool(means & {factors.APP, factors.CODES}),
        "passkey": passkeys.to_show(request, holder(request).pk)
        if factors.PASSKEY in means and passkeys.possible(request)
        else "",
        "stripe": mine(),
    }
    return render(request, "account/reauthenticate.html", given, status=status)
