"""The pages of risks: what stands, one with all that its author said of it, and all of them over reviews."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.languages.versions import versions
from tansiq.members import offices
from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.queries import choosable, subjects
from tansiq.reviews.wording import when
from tansiq.risks import queries
from tansiq.risks.forms import RiskFilter
from tansiq.risks.models import Risk
from tansiq.risks.told import audiences_of, history, level_of, over_reviews

SIZE = 30
BY = {"line": "line", "year": "starts_on__year", "review": "review"}


def risks(request: Request) -> HttpResponse:
    """What may go wrong, as somebody raised it, the newest first, by line of effort, year, review and state."""
    about = subjects()
    lines, years = queries.found()
    reviews = choosable(Risk.objects.all(), request.GET.get("review", ""))
    form = RiskFilter(request.GET, lines=lines, years=years, subjects=about, reviews=reviews)
    given = asked(request, form)
    rows = queries.standing(given.get("state", ""))
    page = page_of(request, rows.filter(**{BY[name]: value for name, value in given.items() if name in BY}), SIZE)
    endings = queries.endings_among(one.pk for one in page)
    shown = [*about.values(), *reviews, *endings]
    told = {
        "form": form,
        "kept": given.kept,
        "page": page,
        "rows": [(one, level_of(one)) for one in page],
        "endings": {one.risk_id: one for one in endings},
        "subjects": about,
        "versions": versions,
        "when": when,
        "may_state": _speaks(request),
        "may_set": _is_secretariat(request),
        "stripe": stripe([*audiences_of(page), *(one.audience for one in shown)]),
    }
    return render(request, "risks/risks.html", told)


def risk(request: Request, key: UUID) -> HttpResponse:
    """One risk: its level as stated, who answers for it, what is done, and all that its author said of it."""
    found = get_object_or_404(queries.risks(), pk=key)
    known = everyone()
    said = queries.said_of(found)
    keys = [one.pk for one in said]
    renewals, endings = queries.renewals_among(keys), queries.endings_among(keys)
    told = history(said, renewals, endings)
    about = subjects().get(found.line)
    beside = [*renewals, *endings, *([about] if about else [])]
    newest = next((one.later_id for one in renewals if one.earlier_id == key), None)
    own = found.thread is not None and request.acting is not None and request.acting.member == found.owner_id
    page = {
        "risk": found,
        "now": next(one for one in told if one.risk.pk == key),
        "history": told[::-1],
        "newest": newest,
        "about": about,
        "versions": versions,
        "when": when,
        "may_change": own and newest is None,
        "chips": {one.audience_id: chip(one.audience, known) for one in said if one.audience_id != found.audience_id},
        "to": chip(found.audience, known),
        "stripe": stripe([*audiences_of(said), *(one.audience for one in beside)], known),
    }
    return render(request, "risks/risk.html", page)


def over(request: Request) -> HttpResponse:
    """Risks over reviews: a row for each that stands, a column for each review, the level in words and bars."""
    reviews = queries.reviews_of_risks()
    page = page_of(request, queries.standing().filter(thread__isnull=False), SIZE)
    said = queries.said_at(list(page), reviews)
    endings = queries.endings_among(one.pk for one in page)
    told = {
        "page": page,
        "reviews": reviews,
        "rows": over_reviews(list(page), said, reviews),
        "endings": {one.risk_id: one for one in endings},
        "stripe": stripe([*audiences_of([*page, *said]), *(one.audience for one in (*reviews, *endings))]),
    }
    return render(request, "risks/over.html", told)


def _speaks(request: Request) -> bool:
    return request.acting is not None and request.acting.member is not None


def _is_secretariat(request: Request) -> bool:
    return request.acting is not None and request.acting.code == offices.SECRETARIAT
