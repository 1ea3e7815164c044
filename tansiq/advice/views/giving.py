"""The pages on which advice is given, corrected and laid on the table, and on which one says that one has nothing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tansiq.advice import queries, wording
from tansiq.advice.commands import giving, laying
from tansiq.advice.forms import AdviseForm, CorrectForm
from tansiq.advice.models import Advice, AdviceCall
from tansiq.developments.views.answering import answered, by_key
from tansiq.members import offices
from tansiq.record.answers import OK, sent_to, status_of
from tansiq.release.doors import Entered, for_members, for_office
from tansiq.release.models import Released
from tansiq.release.wording import own_stripe, stripe
from tansiq.reviews.queries import subjects


def _lines() -> list[tuple[str, str]]:
    return [(code, one.name.plain()) for code, one in subjects().items() if one.is_line]


@for_members
def advise(request: Entered, key: UUID) -> HttpResponse:
    """The form in which one gives advice: in one's member's name, through the secretariat, or unnamed."""
    call = get_object_or_404(queries.calls(), pk=key)
    given: dict[str, Any] = {"lines": _lines(), "weak_points": by_key(queries.weak_points())}
    opened = {"line": call.line}
    within: dict[str, Any] = {"within": call.audience, "kind": giving.KIND, "circle_name": wording.the_circle()}
    form = AdviseForm(sent_to(request), initial=opened, **given, **within)

    def do() -> Released:
        said, how = form.said(), form.cleaned_data["way"]
        if how != Advice.Attribution.ATTRIBUTED:
            giving.hand_in(call=call, said=said, way=how)
        else:
            readers, own = form.cleaned_data["readers"], form.cleaned_data["of_itself"]
            giving.give_advice(call=call, said=said, readers=readers, earlier=form.recurs(), of_itself=own)
        return call

    beside = {"call": call, "stripe": _stripe(call)}
    return answered(request, form, do, "advice/advise.html", beside, page="advice_call")


@for_members
def advice_correct(request: Entered, key: UUID) -> HttpResponse:
    """Say anew what one gave, and why; what was said before stays."""
    found = get_object_or_404(queries.advice_items(), pk=key)
    if request.acting.member != found.owner_id or found.attribution != Advice.Attribution.ATTRIBUTED:
        raise PermissionDenied
    circle = found.call.audience
    within: dict[str, Any] = {"within": circle, "kind": giving.KIND, "circle_name": wording.the_circle()}
    form = CorrectForm(sent_to(request), initial=CorrectForm.opened(found), lines=_lines(), **within)

    def do() -> Released:
        readers = form.cleaned_data["readers"]
        return giving.correct_advice(advice=found, said=form.said(), reason=form.why(), readers=readers)

    beside = {"advice": found, "stripe": stripe(queries.audiences_of([found]))}
    return answered(request, form, do, "advice/correct.html", beside, page="advice")


@for_members
@require_POST
def nothing_to_add(request: Entered, key: UUID) -> HttpResponse:
    """One button: that one's member has nothing to add."""
    call = get_object_or_404(queries.calls(), pk=key)
    return _done(request, call, lambda: giving.say_nothing_to_add(call=call), _("It stands on the record."))


@for_office(offices.SECRETARIAT)
def advice_lay(request: Entered, key: UUID) -> HttpResponse:
    """What waits to be laid on the table of a call, and the one act that lays it."""
    call = get_object_or_404(queries.calls(), pk=key)
    if request.method == "POST":
        return _done(request, call, lambda: laying.lay_on_table(call=call), _("It lies before the circle of the call."))
    told = {
        "call": call,
        "waiting": queries.waiting(call),
        "step": wording.step(call),
        "subjects": subjects(),
        "stripe": own_stripe(),
    }
    return render(request, "advice/lay.html", told, status=OK)


def _done(request: Entered, call: AdviceCall, do: Any, words: str) -> HttpResponse:
    """An act of one button: done, or refused in a word on the page of the call."""
    try:
        do()
    except ValidationError as refusal:
        told = {"call": call, "refusal": refusal.messages, "stripe": _stripe(call)}
        return render(request, "advice/refused.html", told, status=status_of(refusal))
    messages.success(request, words)
    return HttpResponseRedirect(reverse("advice_call", args=[call.pk]))


def _stripe(call: AdviceCall) -> Any:
    return stripe([call.audience, *([call.review.audience] if call.review else [])])
