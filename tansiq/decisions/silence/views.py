"""Runs of silence as pages: the list, one with its clock, what a member says, the break, the chair’s, the letter."""

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
from tansiq.decisions.queries import adopting
from tansiq.decisions.silence import commands, queries, told, voicing
from tansiq.decisions.silence.forms import BACK, CLOSE, HOLDS, BreakForm, Kind, LeadForm, SayForm
from tansiq.decisions.silence.letters import letter
from tansiq.decisions.silence.models import SilenceAct
from tansiq.decisions.silence.paper_forms import PaperForm
from tansiq.decisions.silence.papers import enter_paper_objection
from tansiq.decisions.silence.queries import Standing
from tansiq.decisions.texts.queries import paragraphs_of, reviews_of
from tansiq.decisions.wording import series
from tansiq.engines.silence import OPEN, State
from tansiq.members import offices
from tansiq.members.fresh import freshly
from tansiq.members.time_forms import shown_in
from tansiq.record.answers import BAD, OK, STALE, refused, sent_to
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, Request, for_members, for_office
from tansiq.release.models import Member
from tansiq.release.pages import page_of
from tansiq.release.wording import chip, stripe
from tansiq.reviews.commands import OPENERS

SIZE = 20


def silence_runs(request: Request) -> HttpResponse:
    """The texts that were put under silence, the newest first, each as it stands now."""
    page = page_of(request, queries.runs(), SIZE)
    held = queries.standings(list(page))
    to = [audience for one in held for audience in told.audiences_of(one)]
    given = {"page": page, "held": held, "states": told.STATES, "remaining": told.remaining, "stripe": stripe(to)}
    return render(request, "decisions/silence_runs.html", given)


def silence(request: Request, key: UUID) -> HttpResponse:
    """A text under silence: its clock, what happens if one does nothing, its words, and who has done what."""
    held = _held(key)
    rows = paragraphs_of(held.question.text_version_id)
    own = request.acting.member if request.acting else None
    entitled = any(one.member_id == own for one in held.electors)
    choice = queries.own_choice() if entitled else None
    speaks = entitled and request.acting.hat in voicing.SPEAKERS
    prepared = next((one for one in reversed(held.acts) if one.kind == Kind.PREPARED and one.owner_id == own), None)
    given = {
        **_beside(held),
        "paragraphs": told.paragraphs(held, rows),
        "groups": told.groups(held),
        "attached": told.attached(held),
        "may_say": speaks and held.state in OPEN,
        "may_break": speaks and held.run.start is not None and held.state in OPEN and voicing.may_break(choice),
        "own_rest": told.own_rest(held, choice, request.acting.code or "") if request.acting and entitled else [],
        "prepared": prepared,
        "confirms": prepared is not None and request.acting is not None and prepared.account != request.acting.account,
        "takes_paper": held.run.start is not None and not (held.run.withdrawal or held.run.settlement),
        "opens": request.acting is not None and request.acting.code in OPENERS,
        "entitled": entitled,
        "to": chip(held.question.audience),
    }
    return render(request, "decisions/silence.html", given)


@for_members
def silence_say(request: Entered, key: UUID) -> HttpResponse:
    """What a member says during a run without ending it."""
    held = _held(key)
    if request.acting.kind == Member.Kind.OFFICE:
        raise PermissionDenied
    form = SayForm(sent_to(request), state=held.state, paragraphs=paragraphs_of(held.question.text_version_id))

    def do() -> object:
        kind = form.cleaned_data["kind"]
        if kind == Kind.USE_OBJECTED:
            return commands.object_to_silence(question=held.question, words=form.said())
        return voicing.say(question=held.question, kind=kind, words=form.said(), paragraph=form.on())

    return _answered(request, form, do, "decisions/silence_say.html", held)


@for_members
@freshly
def silence_break(request: Entered, key: UUID) -> HttpResponse:
    """Breaking silence: grave, confirmed in words, and not to be undone."""
    held = _held(key)
    choice = queries.own_choice()
    if request.acting.kind == Member.Kind.OFFICE or not voicing.may_break(choice):
        raise PermissionDenied
    name = get_object_or_404(Member, pk=request.acting.member).name.plain()
    sentence = _("%(member)s breaks silence") % {"member": name}
    two = choice is not None and choice.two_persons
    former = queries.prepared_of(key) if two else None
    waits = former if former is not None and former.account != request.acting.account else None
    rows = paragraphs_of(held.question.text_version_id)
    form = BreakForm(
        sent_to(request),
        initial=told.confirming(waits),
        paragraphs=rows,
        sentence=sentence,
        reasons=held.question.ruled.reasons,
    )

    def do() -> object:
        given = {"kind": form.cleaned_data["kind"], "words": form.said(), "paragraph": form.on()}
        made = voicing.break_silence(question=held.question, **given)
        return _("Prepared: a second person confirms it before the end.") if made.kind == Kind.PREPARED else made

    beside = {"two": two, "waits": waits}
    return _answered(request, form, do, "decisions/silence_break.html", held, **beside)


@for_office(*OPENERS)
def silence_lead(request: Entered, key: UUID) -> HttpResponse:
    """What the chair does in a run: start, extend, stop the clock, withdraw, give the notice, settle, tell all."""
    held = _held(key)
    zone = held.question.text.body.zone
    opened = shown_in(told.next_end(held), zone)
    measured = told.measured(held)
    attests = measured.attests if measured else ""
    form = LeadForm(sent_to(request), initial=opened, state=held.state, attests=attests, zone=zone)
    if form.is_bound and not leads(request):
        raise PermissionDenied
    return _answered(request, form, lambda: _lead(form, held), "decisions/silence_lead.html", held, measured=measured)


@for_office(*OPENERS)
def silence_paper(request: Entered, key: UUID) -> HttpResponse:
    """An objection that came on paper, entered by the chair or the secretariat; it counts from its arrival."""
    held = _held(key)
    question, sent = held.question, sent_to(request)
    zone = question.text.body.zone
    opened = {**shown_in(clock.now(), zone), "review": str(question.review_id or question.text.review_id or "")}
    members, reviews = [one.member for one in held.electors], reviews_of(question.text.body_id)
    files = None if sent is None else request.FILES
    form = PaperForm(sent, files, initial=opened, members=members, reviews=reviews, zone=zone)

    def do() -> str:
        entered = enter_paper_objection(question=question, **form.entered())
        return str(told.BECAME[SilenceAct.Verdict(entered.verdict)])

    return _answered(request, form, do, "decisions/silence_paper.html", held)


def leads(request: Entered) -> bool:
    """Whether the chair acts; the secretariat looks on."""
    return request.acting.code == offices.CHAIR


def _lead(form: LeadForm, held: Standing) -> object:
    act, question, words = form.cleaned_data["act"], held.question, form.said()
    if act == Kind.STARTED:
        return commands.start_silence(question=question, until=form.until(), words=words)
    if act in (Kind.EXTENDED, Kind.ASKED_AGAIN) and words is not None:
        again = act == Kind.ASKED_AGAIN
        return commands.prolong(question=question, until=form.until(), words=words, again=again)
    if act in (HOLDS, BACK) and words is not None:
        return commands.settle(question=question, holds=act == HOLDS, words=words)
    if act == Kind.NOTICE:
        return commands.give_notice(question=question, attested=form.cleaned_data.get("reached", False))
    if act == CLOSE:
        return commands.close_run(question=question)
    plain = {Kind.SUSPENDED: commands.suspend, Kind.RESUMED: commands.resume, Kind.WITHDRAWN: commands.withdraw}
    return plain[act](question=question, words=words)


def silence_letter(request: Request, key: UUID) -> HttpResponse:
    """The letter on a run, ready to sign: that silence began, that the text is adopted, or that silence was broken."""
    held = _held(key)
    beside = _beside(held)
    given = {
        **beside,
        "paragraphs": told.paragraphs(held, paragraphs_of(held.question.text_version_id)),
        "coalition": request.coalition,
        "letter": letter(held, beside["decision"]),
        "today": clock.today(),
        "attached": told.attached(held),
    }
    return render(request, "decisions/silence_letter.html", given)


def _held(key: UUID) -> Standing:
    return queries.standing(get_object_or_404(queries.runs(), pk=key))


def _beside(held: Standing) -> dict[str, Any]:
    question, run = held.question, held.run
    start, end = run.start or held.now, run.end or (run.proposal.until if run.proposal else None)
    members = [one.member for one in held.electors]
    zone = question.text.body.zone
    decision = adopting(question.text_version_id) if held.state == State.ADOPTED else None
    return {
        "held": held,
        "question": question,
        "run": run,
        "end": end,
        "zone": zone,
        "state": told.STATES[held.state],
        "states": State,
        "left": told.remaining(held),
        "resting": told.resting(members, start, end, zone) if end else [],
        "decision": decision,
        "series": series(decision.audience) if decision else "",
        "over": getattr(question, "end", None),
        "stripe": stripe(told.audiences_of(held)),
    }


def _answered(
    request: Entered, form: Form, do: Callable[[], object], template: str, held: Standing, **beside: object
) -> HttpResponse:
    """A form about a run: looked at, refused, or done; where somebody was quicker, how the run stands now."""
    status = OK
    if form.is_bound:
        only_fields(request, form)
        status = BAD
        if form.is_valid():
            try:
                done = do()
            except ValidationError as refusal:
                status = refused(form, refusal)
                held = _held(held.question.pk)
            else:
                messages.success(request, done if isinstance(done, str) else _("It stands on the record."))
                return HttpResponseRedirect(reverse("silence", args=[held.question.pk]))
    given = {"form": form, "stale": status == STALE, "leads": leads(request), **_beside(held), **beside}
    return render(request, template, given, status=status)
