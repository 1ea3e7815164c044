"""The pages of developments: what changed along a line of effort, one by one, and the forms by which one says it."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.developments import commands, queries, wording
from tansiq.developments.forms import CorrectionForm, DevelopmentForm, OfReview, WithdrawalForm
from tansiq.developments.models import Development
from tansiq.developments.views.answering import acts, answered, by_key, line_of, reviews_to_name, ways, ways_within
from tansiq.efforts.defining.views import to_choose as sources_to_choose
from tansiq.languages.versions import versions
from tansiq.record.answers import sent_to
from tansiq.release.asking import asked
from tansiq.release.doors import Entered, Request, for_members
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, own_stripe, stripe
from tansiq.reviews.models import Subject
from tansiq.reviews.queries import choosable

KIND = commands.KIND
SIZE = 20


def developments(request: Request, code: str | None = None) -> HttpResponse:
    """What changed along a line of effort or on the whole, what changed last first; and who claims which cause."""
    line = line_of(code)
    rows = queries.of_line(line)
    held = choosable(Development.objects.filter(line=line), request.GET.get("review", ""))
    form = OfReview(request.GET, reviews=held)
    given = asked(request, form)
    page = page_of(request, rows.filter(**given), SIZE)
    claimed = queries.claims_on(line)
    shown = [*queries.audiences_of(page), *queries.audiences_of_claims(claimed), *(one.audience for one in held)]
    told = {
        "line": line,
        "form": form,
        "kept": given.kept,
        "page": page,
        "claims": claimed,
        "changes": wording,
        "may_write": acts(request) is not None,
        "stripe": stripe([*shown, line.audience] if line else shown),
    }
    return render(request, "developments/developments.html", told)


def development(request: Request, key: UUID) -> HttpResponse:
    """One development: what changed, who saw it, what it makes doubtful, what corrects it, who claims a cause."""
    found = get_object_or_404(queries.developments(), pk=key)
    known, beside = everyone(), queries.around(key)
    later = next((one for one in beside.corrections if one.earlier_id == key), None)
    own = acts(request)
    told = {
        "development": found,
        "beside": beside,
        "later": later,
        "corrects": next((one for one in beside.corrections if one.later_id == key), None),
        "withdrawal": next(iter(beside.withdrawals), None),
        "to": chip(found.audience, known),
        "may_correct": own == found.owner_id and later is None and not beside.withdrawals,
        "may_write": own is not None,
        "versions": versions,
        "changes": wording,
        "stripe": stripe([*queries.audiences_of([found]), *beside.audiences], known),
    }
    return render(request, "developments/development.html", told)


@for_members
def development_report(request: Entered, code: str | None = None) -> HttpResponse:
    """The form in which one says what changed."""
    line = line_of(code)
    form = DevelopmentForm(
        sent_to(request), initial={"review": request.GET.get("review", "")}, **_offered(line), **ways(request, KIND)
    )

    def do() -> Development:
        return commands.report_development(change=form.change(line), readers=form.cleaned_data["readers"])

    beside = {"line": line, "stripe": own_stripe()}
    return answered(request, form, do, "developments/report.html", beside, page="development")


def _offered(line: Subject | None) -> dict[str, Any]:
    """What the form of a development offers to choose from: on the whole, nothing is made doubtful by name."""
    return {
        "sources": by_key(sources_to_choose()),
        "reviews": reviews_to_name(line),
        "measures": by_key(queries.measures_to_doubt(line)) if line else {},
        "assessments": by_key(queries.assessments_to_doubt(line)) if line else {},
    }


@for_members
def development_correct(request: Entered, key: UUID) -> HttpResponse:
    """Say anew what changed, and why; what was said before stays."""
    found = _own(request, key)
    around = queries.around(key)
    doubted = {
        "measures": [str(one.measure_id) for one in around.measures],
        "assessments": [str(one.assessment_id) for one in around.assessments],
    }
    offered = _offered(found.line)
    stands: dict[str, list[Any]] = {  # What it names already stays to be chosen.
        "measures": [one.measure for one in around.measures],
        "assessments": [one.assessment for one in around.assessments],
        "reviews": [found.review] if found.review else [],
        "sources": [found.source] if found.source else [],
    }
    offered = {name: {**by_key(stands[name]), **rows} for name, rows in offered.items()}
    given = ways_within(found.audience, KIND, wording.all_who_read())
    form = CorrectionForm(sent_to(request), of=found, doubted=doubted, **offered, **given)

    def do() -> Development:
        readers = form.cleaned_data["readers"]
        return commands.correct_development(
            development=found, change=form.change(found.line), reason=form.why(), readers=readers
        )

    beside = {"development": found, "changes": wording, "stripe": stripe(queries.audiences_of([found]))}
    return answered(request, form, do, "developments/correct.html", beside, page="development")


@for_members
def development_withdraw(request: Entered, key: UUID) -> HttpResponse:
    """Take back what one said changed, with the reason; it stays to be read."""
    found = _own(request, key)
    form = WithdrawalForm(sent_to(request))

    def do() -> Development:
        commands.withdraw_development(development=found, reason=form.words())
        return found

    beside = {"development": found, "changes": wording, "stripe": stripe(queries.audiences_of([found]))}
    return answered(request, form, do, "developments/withdraw.html", beside, page="development")


def _own(request: Entered, key: UUID) -> Development:
    """A development of one's own; another's is read, and changed by nobody but its owner."""
    found = get_object_or_404(queries.developments(), pk=key)
    if request.acting.member != found.owner_id:
        raise PermissionDenied
    return found
