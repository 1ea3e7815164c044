"""The pages of a briefing: what was given last, the form by which the coordinator gives it, questions and answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.developments import wording
from tansiq.developments.briefing import commands, queries
from tansiq.developments.briefing.forms import AskForm, BriefingForm, ReplyForm
from tansiq.developments.briefing.models import Briefing, BriefingQuestion
from tansiq.developments.views.answering import acts, answered, by_key
from tansiq.languages.versions import versions
from tansiq.members import offices
from tansiq.members.circles import circles
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members, for_office
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews import queries as reviews
from tansiq.reviews.agenda.commands import KIND as AGENDA
from tansiq.reviews.agenda.commands import may_set
from tansiq.reviews.agenda.forms import ItemForm, offered
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.models import Review

VERSIONS = 20  # Of one briefing, on its page.


def briefing(request: Request, key: UUID) -> HttpResponse:
    """What the coordinator gave last for a review, line by line; former versions, questions and answers."""
    review = get_object_or_404(reviews.in_rooms(), pk=key)
    known, held = everyone(), list(queries.briefings(key)[:VERSIONS])
    asked_for = request.GET.get("version", "")
    found = next((one for one in held if str(one.pk) == asked_for), held[0] if held else None)
    whole = queries.whole(found) if found else None
    shown = [review.audience, *(one.audience for one in held), *(whole.audiences if whole else ())]
    own, office = acts(request), request.acting.code if request.acting else ""
    told = {
        "review": review,
        "whole": whole,
        "versions_of": held,
        "newest": held[0] if held else None,
        "may_write": office == offices.COORDINATOR,
        "may_take": office in OPENERS and may_set(review),
        "may_ask": own is not None and found is not None and found.step == Briefing.Step.GIVEN,
        "member": own,
        "to": chip(found.audience, known) if found else None,
        "versions": versions,
        "changes": wording,
        "stripe": stripe(shown, known),
    }
    return render(request, "developments/briefing.html", told)


@for_office(offices.COORDINATOR)
def briefing_write(request: Entered, key: UUID) -> HttpResponse:
    """The form of a briefing: kept as a draft, or given to whom it is released."""
    review, known = get_object_or_404(reviews.reviews(), pk=key), everyone()
    last = queries.briefings(key).first()
    whole = queries.whole(last) if last else None
    told = [one for line in whole.lines for one in line.developments] if whole else []
    opened: dict[str, Any] = {
        "developments": {**by_key(told), **by_key(queries.to_tell_on(request.acting.member))},
        "lines": {code: one for code, one in reviews.subjects().items() if one.is_line},
        "kind": commands.KIND,
        "circles": circles(request.coalition, known.values()),
        **offered(review.audience, review, _("All who read the review")),
    }
    sent = sent_to(request)
    form = BriefingForm.of(whole, **opened) if sent is None else BriefingForm(sent, **opened)
    status, stale = OK, False
    if sent is not None:
        only_fields(request, form, "keep")
        status = BAD
        if form.is_valid():
            try:
                _done(form, review, keep="keep" in sent)
            except ValidationError as refusal:
                status, stale = refused(form, refusal), isinstance(refusal, Stale)
            else:
                messages.success(request, _("It stands on the record."))
                return HttpResponseRedirect(reverse("briefing", args=[key]))
    shown = [review.audience, *(whole.audiences if whole else ())]
    beside = {"review": review, "form": form, "stale": stale, "stripe": stripe(shown)}
    return render(request, "developments/briefing_write.html", beside, status=status)


def _done(form: BriefingForm, review: Review, *, keep: bool) -> Briefing:
    turn = form.cleaned_data["turn"]
    if keep:
        return commands.draft_briefing(review=review, brief=form.brief(), turn=turn)
    readers = form.cleaned_data["readers"]
    return commands.give_briefing(review=review, brief=form.brief(), turn=turn, readers=readers)


@for_office(*OPENERS)
def step_take(request: Entered, key: UUID) -> HttpResponse:
    """The form of an item of the agenda, opened on the words of a next step."""
    step = get_object_or_404(queries.steps(), pk=key)
    review, known = step.briefing.review, everyone()
    form = ItemForm(
        sent_to(request),
        initial={f"title_{code}": words for code, words in step.words.words.items()},
        review=review,
        members=[one for one in known.values() if not one.is_office],
        kind=AGENDA,
        circles=circles(request.coalition, known.values()),
        **offered(review.audience, review, _("All who read the review")),
    )

    def do() -> Any:
        given = form.cleaned_data
        return commands.take_step(step=step, saying=given["saying"], readers=given["readers"])

    beside = {"step": step, "review": review, "stripe": stripe([step.audience, review.audience, review.body.audience])}
    return answered(request, form, do, "developments/step_take.html", beside, page="agenda_item")


@for_members
def briefing_ask(request: Entered, key: UUID) -> HttpResponse:
    """A question about a briefing that was given, among its readers."""
    found = get_object_or_404(Briefing.objects.select_related("audience", "owner", "review__audience"), pk=key)
    if found.step != Briefing.Step.GIVEN:
        raise PermissionDenied
    form = AskForm(sent_to(request), kind=commands.KIND, within=found.audience, circle_name=wording.all_who_read())

    def do() -> Review:
        commands.ask_coordinator(briefing=found, words=form.words(), readers=form.cleaned_data["readers"])
        return found.review

    beside: dict[str, Any] = {"briefing": found, "review": found.review, "named": found.owner}
    beside |= {"stripe": stripe([found.audience, found.review.audience])}
    return answered(request, form, do, "developments/briefing_ask.html", beside, page="briefing")


@for_members
def briefing_answer(request: Entered, key: UUID) -> HttpResponse:
    """The answer to a question about one's own briefing, among the question's readers."""
    of = ("audience", "owner", "briefing__audience", "briefing__review__audience")
    asked = get_object_or_404(BriefingQuestion.objects.select_related(*of), pk=key)
    if request.acting.member != asked.briefing.owner_id:
        raise PermissionDenied
    form = ReplyForm(sent_to(request), kind=commands.KIND, within=asked.audience, circle_name=wording.all_who_read())

    def do() -> Review:
        commands.answer_question(question=asked, words=form.words(), readers=form.cleaned_data["readers"])
        return asked.briefing.review

    review = asked.briefing.review
    beside: dict[str, Any] = {"question": asked, "review": review, "named": asked.owner}
    beside |= {"stripe": stripe([asked.audience, asked.briefing.audience, review.audience])}
    return answered(request, form, do, "developments/briefing_answer.html", beside, page="briefing")
