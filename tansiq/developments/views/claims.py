"""The pages of claims of cause: one claim with who disputes and who supports it, and the forms of both."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.assessments.queries import to_rest_on
from tansiq.developments import commands, queries, wording
from tansiq.developments.forms import AnswerForm, ClaimForm
from tansiq.developments.models import Claim
from tansiq.developments.views.answering import acts, answered, by_key, line_of, ways, ways_within
from tansiq.efforts import wording as measured
from tansiq.efforts.defining.views import to_choose as sources_to_choose
from tansiq.efforts.standing import of_figures
from tansiq.languages.versions import versions
from tansiq.record.answers import sent_to
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews.queries import subjects


def claim(request: Request, key: UUID) -> HttpResponse:
    """One claim: what of what, on what grounds, who disputes and who supports it; the house itself claims no cause."""
    found = get_object_or_404(queries.claims(), pk=key)
    known, figures, answers = everyone(), queries.figures_under(key), queries.answers_to(key)
    shown = [*queries.audiences_of_claims([found]), *of_figures(figures)]
    shown += [*(one.measure.audience for one in figures), *(one.audience for one in answers)]
    own = acts(request)
    told = {
        "claim": found,
        "figures": figures,
        "answers": answers,
        "chips": {one.pk: chip(one.audience, known) for one in answers if one.audience_id != found.audience_id},
        "to": chip(found.audience, known),
        "may_answer": own is not None and (own != found.owner_id or found.said_by_id is None),
        "versions": versions,
        "wording": measured,
        "stripe": stripe(shown, known),
    }
    return render(request, "developments/claim.html", told)


@for_members
def claim_make(request: Entered, code: str | None = None) -> HttpResponse:
    """The form in which one claims that something came of something."""
    line = line_of(code)
    opened = {"development": request.GET.get("development", ""), "cause_line": code or ""}
    given: dict[str, Any] = {
        "lines": {code: one for code, one in subjects().items() if one.is_line},
        "developments": by_key(queries.developments_to_name(line)),
        "measures": by_key(queries.measures_to_doubt(line)) if line else {},
        "figures": by_key(to_rest_on(line.code)) if line else {},
        "sources": by_key(sources_to_choose()),
    }
    form = ClaimForm(sent_to(request), initial=opened, **given, **ways(request, commands.CLAIMS))

    def do() -> Claim:
        return commands.make_claim(claimed=form.claimed(line), readers=form.cleaned_data["readers"])

    return answered(
        request, form, do, "developments/claim_make.html", {"line": line, "stripe": own_stripe()}, page="claim"
    )


@for_members
def claim_answer(request: Entered, key: UUID) -> HttpResponse:
    """Dispute or support a claim; one's words stand beside it."""
    found = get_object_or_404(queries.claims(), pk=key)
    given = ways_within(found.audience, commands.CLAIMS, wording.all_who_read())
    form = AnswerForm(sent_to(request), **given)

    def do() -> Claim:
        said = form.cleaned_data
        commands.answer_claim(claim=found, side=said["side"], words=form.words(), readers=said["readers"])
        return found

    beside = {"claim": found, "stripe": stripe(queries.audiences_of_claims([found]))}
    return answered(request, form, do, "developments/claim_answer.html", beside, page="claim")
