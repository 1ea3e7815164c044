"""What my member has put in: to whom each item is released, as another member sees it, and many released as one act."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import BadRequest, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.record.commands import set_usual_release
from tansiq.release.commands import own_reader
from tansiq.release.doors import Request, for_members
from tansiq.release.forms import ReleaseForm
from tansiq.release.models import PUBLIC, Member, ReleaseHabit
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone, readership_of
from tansiq.release.wording import chip, names, own_stripe, sentence
from tansiq.reviews.commands import KIND, release_remarks
from tansiq.reviews.models import Remark

MOST = 200  # Items in one act of release.


def own_items() -> QuerySet[Remark]:
    """What the acting member has put in, the newest first."""
    return Remark.objects.select_related("review", "audience").order_by("-created_at", "key")


@for_members
def items(request: Request) -> HttpResponse:
    """My member's items, all of them or those that one other member sees."""
    known = everyone()
    rows = own_items().filter(owner_id=request.acting.member)
    viewer = _viewer(request, known.values())
    if viewer is not None:
        rows = rows.filter(audience__readers__overlap=[PUBLIC, viewer.reader, viewer.heads])
    page = page_of(request, rows)
    listed = [
        {"item": item, "chip": chip(item.audience, known), "heads_only": _heads_only(item, viewer)} for item in page
    ]
    members = sorted((m for m in known.values() if m.pk != request.acting.member), key=lambda m: m.name.plain())
    return render(
        request,
        "cycle/items.html",
        {
            "page": page,
            "items": listed,
            "viewer": viewer,
            "members": members,
            "form": ReleaseForm(kind=KIND),
            "stripe": own_stripe(),
        },
    )


def _viewer(request: Request, members: Iterable[Member]) -> Member | None:
    """The member through whose eyes the reader looks at the items of its own."""
    code = request.GET.get("as", "")
    if not code:
        return None
    found = next((member for member in members if member.code == code), None)
    if found is None:
        raise Http404
    return found


def _heads_only(item: Remark, viewer: Member | None) -> bool:
    return viewer is not None and not {PUBLIC, viewer.reader} & set(item.audience.readers)


@require_POST
@for_members
def release(request: Request) -> HttpResponse:
    """Release the chosen items to more readers: a preview with names first, then all as one act."""
    chosen = _chosen(request)
    form, status = ReleaseForm(request.POST, kind=KIND), BAD
    given: dict[str, Any] = {"form": form, "items": chosen, "stripe": own_stripe()}
    if not chosen:
        form.add_error(None, _("Choose at least one item."))
    if form.is_valid():
        status = OK
        readers = [*form.cleaned_data["readers"], own_reader()]
        of = readership_of(readers)
        given |= {"sentence": sentence(of), "names": names(of)}
        if request.POST.get("confirmed"):
            try:
                release_remarks(remarks=chosen, readers=readers)
                return HttpResponseRedirect(reverse("my_items"))
            except ValidationError as refusal:
                status = refused(form, refusal)
    return render(request, "cycle/release.html", given, status=status)


def _chosen(request: Request) -> list[Remark]:
    """The chosen items; another member's, and an absent one, are refused alike."""
    try:
        keys = [UUID(key) for key in request.POST.getlist("item")[:MOST]]
    except ValueError as malformed:
        raise BadRequest from malformed
    found = list(own_items().filter(pk__in=keys, owner_id=request.acting.member))
    if len(found) != len(set(keys)):
        raise Http404
    return found


@for_members
def usual(request: Request) -> HttpResponse:
    """How my member usually releases each kind of item; its head sets it."""
    sent = sent_to(request)
    form, status = ReleaseForm(sent, kind=KIND), OK
    if sent is not None:
        status = BAD
        if form.is_valid():
            try:
                set_usual_release(kind=KIND, readers=form.cleaned_data["readers"])
                return HttpResponseRedirect(reverse("my_release"))
            except ValidationError as refusal:
                status = refused(form, refusal)
    habit = ReleaseHabit.objects.filter(kind=KIND, usual=True).select_related("audience").first()
    given = {
        "form": form,
        "may_set": request.acting.hat in {"head", "officer"},
        "habit": chip(habit.audience) if habit else None,
        "stripe": own_stripe(),
    }
    return render(request, "cycle/usual.html", given, status=status)
