"""Around every request: one transaction, one context, careful answers."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import cast
from uuid import UUID

from django.contrib import auth
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from tansiq.cycle import guests, refusing
from tansiq.cycle.held_back import open_to_the_held_back
from tansiq.cycle.ways import follow
from tansiq.database.base import Acting, ours
from tansiq.members import hats
from tansiq.members.demands import is_held_back
from tansiq.members.models import Coalition
from tansiq.record import acts
from tansiq.release.acting import acting_as, public_token, token_for
from tansiq.release.doors import Request

Answer = Callable[[HttpRequest], HttpResponse]


def careful(get_response: Answer) -> Answer:
    """Nothing is kept by caches between the house and its reader; a database that is away is said plainly."""

    def answer(request: HttpRequest) -> HttpResponse:
        try:
            response = get_response(request)
        except OperationalError:
            response = refusing.away(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        patch_vary_headers(response, ["Cookie", "Accept-Language"])
        return response

    return answer


def in_context(get_response: Answer) -> Answer:
    """Answer each request inside one transaction, in the context of the hat that the session wears."""

    def answer(request: HttpRequest) -> HttpResponse:
        with ExitStack() as held:
            held.enter_context(acting_as(_worn(request)))
            held.enter_context(transaction.atomic())
            # Only where that hat is over, or none was worn yet, is it asked which ones there are.
            if request.user.is_authenticated and cast("Acting", ours().acting).accreditation is None:
                held.enter_context(acting_as(_token(request)))
            asked = cast("Request", request)
            asked.acting, asked.coalition = cast("Acting", ours().acting), Coalition.objects.first()
            follow(request, asked.coalition)
            if _opened_under_another_hat(asked):
                return refusing.another_hat(request)
            if turned := guests.turned_away(asked):
                return turned
            if is_held_back(request) and not open_to_the_held_back(request.path_info):
                return HttpResponseRedirect(reverse("mfa_index"))
            with acts.once(request.POST.get("once", "") if request.method == "POST" else ""):
                response = get_response(request)
            if response.status_code >= 500:  # noqa: PLR2004 -- the server's own failures
                transaction.set_rollback(True)
            return response

    return answer


def _opened_under_another_hat(request: Request) -> bool:
    """Whether a form was opened under a hat that this session no longer wears: then nobody acts by it."""
    worn = request.POST.get("worn", "") if request.method == "POST" else ""
    return bool(worn) and worn != str(request.acting.accreditation)


def _worn(request: HttpRequest) -> str:
    """The signed context of the hat that this session wore last; the database finds nobody where that is over."""
    if request.user.is_authenticated and (hat := request.session.get("hat")):
        return token_for(UUID(str(request.user.pk)), UUID(hat))
    return public_token()


def _token(request: HttpRequest) -> str:
    """The signed context of a hat that is valid now; whoever's last accreditation has ended is signed out at once."""
    account = request.user
    if not account.is_authenticated:
        return public_token()
    worn = hats.worn(account.pk, request.session.get("hat"))
    if worn is None:
        if "hat" in request.session:
            auth.logout(request)
        return public_token()
    if request.session.get("hat") != str(worn):
        request.session["hat"] = str(worn)
    return token_for(UUID(str(account.pk)), worn)
