"""The pages of a question: where members stand and what comes of it; taking a position, explaining, closing."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq.decisions.answered import answered
from tansiq.decisions.positions import commands, queries, told
from tansiq.decisions.positions.forms import ADOPT, WITHDRAW, CloseForm, ExplainForm, PositionForm
from tansiq.decisions.queries import adopting
from tansiq.decisions.texts import told as texts
from tansiq.decisions.texts.models import Question, QuestionEnd
from tansiq.decisions.texts.queries import electors_of, paragraphs_of
from tansiq.decisions.texts.queries import question as asked
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, Request, for_members, for_office
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone, with_audiences
from tansiq.release.wording import chip, stripe
from tansiq.reviews.commands import OPENERS

SIZE = 30  # Explanations.


def question(request: Request, key: UUID) -> HttpResponse:
    """Where members stand on a text that is put to them, what comes of it and why, and what would clear objections."""
    found = get_object_or_404(asked(key))
    known = everyone()
    electors, voices = electors_of(key), queries.voices_of(key)
    explained = page_of(request, queries.explaining(key), SIZE)
    explanations = with_audiences([*explained])
    entitled = {one.member_id for one in electors}
    there, heard = queries.present_at(found.review), queries.heard_on(found, entitled, voices)
    end = getattr(found, "end", None)
    speaks = request.acting is not None and request.acting.member in entitled
    is_office = request.acting is not None and request.acting.code in OPENERS
    page = {
        "question": found,
        "text": found.text,
        "end": end,
        "rule": texts.says(found.ruled),
        "standings": told.standings(electors, voices, heard),
        "present": [one.member for one in electors if there and one.member_id in there],
        "finding": told.finding(heard.result(found), voices, heard, over=end is not None)
        if not _unseen(found, end)
        else [],
        "clearing": told.clearing(*queries.cleared(voices), voices)
        if queries.objecting(voices) and end is None
        else None,
        "explanations": explanations,
        "page": explained,
        "decision": adopting(found.text_version_id),
        "may_speak": speaks and end is None,
        "may_explain": speaks,
        "may_close": is_office and end is None and found.way == Question.Way.MEETING,
        "chips": {one.pk: chip(one.audience, known) for one in explanations if one.audience_id != found.audience_id},
        "stripe": stripe([*told.audiences_of(found, voices, explanations, heard)], known),
    }
    return render(request, "decisions/question.html", page)


def _unseen(found: Question, end: QuestionEnd | None) -> bool:
    """Whether positions are still hidden from each other."""
    return found.ruled.hidden and end is None


@for_members
def position_take(request: Entered, key: UUID) -> HttpResponse:
    """The form in which a member takes its position, or another one than before."""
    found, own = _entitled(request, key)
    turn = queries.turn_of(key, request.acting.member)
    given: dict[str, Any] = {"question": found, "paragraphs": paragraphs_of(found.text_version_id)}
    form = PositionForm(sent_to(request), initial={"turn": turn}, **given, **_readers_of(found, commands.KIND))

    def do() -> str:
        commands.take_position(
            question=found,
            said=form.said(),
            turn=form.cleaned_data["turn"],
            readers=form.cleaned_data["readers"],
            reason_readers=form.reason_readers(),
        )
        return reverse("question", args=[key])

    beside = _beside(found) | {"own": own, "hidden": found.ruled.hidden, "rule": texts.says(found.ruled)}
    beside["paragraphs"] = texts.shown(given["paragraphs"], [], texts.voice(found.text, found.ruled), first=True)
    return answered(request, form, do, "decisions/position_take.html", beside)


@for_members
def position_explain(request: Entered, key: UUID) -> HttpResponse:
    """The form in which a member explains its position."""
    found, own = _entitled(request, key)
    form = ExplainForm(sent_to(request), **_readers_of(found, "explanation"))

    def do() -> str:
        commands.explain(question=found, text=form.words(), readers=form.cleaned_data["readers"])
        return reverse("question", args=[key])

    return answered(request, form, do, "decisions/position_explain.html", _beside(found) | {"own": own})


@for_office(*OPENERS)
def question_close(request: Entered, key: UUID) -> HttpResponse:
    """The chair asks whether anybody objects, and adopts, closes or withdraws."""
    found = get_object_or_404(asked(key))
    form = CloseForm(sent_to(request), question=found)

    def do() -> str:
        end = form.cleaned_data["end"]
        if end == ADOPT:
            return reverse("decision", args=[commands.adopt(question=found).pk])
        commands.close(question=found, withdraw=end == WITHDRAW)
        return reverse("question", args=[key])

    voices = queries.voices_of(key)
    there = queries.present_at(found.review) or set()
    beside = _beside(found) | {
        "objecting": queries.objecting(voices),
        "lacks": commands.lacks(found),
        "present": [one.member for one in electors_of(key) if one.member_id in there],
        "hidden": found.ruled.hidden,
    }
    return answered(request, form, do, "decisions/question_close.html", beside)


def _entitled(request: Entered, key: UUID) -> tuple[Question, Any]:
    """A question that one's member may answer, and what it said last."""
    found = get_object_or_404(asked(key))
    if all(one.member_id != request.acting.member for one in electors_of(key)):
        raise PermissionDenied
    return found, next((one for one in queries.voices_of(key) if one.member.pk == request.acting.member), None)


def _readers_of(found: Question, kind: str) -> dict[str, Any]:
    return {"within": found.audience, "kind": kind, "circle_name": _("All who read the text")}


def _beside(found: Question) -> dict[str, Any]:
    return {"question": found, "text": found.text, "stripe": stripe([found.audience, found.text.body.audience])}
