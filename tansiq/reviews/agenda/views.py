"""The pages of agendas: the agenda of a review, one item with its way through the levels, and the forms of both."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.members.circles import circles
from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.record.queries import entries
from tansiq.record.wording import told
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members, for_office
from tansiq.release.models import Member
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews import queries as reviews
from tansiq.reviews.agenda import commands, queries, waiting
from tansiq.reviews.agenda.forms import ChangeForm, ItemForm, MoveForm, offered, zone_of
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.agenda.releasing import release_item, version_of
from tansiq.reviews.agenda.saying import Saying
from tansiq.reviews.agenda.told import audiences_of, history, rows, together, way
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.forms import VersionForm
from tansiq.reviews.papers.queries import on_agenda
from tansiq.reviews.papers.wording import size
from tansiq.reviews.widening.forms import Held
from tansiq.reviews.widening.pages import widening
from tansiq.reviews.wording import in_minutes, when

SIZE = 50


def agenda(request: Request, key: UUID) -> HttpResponse:
    """The agenda of a review, as far as it is released to the reader: to be read, and to be handed over on paper."""
    review = get_object_or_404(reviews.in_rooms(), pk=key)
    known, page = everyone(), page_of(request, queries.all_of(key), SIZE)
    shown = rows(page, page.start_index())
    last = reviews.phases_of(key).last()
    may_set = request.acting.code in OPENERS and last is not None and last.step in commands.PREPARED
    waits = waiting.waiting_at(review.series_id) if may_set and review.series_id else []
    documents, more = on_agenda(key, [one.item.pk for one in shown])
    given = {
        "review": review,
        "when": when(review.starts_on, review.ends_on, review.precision, weekday=True),
        "zone": zone_of(review),
        "prepared": last is not None and last.step in commands.PREPARED,
        "may_set": may_set,
        "waiting": waits,
        "page": page,
        "rows": shown,
        "in_minutes": in_minutes,
        "together": together(shown),
        "documents": documents,
        "more": more,
        "size": size,
        "chips": {one.audience_id: chip(one.audience, known) for one in (*documents, *(row.item for row in shown))},
        "known": {member.pk: member for member in known.values()},
        "stripe": stripe(
            [
                review.audience,
                review.body.audience,
                *([last.audience] if last else []),
                *audiences_of(one.item for one in shown),
                *(one.audience for one in (*documents, *waits)),
                *audiences_of(one.item for one in waits),
            ],
            known,
        ),
    }
    return render(request, "reviews/agenda.html", given)


def agenda_item(request: Request, key: UUID) -> HttpResponse:
    """One item: what stands of it, its way through the levels, what was said before, and its entries."""
    found = get_object_or_404(queries.items(), pk=key)
    known, matter, referrals = (
        everyone(),
        list(queries.matter_of(found)[: queries.WAY]),
        list(queries.referrals_of(found)),
    )
    waits = waiting.waiting_of(found)
    changes = [one.pk for one in found.said]  # type: ignore[attr-defined] # queries.items
    page = page_of(request, entries().filter(item__in=[key, *changes]).order_by("epoch", "key"))
    to = {member.pk: member for member in known.values()}
    given = {
        "item": found,
        "now": found.now,
        "zone": zone_of(found.review),
        "may_set": request.acting.code in OPENERS and commands.may_set(found.review) and not found.withdrawn,
        "may_refer": request.acting.code in OPENERS and not found.withdrawn,
        "may_release": request.acting.member == found.owner_id and not found.withdrawn,
        "way": way(found, matter, referrals),
        "waiting": waits,
        "history": history(found),
        "in_minutes": in_minutes,
        "to": chip(found.audience, known),
        "page": page,
        "entries": told(list(page), known),
        "known": to,
        "stripe": stripe(
            [
                *audiences_of([found, *matter, *(one.item for one in waits)]),
                *(one.audience for one in (*referrals, *waits, *(each.series for each in waits))),
            ],
            known,
        ),
    }
    return render(request, "reviews/agenda_item.html", given)


@for_office(*OPENERS)
def agenda_set(request: Entered, key: UUID) -> HttpResponse:
    """The form of a new item at the end of an agenda."""
    review, known = get_object_or_404(reviews.reviews(), pk=key), everyone()
    form = ItemForm(
        sent_to(request),
        review=review,
        members=_members(),
        kind=commands.KIND,
        circles=circles(request.coalition, known.values()),
        **offered(review.audience, review, _("All who read the review")),
    )

    def do() -> AgendaItem:
        return commands.set_item(
            review=review, saying=form.cleaned_data["saying"], readers=form.cleaned_data["readers"]
        )

    beside = {"review": review, "stripe": stripe([review.audience, review.body.audience])}
    return answered(request, form, do, "reviews/agenda_set.html", beside)


@for_office(*OPENERS)
def agenda_change(request: Entered, key: UUID) -> HttpResponse:
    """Other words for an item; where it was changed meanwhile, both texts."""
    found = get_object_or_404(queries.items(), pk=key)
    opened: dict[str, Any] = {"review": found.review, "members": _members()}
    sent = sent_to(request)
    form = ChangeForm.of(found, **opened) if sent is None else ChangeForm(sent, **opened)

    def do() -> AgendaItem:
        return commands.change_item(item=found, saying=form.cleaned_data["saying"], version=form.saw())

    return answered(
        request, form, do, "reviews/agenda_change.html", beside_of(found), seen=lambda now: form.seeing(now, **opened)
    )


@for_office(*OPENERS)
def agenda_move(request: Entered, key: UUID) -> HttpResponse:
    """Before which other item it comes."""
    found = get_object_or_404(queries.items(), pk=key)
    others = [one for one in queries.agenda_of(found.review_id) if one.pk != key]
    form = MoveForm(sent_to(request), others=others, initial={"version": found.turn, "before": ""})

    def do() -> AgendaItem:
        return commands.move_item(item=found, before=form.before_which(), version=form.saw())

    beside = beside_of(found, *others)
    return answered(
        request, form, do, "reviews/agenda_move.html", beside, seen=lambda now: form.seeing(now, others=others)
    )


@for_office(*OPENERS)
def agenda_withdraw(request: Entered, key: UUID) -> HttpResponse:
    """Taking an item off the agenda."""
    found = get_object_or_404(queries.items(), pk=key)
    form = VersionForm(sent_to(request), initial={"version": found.turn})

    def do() -> AgendaItem:
        return commands.withdraw_item(item=found, version=form.saw())

    return answered(request, form, do, "reviews/agenda_withdraw.html", beside_of(found), seen=form.seeing)


@for_members
def agenda_item_release(request: Entered, key: UUID) -> HttpResponse:
    """More readers for an item that one's office set."""

    def look() -> Held:
        found = get_object_or_404(queries.items(), pk=key)
        earlier = queries.came_from(found)
        parents = (found.review.audience, *([earlier.audience] if earlier else []))
        circle = (found.review.body.name.plain(), reviews.circle_of(found.review, everyone().values()))
        return Held(found, version_of(found), commands.KIND, parents, circle)

    def do(readers: Sequence[int], version: int) -> AgendaItem:
        return release_item(item=get_object_or_404(queries.items(), pk=key), readers=readers, version=version)

    return widening(
        request,
        look,
        do,
        "agenda_item",
        lambda item: {
            "item": item,
            "now": item.now,
            "changed": Saying.of(item.now) != Saying.of(item),
            "zone": zone_of(item.review),
            "in_minutes": in_minutes,
        },
        lambda item: audiences_of([item]),
    )


def _members() -> list[Member]:
    return [one for one in everyone().values() if not one.is_office]


def beside_of(found: AgendaItem, *others: AgendaItem) -> dict[str, Any]:
    """What a form about an item shows of it."""
    return {"item": found, "now": found.now, "in_minutes": in_minutes, "stripe": stripe(audiences_of([found, *others]))}


def answered(  # noqa: PLR0913 -- what a form about an agenda is answered with
    request: Entered,
    form: Form,
    do: Callable[[], AgendaItem],
    template: str,
    beside: dict[str, Any],
    *,
    seen: Callable[[int], Form] | None = None,
) -> HttpResponse:
    """A form about an agenda: looked at, refused, or done; where somebody was quicker, what stands now beside it."""
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                made = do()
            except ValidationError as refusal:
                if "item" in beside and seen is not None:
                    stands = get_object_or_404(queries.items(), pk=beside["item"].pk)
                    form, beside = seen(stands.turn), beside | {"item": stands, "now": stands.now}
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("agenda_item", args=[made.pk]))
    return render(request, template, {"form": form, "stale": status == STALE, **beside}, status=status)
