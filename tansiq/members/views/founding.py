"""From an empty house to a coalition: a profile, a list of members with the first invitations, the first bodies."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq import clock
from tansiq.engines import member_list
from tansiq.engines.profiles import BODIES, SHIPPED, Profile, read
from tansiq.engines.zones import UTC
from tansiq.languages.numbers import written
from tansiq.languages.words import Words
from tansiq.members import letters, offices, queries
from tansiq.members.coalition import NewBody, Newcomer, admit_members, found_coalition, make_bodies
from tansiq.members.forms import TAKEN_ADDRESSES
from tansiq.members.founding_forms import (
    PROFILES,
    UNREADABLE,
    USUAL_KIND,
    BodiesForm,
    FoundForm,
    ListForm,
    profile_name,
)
from tansiq.members.invitations import token_of
from tansiq.members.list_wording import columns, tell
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_office
from tansiq.release.models import PUBLIC, Member
from tansiq.release.queries import everyone
from tansiq.release.wording import own_stripe

SHOWN = 100  # Lines of each kind that a preview shows.


@for_office(offices.SECRETARIAT)
def found(request: Entered) -> HttpResponse:
    """Make an empty house a coalition's own; there is no such page afterwards."""
    if request.coalition is None or request.coalition.founded:
        raise Http404
    sent = sent_to(request)
    form, status = FoundForm(sent), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("name", "profile", "founded_on", "member_order")}
            try:
                coalition = found_coalition(**given)
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("%(coalition)s is founded.") % {"coalition": coalition.name.plain()})
                return HttpResponseRedirect(reverse("founding_members"))
    shipped = [(name, label, SHIPPED[name]) for name, label in PROFILES.items()]
    given = {"form": form, "profiles": shipped, "steps": steps(0), "stripe": own_stripe()}
    return render(request, "members/found.html", given, status=status)


def steps(now: int) -> list[tuple[str, str]]:
    """The steps of founding, as a page shows where one is."""
    labels = (_("The coalition"), _("Its members"), _("Its bodies"), _("The first review"))
    return [(label, "done" if at < now else "now" if at == now else "") for at, label in enumerate(labels)]


@for_office(offices.SECRETARIAT)
def members(request: Entered) -> HttpResponse:
    """Enter a list of members: first what is understood of it, line by line; then all of it, or nothing."""
    sent = sent_to(request)
    form = ListForm(sent, None if sent is None else request.FILES, initial=_usual(request))
    first = _onward() == "founding_bodies"
    given: dict[str, Any] = {
        "form": form,
        "steps": steps(1) if first else [],
        "stripe": own_stripe(),
        "reading": None,
    }
    status = OK
    if sent is not None:
        only_fields(request, form, "confirmed")
        status = BAD
        if form.is_valid():
            done = _confirmed(request, form) if sent.get("confirmed") == _mark(form) else None
            if isinstance(done, HttpResponse):
                return done
            reading = _read(form, [member.code for member in everyone().values()])
            status = refused(form, done) if done else OK if reading and reading.is_whole else BAD
            given |= _preview(form, reading) if reading else {}
            given["form"] = form if form.errors else _as_read(form)
    return render(request, "members/found_members.html", given, status=status)


def _usual(request: Entered) -> dict[str, str]:
    """What holds for a line that does not say, until it is said otherwise."""
    coalition = request.coalition
    made_from = coalition.profile["made_from"] if coalition.founded else ""
    return {"kind": USUAL_KIND.get(made_from, "state"), "joined_on": clock.today().isoformat()}


def _confirmed(request: Entered, form: ListForm) -> HttpResponse | ValidationError | None:
    """Admit those of a list that was shown; sent twice, its codes are taken by its first sending."""
    reading = _read(form, ())
    if reading is None or not reading.is_whole:
        return None
    try:
        return _admit(request, form, reading)
    except ValidationError as refusal:
        return refusal


def _read(form: ListForm, taken: Iterable[str]) -> member_list.Reading | None:
    given = form.cleaned_data
    try:
        return member_list.read(given["text"], usual_kind=given["kind"], taken=[*TAKEN_ADDRESSES, *taken])
    except member_list.Unreadable as reason:
        form.add_error("text", UNREADABLE[reason.code])
        return None


def _mark(form: ListForm) -> str:
    """Which list was shown: only what was shown first can be confirmed."""
    given = form.cleaned_data
    return hashlib.sha256(f"{given['text']}\n{given['kind']}\n{given['joined_on']}".encode()).hexdigest()[:24]


def _as_read(form: ListForm) -> ListForm:
    """The form as it goes on: the file's text stands where it can be mended, so that nothing is chosen again."""
    data: Any = form.data  # A QueryDict: that of the form as it was sent.
    data = data.copy()
    data["text"] = form.cleaned_data["text"]
    shown = ListForm(data)
    shown.is_valid()
    return shown


def _preview(form: ListForm, reading: member_list.Reading) -> dict[str, Any]:
    wrong = [row for row in reading.rows if row.flaws]
    right = [row for row in reading.rows if not row.flaws]
    return {
        "reading": reading,
        "columns": columns(reading),
        "wrong": tell(wrong[:SHOWN]),
        "right": tell(right[:SHOWN]),
        "counts": {"wrong": len(wrong), "right": len(right), "invited": sum(bool(row.email) for row in right)},
        "shown": SHOWN,
        "joined_on": form.cleaned_data["joined_on"],
        "mark": _mark(form) if reading.is_whole else "",
    }


def _admit(request: Entered, form: ListForm, reading: member_list.Reading) -> HttpResponse:
    once = request.POST.get("once", "")
    newcomers = [
        Newcomer(
            code=row.code,
            kind=row.kind,
            name=Words.of("ar", ar=row.name_ar, en=row.name_en),
            joined_on=row.joined_on or form.cleaned_data["joined_on"],
            email=row.email,
            token=token_of(f"{once}:{row.code}" if once else "") if row.email else "",
        )
        for row in reading.rows
    ]
    last = admit_members(newcomers=newcomers)
    said = ngettext("%(count)s member is admitted.", "%(count)s members are admitted.", len(newcomers))
    messages.success(request, said % {"count": written(len(newcomers))})
    invited = [one for one in newcomers if one.token]
    if not invited:
        return HttpResponseRedirect(reverse(_onward()))
    host = f"{request.scheme}://{request.get_host()}"
    if last.created_at == clock.now():  # Else the form was sent twice, and the letters are on their way.
        for one in invited:
            letters.post(letters.compose("account/email/invitation", one.email, {"host": host, "token": one.token}))
    links = [(one, host + reverse("invitation", args=[one.token])) for one in invited]
    onward = _onward()
    given = {
        "links": links,
        "by_letter": bool(settings.EMAIL_HOST),
        "onward": onward,
        "steps": steps(2) if onward == "founding_bodies" else [],
        "stripe": own_stripe(),
    }
    return render(request, "members/found_invited.html", given)


def _onward() -> str:
    """Where one goes on from a list: to the bodies that are not made yet, else to the members."""
    return "members" if queries.kinds_of_bodies() >= set(BODIES) else "founding_bodies"


@for_office(offices.SECRETARIAT)
def bodies(request: Entered) -> HttpResponse:
    """Make the bodies that the profile speaks of: one with all members, one whose members are ticked."""
    coalition = request.coalition
    missing = [kind for kind in BODIES if kind not in queries.kinds_of_bodies()]
    if coalition is None or not coalition.founded or not missing:
        raise Http404
    profile = read(coalition.profile)
    listed = [row.member for row in queries.listed_members()]
    sent = sent_to(request)
    form, status = BodiesForm(sent, profile=profile, missing=missing, members=listed), OK
    if sent is not None:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                make_bodies(bodies=_asked(form, profile, listed), readers=_readers(form.cleaned_data["release"]))
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It is on record."))
                return HttpResponseRedirect(reverse("review_open"))
    plenary = (profile_name(profile, "plenary"), profile.bodies["plenary"]) if "plenary" in missing else None
    given = {
        "form": form,
        "plenary": plenary,
        "small_group": profile.bodies["small_group"],
        "members": listed,
        "steps": steps(2),
        "stripe": own_stripe(),
    }
    return render(request, "members/found_bodies.html", given, status=status)


def _asked(form: BodiesForm, profile: Profile, listed: list[Member]) -> list[NewBody]:
    """The bodies to be made: a small group only where somebody is ticked."""
    ticked = set(form.cleaned_data.get("small_group", ()))
    of = {"plenary": listed, "small_group": [member for member in listed if member.code in ticked]}
    zone = form.cleaned_data["zone"] or UTC
    return [
        NewBody(kind, Words("en", profile.terms[kind]), profile.bodies[kind], tuple(of[kind]), zone)
        for kind in form.missing
        if kind == "plenary" or ticked
    ]


def _readers(release: str) -> list[int]:
    return [PUBLIC] if release == "public" else sorted(everyone())
