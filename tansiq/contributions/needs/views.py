"""The pages of needs: all of them, one, the matrix of needs and offers, and the forms to state and to offer."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.contributions import queries as gifts
from tansiq.contributions import wording
from tansiq.contributions.needs import commands, queries
from tansiq.contributions.needs.forms import CloseForm, NeedFilter, NeedForm, OfferForm
from tansiq.contributions.needs.told import audiences_of, givers_in, rows_of
from tansiq.efforts.released import circle_of_today
from tansiq.members.circles import circles
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import asked, only_fields
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.models import Member
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews.queries import subjects

SIZE, ROWS = 30, 20
OWN = 50  # Contributions of one's own to choose from.
TEMPLATES = {"needs": "contributions/needs.html", "needs_matrix": "contributions/matrix.html"}


def needs(request: Request) -> HttpResponse:
    """What is needed, the most urgent first, each with its gap as far as the reader reads."""
    return _listed(request, "needs", SIZE)


def needs_matrix(request: Request) -> HttpResponse:
    """Needs row by row and givers column by column: asked, offered, agreed, gap (R-C6)."""
    return _listed(request, "needs_matrix", ROWS)


def _listed(request: Request, name: str, size: int) -> HttpResponse:
    about = {code: one for code, one in subjects().items() if one.is_line}
    form = NeedFilter(request.GET, lines=[(code, one.name.plain()) for code, one in about.items()])
    given = asked(request, form)
    wanted = {"kind": "kind", "line": "line__code"}
    found = queries.in_state(given["state"]) if given.get("state") else queries.needs()
    page = page_of(request, found.filter(**{wanted[one]: given[one] for one in wanted if one in given}), size)
    rows = rows_of(list(page))
    told = {
        "form": form,
        "kept": given.kept,
        "page": page,
        "rows": rows,
        "givers": givers_in(rows),
        "told": wording,
        "may_state": request.acting is not None and request.acting.member is not None,
        "stripe": stripe([*audiences_of(rows), *(one.audience for one in about.values())]),
    }
    return render(request, TEMPLATES[name], told)


def need(request: Request, key: UUID) -> HttpResponse:
    """One need: what is asked, what each offers for it, what is agreed, and what is missing."""
    found = get_object_or_404(queries.needs(), pk=key)
    known = everyone()
    rows = rows_of([found])
    who = request.acting
    said = queries.states_of(key)
    may_say = who is not None and who.member is not None
    told = {
        "need": found,
        "said": said,
        "may_close": may_say and who.member == found.owner_id,
        "row": rows[0],
        "told": wording,
        "to": chip(found.audience, known),
        "may_offer": may_say and who.kind != Member.Kind.OFFICE and rows[0].is_open,
        "stripe": stripe([*audiences_of(rows), *(one.audience for one in said)], known),
    }
    return render(request, "contributions/need.html", told)


@for_members
def need_state(request: Entered) -> HttpResponse:
    """The form in which one states what is needed."""
    known = everyone()
    body, circle = circle_of_today(known.values())
    form = NeedForm(
        sent_to(request),
        lines={code: one for code, one in subjects().items() if one.is_line},
        kind=commands.KIND,
        circle=circle,
        circle_name=body,
        circles=circles(request.coalition, known.values()),
    )
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                made = commands.state_need(wanted=form.cleaned_data["wanted"], readers=form.cleaned_data["readers"])
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("need", args=[made.pk]))
    return render(request, "contributions/need_state.html", {"form": form, "stripe": own_stripe()}, status=status)


@for_members
def need_offer(request: Entered, key: UUID) -> HttpResponse:
    """Offer for a need one of the contributions that one has stated."""
    found = get_object_or_404(queries.needs(), pk=key)
    own = gifts.contributions().filter(giver=request.acting.member, kind=found.kind)[:OWN]
    form = OfferForm(sent_to(request), gifts={str(one.pk): one for one in own})
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                commands.offer(need=found, contribution=form.chosen())
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("need", args=[found.pk]))
    beside = {"need": found, "told": wording, "stripe": stripe([found.audience])}
    return render(request, "contributions/need_offer.html", {"form": form, **beside}, status=status)


@for_members
def need_close(request: Entered, key: UUID) -> HttpResponse:
    """Say what became of one's own need: met, withdrawn, no longer needed, or open again; each word is kept.

    Raises:
        PermissionDenied: it is another's.
    """
    found = get_object_or_404(queries.needs(), pk=key)
    if request.acting.member != found.owner_id:
        raise PermissionDenied
    now: str = found.state  # type: ignore[attr-defined] # queries.needs
    form = CloseForm(sent_to(request), now=now)
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                commands.say_of_need(need=found, state=form.cleaned_data["state"], words=form.words())
            except ValidationError as refusal:
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("need", args=[found.pk]))
    beside = {"need": found, "told": wording, "stripe": stripe([found.audience])}
    return render(request, "contributions/need_close.html", {"form": form, **beside}, status=status)
