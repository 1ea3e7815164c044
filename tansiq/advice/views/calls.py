"""The pages of calls for advice: the list, one call with who is asked and what lies on its table, and its form."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq import clock
from tansiq.advice import queries, wording
from tansiq.advice.commands import calling
from tansiq.advice.forms import CallForm
from tansiq.advice.models import AdviceCall
from tansiq.developments.views.answering import answered, by_key, ways
from tansiq.members import offices
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_members, for_office
from tansiq.release.models import Audience
from tansiq.release.order import in_order
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews.queries import CHOOSABLE, circle_of, in_rooms, reviews, subjects

SIZE = 30


@for_members
def advice_calls(request: Entered) -> HttpResponse:
    """The calls for advice, the last to close first; a call's circle reads it."""
    page = page_of(request, queries.calls(), SIZE)
    told = {
        "page": page,
        "subjects": subjects(),
        "calls": wording,
        "may_call": request.acting.code in calling.CALLERS,
        "stripe": stripe([*_audiences(page), *_of_lines()]),
    }
    return render(request, "advice/calls.html", told)


def _audiences(rows: Any) -> list[Audience]:
    held = list(rows)
    return [*(one.audience for one in held), *(one.review.audience for one in held if one.review)]


def _of_lines() -> list[Audience]:
    return [one.audience for one in subjects().values()]


@for_members
def review_advice(request: Entered, key: UUID) -> HttpResponse:
    """The advice of a review: with what it opens, and the calls that are made to it."""
    review = get_object_or_404(in_rooms(), pk=key)
    ahead = review.starts_on is not None and review.starts_on >= clock.today() and review.called_off_at is None
    page = page_of(request, queries.carried_to(review, ahead=ahead), SIZE)
    held = list(queries.calls_of(key)[:SIZE])
    answers = queries.answers_to(page)
    shown = [review.audience, *queries.audiences_of(page), *_audiences(held)]
    told = {
        "review": review,
        "page": page,
        "answers": answers,
        "held": held,
        "calls": wording,
        "may_call": request.acting.code in calling.CALLERS,
        "stripe": stripe([*shown, *(one.audience for one in answers.values())]),
    }
    return render(request, "advice/review.html", told)


@for_members
def advice_call(request: Entered, key: UUID) -> HttpResponse:
    """One call: what is asked, who is asked and has answered, what lies on its table and what became of it."""
    call = get_object_or_404(queries.calls(), pk=key)
    known, own, asked = everyone(), request.acting.member, queries.asked_by(call)
    page = page_of(request, queries.table_of(call), SIZE)
    sheets = queries.own_sheets(call, own)
    answers = queries.answers_to([*page, *(one for _sheet, one in sheets if one)])
    at_work = request.acting.code == offices.SECRETARIAT
    is_asked = own in {one.pk for one in (*asked.advised, *asked.nothing, *asked.silent)}
    shown = [call.audience, *(one.audience for one in page), *(one.audience for one in answers.values())]
    shown += [*([call.review.audience] if call.review else []), *(sheet.audience for sheet, _laid in sheets)]
    told = {
        "call": call,
        "asked": asked,
        "page": page,
        "answers": answers,
        "sheets": sheets,
        "waiting": len(queries.waiting(call)) if at_work else 0,
        "subjects": subjects(),
        "phases": wording.phases(call),
        "step": wording.step(call),
        "is_asked": is_asked,
        "may_lay": at_work,
        "has_answered": bool(sheets) or own in {one.pk for one in (*asked.advised, *asked.nothing)},
        "member": own,
        "chips": {one.audience_id: chip(one.audience, known) for one in page if one.audience_id != call.audience_id},
        "to": chip(call.audience, known),
        "stripe": stripe([*shown, *_of_lines()], known),
    }
    return render(request, "advice/call.html", told)


@for_office(*calling.CALLERS)
def advice_call_make(request: Entered) -> HttpResponse:
    """The form by which the secretariat or the chair calls for advice."""
    held = by_key(reviews()[:CHOOSABLE])
    known = everyone()
    members = in_order(one for one in known.values() if not one.is_office and one.left_on is None)
    review = held.get(request.GET.get("review", ""))
    given = ways(request, calling.KIND)
    if review:
        given |= {"circle": circle_of(review, known.values()), "circle_name": review.body.name.plain()}
    form = CallForm(
        sent_to(request),
        initial={name: request.GET.get(name, "") for name in ("review", "line")},
        reviews=held,
        lines=[(code, one.name.plain()) for code, one in subjects().items() if one.is_line],
        members=members,
        seats=[one for one in given["circle"] if not one.is_office] or members,
        **given,
    )

    def do() -> AdviceCall:
        readers = form.cleaned_data["readers"]
        return calling.call_for_advice(asking=form.asking(), members=form.asked(), readers=readers)

    return answered(request, form, do, "advice/call_make.html", {"stripe": own_stripe()}, page="advice_call")
