"""What is mine alone: the hat that I wear here, my sign-ins, my password."""

import re

from allauth.account import views as allauth
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tansiq.members import commands, queries
from tansiq.members.sessions import digest, wear
from tansiq.members.wording import mine
from tansiq.release.doors import Entered, for_hats
from tansiq.release.pages import page_of
from tansiq.release.wording import stripe


@for_hats
def hat(request: Entered) -> HttpResponse:
    """Choose which of my hats this sign-in wears."""
    hats = queries.hats_in_words(request.acting.account)
    if request.method == "POST":
        wanted = request.POST.get("hat", "")
        chosen = next((one for one in hats if str(one.hat.accreditation) == wanted), None)
        if chosen is None:
            raise Http404
        wear(request, chosen.hat.accreditation)
        messages.success(request, _("You wear another hat now."))
        return HttpResponseRedirect(reverse("home"))
    given = {"hats": hats, "worn": request.acting.accreditation, "stripe": mine()}
    return render(request, "members/hat.html", given)


@for_hats
def sessions(request: Entered) -> HttpResponse:
    """All of my open sign-ins."""
    page = page_of(request, queries.sessions_of(request.acting.account))
    here = digest(request.session.session_key)
    return render(request, "members/sessions.html", {"page": page, "here": here, "stripe": mine()})


@require_POST
@for_hats
def close(request: Entered) -> HttpResponse:
    """Close one of my sign-ins, or all but this one."""
    account, asked = request.acting.account, request.POST.get("session", "")
    if asked == "others":
        commands.close_other_sessions(account=account, session_key=request.session.session_key)
    elif re.fullmatch(r"[0-9a-f]{40}", asked):
        commands.close_session(account=account, key_digest=asked)
    else:
        raise BadRequest
    messages.success(request, _("Closed."))
    return HttpResponseRedirect(reverse("my_member" if request.acting.member else "my_sessions"))


def change_password(request: Entered) -> HttpResponse:
    """Change my password; a person of the demonstration has none."""
    if request.user.is_authenticated and not request.user.has_usable_password():
        return render(request, "account/no_password.html", {"stripe": stripe([])})
    return allauth.password_change(request)
