"""The page of risks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tansiq.languages.versions import versions
from tansiq.release.asking import asked
from tansiq.release.models import Audience
from tansiq.release.pages import page_of
from tansiq.release.wording import stripe
from tansiq.reviews.queries import choosable, subjects
from tansiq.reviews.wording import when
from tansiq.risks import queries
from tansiq.risks.forms import RiskFilter
from tansiq.risks.models import Risk

SIZE = 30
BY = {"line": "line", "year": "starts_on__year", "review": "review"}


def risks(request: HttpRequest) -> HttpResponse:
    """What may go wrong, as somebody raised it, the newest first, by line of effort, year and review."""
    about = subjects()
    lines, years = queries.found()
    reviews = choosable(Risk.objects.all(), request.GET.get("review", ""))
    form = RiskFilter(request.GET, lines=lines, years=years, subjects=about, reviews=reviews)
    given = asked(request, form)
    page = page_of(request, queries.risks().filter(**{BY[name]: value for name, value in given.items()}), SIZE)
    audiences = [audience for one in page for audience in _of(one)]
    return render(
        request,
        "risks/risks.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "subjects": about,
            "versions": versions,
            "when": when,
            "stripe": stripe([*audiences, *(one.audience for one in (*about.values(), *reviews))]),
        },
    )


def _of(one: Risk) -> list[Audience]:
    beside = [one.audience, one.source.audience]
    return [*beside, one.review.audience] if one.review else beside
