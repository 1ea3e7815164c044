"""The pages of an item's minutes: how they stand and stood, and the forms by which they go on."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.record.queries import entries
from tansiq.record.wording import told
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members, for_office
from tansiq.release.models import Member
from tansiq.release.pages import slice_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.agenda import told as agenda
from tansiq.reviews.agenda.forms import offered
from tansiq.reviews.agenda.models import AgendaItem
from tansiq.reviews.agenda.queries import items
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.forms import VersionForm
from tansiq.reviews.minutes import commands, queries
from tansiq.reviews.minutes.forms import AnswerForm, CirculateForm, CorrectionForm, TextForm, opening
from tansiq.reviews.minutes.models import Minutes
from tansiq.reviews.minutes.told import audiences_of, steps, texts

TEXTS, ENTRIES = 20, 20  # The newest; all of them stand on the record.
CORRECTIONS = 30
Step = Minutes.Step


def minutes(request: Request, key: UUID) -> HttpResponse:
    """The minutes of an item: the text that stands, what was proposed and answered, and every text that stood."""
    item = get_object_or_404(items(), pk=key)
    known, seal = everyone(), queries.seal_of(key)
    rows = list(queries.texts_of(key)[:TEXTS])
    proposed = slice_of(request, queries.corrections_of(key), CORRECTIONS)
    stands = rows[0] if rows else None
    at = next((one for one in rows if one.step == Step.CIRCULATED), None)
    about = [*(one.pk for one in (*rows, *proposed)), *(answer.pk for one in proposed for answer in one.answered)]
    found = list(entries().filter(item__in=[*about, *([seal.pk] if seal else [])])[:ENTRIES])
    is_member = bool(request.acting.member) and request.acting.kind != Member.Kind.OFFICE
    given = {
        "item": item,
        "now": item.now,
        "steps": steps(stands, seal),
        "stands": stands,
        "texts": texts(rows),
        "circulated": at,
        "seal": seal,
        "corrections": proposed,
        "chips": {one.audience_id: chip(one.audience, known) for one in (*rows, *proposed)},
        "may_write": request.acting.code in OPENERS and seal is None,
        "may_adopt": at is not None and stands == at and at.until_on is not None and at.until_on < clock.today(),
        "may_correct": is_member and at is not None and commands.too_late(at, stands) is None,
        "known": {member.pk: member for member in known.values()},
        "entries": told(found, known),
        "stripe": stripe([*agenda.audiences_of([item]), *audiences_of(rows, proposed, seal)], known),
    }
    return render(request, "reviews/minutes.html", given)


@for_office(*OPENERS)
def minutes_draft(request: Entered, key: UUID) -> HttpResponse:
    """The draft, which the offices alone read."""
    item, form, stands = _text_form(request, key)

    def do() -> object:
        return commands.draft_minutes(item=item, text=form.cleaned_data["text"], version=form.saw())

    return _answered(request, form, do, "reviews/minutes_draft.html", _beside(item, stands), seen=form.seeing)


@for_office(*OPENERS)
def minutes_adopt(request: Entered, key: UUID) -> HttpResponse:
    """The words that are adopted: those that were circulated, with what was taken in."""
    item, form, stands = _text_form(request, key)
    proposed = list(queries.corrections_of(key)[:CORRECTIONS])

    def do() -> object:
        return commands.adopt_minutes(item=item, text=form.cleaned_data["text"], version=form.saw())

    beside = _beside(item, stands)
    shown = [*agenda.audiences_of([item]), *audiences_of([stands] if stands else [], proposed, None)]
    beside |= {"corrections": proposed, "stripe": stripe(shown)}
    return _answered(request, form, do, "reviews/minutes_adopt.html", beside, seen=form.seeing)


def _text_form(request: Entered, key: UUID) -> tuple[AgendaItem, TextForm, Minutes | None]:
    item, stands, sent = get_object_or_404(items(), pk=key), queries.standing(key), sent_to(request)
    initial = opening(stands.text if stands else None, commands.version_of(item))
    return item, TextForm(sent) if sent is not None else TextForm(initial=initial), stands


@for_office(*OPENERS)
def minutes_circulate(request: Entered, key: UUID) -> HttpResponse:
    """To whom the draft goes, and until when they may correct."""
    item, stands = get_object_or_404(items(), pk=key), queries.standing(key)
    opened: dict[str, Any] = {
        "within": item.audience,
        "kind": commands.KIND,
        "circle_name": _("All who read this item"),
    }
    form = CirculateForm(sent_to(request), initial={"version": commands.version_of(item)}, **opened)

    def do() -> object:
        given = {name: form.cleaned_data[name] for name in ("until_on", "readers")}
        return commands.circulate_minutes(item=item, version=form.saw(), **given)

    def seen(version: int) -> Form:
        return form.seeing(version, **opened)

    return _answered(request, form, do, "reviews/minutes_circulate.html", _beside(item, stands), seen=seen)


@for_office(*OPENERS)
def minutes_seal(request: Entered, key: UUID) -> HttpResponse:
    """Sealing adopted minutes."""
    item, stands = get_object_or_404(items(), pk=key), queries.standing(key)
    form = VersionForm(sent_to(request), initial={"version": commands.version_of(item)})

    def do() -> object:
        return commands.seal_minutes(item=item, version=form.saw())

    return _answered(request, form, do, "reviews/minutes_seal.html", _beside(item, stands), seen=form.seeing)


@for_members
def minutes_correct(request: Entered, key: UUID) -> HttpResponse:
    """A correction that a member proposes; where it comes too late, its words stay in the form."""
    item, at = get_object_or_404(items(), pk=key), queries.circulated(key)
    if request.acting.kind == Member.Kind.OFFICE:
        raise PermissionDenied
    within = offered(at.audience, item.review, _("All who read these minutes"))
    form = CorrectionForm(sent_to(request), kind=commands.CORRECTION, **within)

    def do() -> object:
        return commands.propose_correction(item=item, text=form.words(), readers=form.cleaned_data["readers"])

    return _answered(request, form, do, "reviews/minutes_correct.html", _beside(item, at))


@for_office(*OPENERS)
def minutes_answer(request: Entered, key: UUID) -> HttpResponse:
    """Whether a correction is taken in, and why."""
    found = get_object_or_404(queries.corrections(), pk=key)
    item, form = get_object_or_404(items(), pk=found.minutes.item_id), AnswerForm(sent_to(request))

    def do() -> object:
        return commands.answer_correction(correction=found, taken=form.cleaned_data["taken"], reason=form.words())

    known = everyone()
    beside = _beside(item, found.minutes) | {
        "correction": found,
        "owner": next(one for one in known.values() if one.pk == found.owner_id),
        "stripe": stripe([*agenda.audiences_of([item]), found.audience, found.minutes.audience], known),
    }
    return _answered(request, form, do, "reviews/minutes_answer.html", beside)


def _beside(item: AgendaItem, stands: Minutes | None) -> dict[str, Any]:
    shown = [*agenda.audiences_of([item]), *([stands.audience] if stands else [])]
    return {"item": item, "now": item.now, "stands": stands, "stripe": stripe(shown)}


def _answered(  # noqa: PLR0913 -- what a form about minutes is answered with
    request: Entered,
    form: Form,
    do: Callable[[], object],
    template: str,
    beside: dict[str, Any],
    *,
    seen: Callable[[int], Form] | None = None,
) -> HttpResponse:
    """A form about minutes: looked at, refused, or done; where somebody was quicker, what stands now beside it."""
    status, item = OK, beside["item"]
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                do()
            except ValidationError as refusal:
                if seen is not None:
                    form, beside = seen(commands.version_of(item)), beside | {"stands": queries.standing(item.pk)}
                status = refused(form, refusal)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("minutes", args=[item.pk]))
    return render(request, template, {"form": form, "stale": status == STALE, **beside}, status=status)
