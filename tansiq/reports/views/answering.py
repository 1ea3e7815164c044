"""Answering a call: one page for all its measures, kept as it is typed, filed at one go or handed to the head."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.efforts.models import Measure
from tansiq.languages.ways import in_digits
from tansiq.members.models import Accreditation
from tansiq.record.acts import Stale
from tansiq.record.answers import BAD, OK, STALE, refused, sent_to, status_of
from tansiq.release.asking import only_fields
from tansiq.release.doors import Entered, for_members
from tansiq.release.queries import everyone, member_of
from tansiq.release.wording import chip, own_stripe
from tansiq.reports import queries, wording
from tansiq.reports.commands.answering import Filing, NotFiled, file_answers, forget_drafts
from tansiq.reports.commands.drafting import FOR_ALL, Overtaken, keep_draft, mark_of, stamp_of, typed_in
from tansiq.reports.forms.answering import AnswerForm
from tansiq.reports.forms.filing import FilingForm
from tansiq.reports.models import Call, Report, ReportDraft
from tansiq.reviews.forms import LANGUAGES

BUTTONS = ("draft", "hand")
CHOSEN_ONCE = ("release", "evidence_to", "language")  # Kept beside each draft: they are chosen once for all.


@dataclass
class Page:
    """What the page of answers is made of, read once."""

    request: Entered
    call: Call
    measures: Sequence[Measure]
    overtaken: dict[UUID, Overtaken] = field(default_factory=dict)  # Where a colleague's draft stands in the way.

    @cached_property
    def standing(self) -> dict[UUID, list[Report]]:
        """What one's own member has answered already."""
        held: dict[UUID, list[Report]] = {}
        for row in queries.own_standing(self.call, [one.pk for one in self.measures]):
            held.setdefault(row.measure_id, []).append(row)
        return held

    @cached_property
    def drafts(self) -> dict[UUID, ReportDraft]:
        """What one's own delegation has kept."""
        return {draft.measure_id: draft for draft in reversed(queries.drafts_in(self.call))}

    @cached_property
    def must_hand(self) -> bool:
        """Whether the head clears what this person writes."""
        return self.request.acting.hat != Accreditation.Role.HEAD and queries.clearance_demanded(
            self.request.acting.member
        )

    def filing(self, sent: QueryDict | None) -> FilingForm:
        """The release of all of them, as it was kept with the newest draft."""
        newest = max(self.drafts.values(), key=lambda one: one.updated_at, default=None)
        held = newest.given if newest else {}
        kept = {name: held[FOR_ALL + name] for name in CHOSEN_ONCE if FOR_ALL + name in held}
        asked = [one for one in [member_of(self.request.acting.member)] if one]
        return FilingForm(sent, call=self.call, known=everyone(), asked=asked, initial=kept)

    def answers(self, sent: QueryDict | None, filing: FilingForm) -> list[AnswerForm]:
        """A form for each measure that is open: all of them once something is sent."""
        keys = [one.pk for one in self.measures]
        last: dict[UUID, Report] = {}
        for row in queries.last_time(self.request.acting.member, keys, self.call):
            last.setdefault(row.measure_id, row)
        bases = queries.bases_of(keys)
        language = sent.get("language", "") if sent is not None else ""
        page = (get_language() or "ar").split("-")[0]
        also = self.request.GET.get("also", "")
        return [
            AnswerForm(
                sent,
                call=self.call,
                measure=one,
                bases=bases.get(one.pk, ()),
                last=last.get(one.pk),
                ways=filing.exceptions,
                language=language if language in LANGUAGES else page,
                initial=self._opened(one),
            )
            for one in self.measures
            if sent is not None or one.pk not in self.standing or str(one.pk) == also
        ]

    def _opened(self, measure: Measure) -> dict[str, str]:
        draft, seen = self.drafts.get(measure.pk), self.standing.get(measure.pk, ())
        opened = {"seen": " ".join(str(row.pk) for row in seen), "kept": stamp_of(draft)}
        return {**(draft.given if draft else {}), **opened}

    def keep(self, sent: QueryDict, answers: Sequence[AnswerForm], *, ready: bool = False, files: bool = False) -> bool:
        """Keep what was typed before anything else is done with it; false where not all could be kept.

        What stands as the form opened is left alone, so that a colleague's newer words remain; unless it is filed.
        """
        kept = True
        for_all = {FOR_ALL + name: value for name in CHOSEN_ONCE if (value := sent.get(name, ""))}
        for one in answers:
            typed, (version, mark) = one.typed(), one.opened_with
            if one.is_typed or one.measure.pk in self.drafts:
                if mark_of(typed) == mark and not files:
                    continue
                try:
                    keep_draft(
                        call=self.call,
                        measure=one.measure,
                        given={**typed, **for_all},
                        ready=ready and one.is_typed,
                        seen=version,
                    )
                except Overtaken as refusal:
                    kept, self.overtaken[one.measure.pk] = False, refusal
                except Stale:
                    kept = False
        return kept

    def both_texts(self, sent: QueryDict, filing: FilingForm) -> list[AnswerForm]:
        """The answers as they were typed, each overtaken one with its colleague's beside it; sent again it stands."""
        again = sent.copy()
        for measure, refusal in self.overtaken.items():
            again[f"{measure}-kept"] = stamp_of(refusal.draft)
        answers = self.answers(again, filing)
        for one in answers:
            if meanwhile := self.overtaken.get(one.measure.pk):
                one.stand_beside(typed_in(meanwhile.draft.given))
                one.add_error(None, meanwhile.messages)
        return answers


def _page(request: Entered, key: UUID) -> Page:
    """What a call asks of one's own member.

    Raises:
        Http404: there is no such call, or it asks one's own member for nothing.
    """
    call = get_object_or_404(queries.calls(), pk=key)
    measures = [one.measure for one in queries.asked_of(call, request.acting.member)]
    if not measures:
        raise Http404
    return Page(request, call, measures)


@for_members
def call_answer(request: Entered, key: UUID) -> HttpResponse:
    """The form for all measures that my member is asked for."""
    page, sent, status = _page(request, key), sent_to(request), OK
    filing = page.filing(sent)
    answers = page.answers(sent, filing)
    if sent is not None:
        only_fields(request, filing, *BUTTONS, *(one.add_prefix(name) for one in answers for name in one.fields))
        page.keep(sent, answers, files="draft" not in sent)
        if page.overtaken:
            status, answers = STALE, page.both_texts(sent, filing)
        elif "draft" in sent:
            messages.success(request, _("Your draft is kept. Your delegation reads it, and nobody else."))
            return HttpResponseRedirect(reverse("call_answer", args=[key]))
        elif (status := _send(page, sent, filing, answers)) == OK:
            return HttpResponseRedirect(reverse("call", args=[key]) + "#mine")
    return render(request, "reports/call_answer.html", _given(page, filing, answers), status=status)


def _send(page: Page, sent: QueryDict, filing: FilingForm, answers: Sequence[AnswerForm]) -> int:
    """File the answers, or hand them to the head; the status where that was refused."""
    valid = all([filing.is_valid(), *(one.is_valid() for one in answers)])
    answered = [(one, one.answered) for one in answers if one.answered is not None]
    if valid and not answered:
        filing.add_error(None, _("Nothing is answered yet."))
    if not valid or not answered:
        return BAD
    if page.must_hand:
        page.keep(sent, answers, ready=True, files=True)
        messages.success(page.request, _("Your head of delegation finds the answers and files them."))
        return OK
    filings = [
        Filing(
            one.measure,
            answer,
            filing.readers_of(one.cleaned_data["to"]),
            filing.evidence_readers(),
            one.cleaned_data["seen"],
        )
        for one, answer in answered
    ]
    try:
        last = file_answers(call=page.call, filings=filings)
    except NotFiled as refusal:
        form = next(one for one, _answer in answered if one.measure == refusal.measure)
        form.add_error("answer", refusal.messages)
        return BAD
    except Stale as refusal:
        return refused(filing, refusal)
    except ValidationError as refusal:
        filing.add_error(None, refusal)
        return status_of(refusal)
    forget_drafts(page.call, [one.measure for one in filings])
    messages.success(page.request, _("Your answers stand on the record. %s.") % chip(last.audience).sentence)
    return OK


def _given(page: Page, filing: FilingForm, answers: Sequence[AnswerForm]) -> dict[str, Any]:
    known = everyone()
    answered = [
        (measure, [(wording.answer(row, measure), chip(row.audience, known)) for row in page.standing[measure.pk]])
        for measure in page.measures
        if measure.pk in page.standing
    ]
    return {
        "call": page.call,
        "filing": filing,
        "answers": [
            one
            for one in answers
            if one.is_typed or one.errors or not one.is_bound or one.measure.pk not in page.standing
        ],
        "answered": answered,
        "drafts": page.drafts,
        "kept_at": max((one.updated_at for one in page.drafts.values()), default=None),
        "ready": [one for one in page.drafts.values() if one.ready],
        "must_hand": page.must_hand,
        "stripe": own_stripe(),
    }


@for_members
def call_draft(request: Entered, key: UUID) -> HttpResponse:
    """Keep what is typed, quietly: the answer is one sentence for the page."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    page = _page(request, key)
    filing = page.filing(request.POST)
    answers = page.answers(request.POST, filing)
    only_fields(request, filing, *(one.add_prefix(name) for one in answers for name in one.fields))
    all_kept = page.keep(request.POST, answers)
    if page.overtaken:
        said = _("A colleague has written here meanwhile. Keep yours as draft to see both.")
        return HttpResponse(said, content_type="text/plain; charset=utf-8", status=STALE)
    if not all_kept:
        return HttpResponse(_("Not kept yet."), content_type="text/plain; charset=utf-8", status=STALE)
    kept = _("Kept at %(time)s UTC.") % {"time": in_digits(f"{clock.now():%H:%M}")}
    return HttpResponse(kept, content_type="text/plain; charset=utf-8")
