"""Coming in: with one's own account, or, in the demonstration on one's own machine, as one of its people."""

import ipaddress

from django.conf import settings
from django.contrib import auth
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tansiq.cycle.coalition import CAST
from tansiq.cycle.consortium import CAST as CONSORTIUM
from tansiq.cycle.demonstration import PUBLIC, Part
from tansiq.members.adapter import local
from tansiq.members.fresh import EXERCISE
from tansiq.members.hats import hats_of
from tansiq.members.models import Account
from tansiq.members.passwords import SignInForm
from tansiq.members.sessions import note_device, wear
from tansiq.members.views.signing_in import ways_in
from tansiq.release.doors import Request
from tansiq.release.models import Member
from tansiq.release.wording import stripe

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

# Whoever sends one of these has come through something that stands between: then nobody enters without a password.
FORWARDED = {"Forwarded", "Via", "X-Real-Ip", "X-Client-Ip", "Client-Ip", "True-Client-Ip", "Cf-Connecting-Ip"}


def enter(request: Request) -> HttpResponse:
    """The form to sign in and, where the demonstration may be entered, its people and what each may do."""
    open_to_all = may_enter_as(request)
    given = {
        "form": SignInForm(request=request),
        "next": local(request.GET.get("next", "")),
        **ways_in(request),
        "cast": _cast() if open_to_all else [],
        "public": PUBLIC,
        "unaccredited": request.user.is_authenticated and request.acting.member is None,
        "stripe": stripe([]),
    }
    return render(request, "cycle/enter.html", given)


def _cast() -> list[tuple[Part, list[Member]]]:
    """The people of the demonstration, each with the members whose hats it may wear."""
    everybody = _everybody()
    codes = {code for one in everybody for code, _role in one.hats}
    members = {member.code: member for member in Member.objects.filter(code__in=codes)}
    emails = [one.email for one in everybody]
    here = set(Account.objects.filter(email__in=emails).values_list("email", flat=True))
    return [
        (one, [members[code] for code, _role in one.hats if code in members]) for one in everybody if one.email in here
    ]


def _everybody() -> tuple[Part, ...]:
    """The people of every demonstration; in one house only those of its own have come in."""
    return (*CAST, *CONSORTIUM)


@require_POST
def enter_as(request: Request, slug: str) -> HttpResponse:
    """Enter as one of the demonstration's people, or leave and read as the public."""
    if not may_enter_as(request):
        raise Http404
    onward = local(request.POST.get("next", "")) or reverse("home")
    if slug == PUBLIC:
        auth.logout(request)
        return HttpResponseRedirect(onward)
    one = next((one for one in _everybody() if one.slug == slug), None)
    account = Account.objects.filter(email=one.email, is_active=True).first() if one else None
    hats = hats_of(account.pk) if account else []
    if one is None or account is None or not hats:
        raise Http404
    auth.login(request, account, backend=BACKEND)
    note_device(request)
    request.session[EXERCISE] = True  # Here nobody has a password: none is confirmed, and no second factor demanded.
    first = Member.objects.filter(code=one.member).values_list("pk", flat=True).first()
    worn = next((hat for hat in hats if hat.member == first), hats[0])
    wear(request, worn.accreditation)
    return HttpResponseRedirect(onward)


def may_enter_as(request: Request) -> bool:
    """Whether this is the demonstration, on this machine alone, asked for from this machine without a go-between."""
    demonstration = request.coalition is not None and request.coalition.demonstration
    return demonstration and not settings.PUBLIC_HOST and not _forwarded(request) and _from_here(request)


def _forwarded(request: Request) -> bool:
    return any(name in FORWARDED or name.startswith("X-Forwarded") for name in request.headers)


def _from_here(request: Request) -> bool:
    try:
        peer = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    mapped = getattr(peer, "ipv4_mapped", None)
    return bool((mapped or peer).is_loopback)
