"""The pages on which a text is tabled, revised and put to its body, and on which it is set how the body decides."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.decisions.answered import answered
from tansiq.decisions.silence.commands import propose_silence
from tansiq.decisions.texts import commands, queries, told
from tansiq.decisions.texts.forms import PutForm, ReviseForm, RuleForm, TableForm
from tansiq.decisions.texts.models import Question, Text
from tansiq.decisions.texts.paragraphs import Para, open_brackets
from tansiq.engines.deciding import Rule
from tansiq.engines.silence import telling
from tansiq.members import offices
from tansiq.members.time_forms import shown_in
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, for_members, for_office
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reviews.commands import OPENERS

MORE = "more"  # The button that asks for room.


@for_members
def text_table(request: Entered, key: UUID) -> HttpResponse:
    """The form in which a text is tabled in a body."""
    body = get_object_or_404(queries.of_body(key))
    members = queries.electorate(body)
    opened: dict[str, Any] = {
        "within": body.audience,
        "kind": commands.KIND,
        "circle": members,
        "circle_name": _("All who decide in this body"),
        "reviews": queries.reviews_of(key),
    }
    sent = sent_to(request)
    beside = {"body": body, "stripe": stripe([body.audience])}
    if sent is not None and MORE in sent:
        grown = TableForm(initial=TableForm.grown(sent), **opened)
        return render(request, "decisions/text_table.html", {"form": grown, "stale": False, **beside})
    form = TableForm(sent, initial={"rows": 3}, **opened)

    def do() -> str:
        made = commands.table_text(
            body=body,
            review=form.for_review(),
            tabled=form.tabled(),
            paragraphs=form.cleaned_data["paragraphs"],
            readers=form.cleaned_data["readers"],
        )
        return reverse("text", args=[made.pk])

    return answered(request, form, do, "decisions/text_table.html", beside)


@for_members
def text_revise(request: Entered, key: UUID) -> HttpResponse:
    """The form in which a new version is tabled; where somebody was quicker, what stands now is beside it."""
    found = get_object_or_404(queries.text(key))
    if request.acting.member != found.owner_id and request.acting.code not in OPENERS:
        raise PermissionDenied
    now = queries.newest(key)
    rows = queries.paragraphs_of(now.pk) if now else []
    number = now.number if now else 0
    sent = sent_to(request)
    beside = _beside(found) | {
        "number": number,
        "paragraphs": told.shown(rows, [], told.voice(found, None), first=True),
    }
    if sent is not None and MORE in sent:
        grown = ReviseForm(initial=ReviseForm.grown(sent))
        return render(request, "decisions/text_revise.html", {"form": grown, "stale": False, **beside})
    form = ReviseForm(sent, initial=ReviseForm.opened(number, [Para.of(one) for one in rows]))

    def do() -> str:
        given = {name: form.cleaned_data[name] for name in ("paragraphs", "note", "number")}
        commands.revise_text(text=found, **given)
        return reverse("text", args=[key])

    return answered(request, form, do, "decisions/text_revise.html", beside)


@for_office(*OPENERS)
def question_put(request: Entered, key: UUID) -> HttpResponse:
    """The version that is on the table is put to the body, to be decided in a meeting or by silence."""
    found = get_object_or_404(queries.text(key))
    version = queries.newest(key)
    if version is None:
        raise Http404
    members, rule = queries.electorate(found.body), queries.rule_of(found.body)
    reviews = queries.reviews_of(found.body_id)
    zone, hours = found.body.zone, rule.silence_hours if rule else Rule.silence_hours
    opened = shown_in(telling.full_hour(clock.now() + timedelta(hours=hours), zone), zone)
    form = PutForm(sent_to(request), initial=opened, reviews=reviews, chairs=queries.chairs_of(found.body), zone=zone)

    def do() -> str:
        until = form.cleaned_data["until"]
        if until is None:
            commands.put_question(version=version, way=Question.Way.MEETING, **form.asked())
            return reverse("text", args=[key])
        return reverse("silence", args=[propose_silence(version=version, until=until, **form.asked()).pk])

    beside = _beside(found) | {
        "version": version,
        "members": members,
        "blind": queries.unreached(found.audience, members),
        "brackets": open_brackets(queries.paragraphs_of(version.pk)),
        "rule": told.says(rule) if rule else None,
    }
    return answered(request, form, do, "decisions/question_put.html", beside)


@for_office(offices.SECRETARIAT)
def body_rule(request: Entered, key: UUID) -> HttpResponse:
    """How a body decides from a day on."""
    body = get_object_or_404(queries.of_body(key))
    rule = queries.rule_of(body)
    form = RuleForm(sent_to(request), initial=RuleForm.opened(rule))

    def do() -> str:
        commands.set_rule(body=body, rule=form.rule(), from_on=form.cleaned_data["from_on"])
        return reverse("body", args=[key])

    beside = {"body": body, "rule": told.says(rule) if rule else None, "stripe": stripe([body.audience], everyone())}
    return answered(request, form, do, "decisions/body_rule.html", beside)


def _beside(found: Text) -> dict[str, Any]:
    return {"text": found, "stripe": stripe([*told.audiences_of(found)])}
