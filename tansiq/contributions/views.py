"""Pages of contributions: from pledge to confirmation, line by line; the doubtful ones apart."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.contributions import queries, wording
from tansiq.contributions.forms import ContributionFilter
from tansiq.contributions.lines import lines
from tansiq.contributions.models import Contribution
from tansiq.languages.versions import versions
from tansiq.release.asking import Asked, asked
from tansiq.release.models import Audience, Member, Released
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.models import Subject
from tansiq.reviews.queries import choosable, subjects
from tansiq.reviews.wording import when

SIZE = 20


def contributions(request: HttpRequest) -> HttpResponse:
    """The lines from pledge to delivery, the newest first; what cannot be right stands apart with its reason."""
    known, about = everyone(), subjects()
    given, form, offered = _asked(request, known, about)
    page = page_of(request, queries.first_of_each(given), SIZE)
    held = queries.together(page)
    made = lines(held.rows, held.links)
    order = {one.pk: place for place, one in enumerate(page)}
    made.sort(key=lambda line: min(order.get(one.pk, SIZE) for one in line.everything()))
    apart = list(queries.doubtful(given)[: queries.FEW + 1])
    shown = [*_audiences([*held.rows, *apart[: queries.FEW]]), *(link.audience for link in held.links)]
    return render(
        request,
        "contributions/contributions.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "lines": made,
            "doubtful": apart[: queries.FEW],
            "more_doubtful": len(apart) > queries.FEW,
            "subjects": about,
            "told": wording,
            "when": when,
            "stripe": stripe([*shown, *(one.audience for one in offered)], known),
        },
    )


def doubtful(request: HttpRequest) -> HttpResponse:
    """All that cannot be right as it was stated, each with the reason; it is kept, and enters nothing."""
    known, about = everyone(), subjects()
    given, form, offered = _asked(request, known, about)
    page = page_of(request, queries.doubtful(given), SIZE)
    return render(
        request,
        "contributions/doubtful.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "told": wording,
            "when": when,
            "stripe": stripe([*_audiences(page), *(one.audience for one in offered)], known),
        },
    )


def _asked(
    request: HttpRequest, known: dict[int, Member], about: dict[str, Subject]
) -> tuple[Asked, ContributionFilter, list[Released]]:
    givers, named = queries.found()
    members = [one for one in known.values() if one.code in givers]
    reviews = choosable(Contribution.objects.all(), request.GET.get("review", ""))
    form = ContributionFilter(request.GET, members=members, lines=named, subjects=about, reviews=reviews)
    return asked(request, form), form, [*about.values(), *reviews]


def contribution(request: HttpRequest, key: UUID) -> HttpResponse:
    """One contribution: the line in which it stands, how long it took, for what it is meant, and whose word it is."""
    found = get_object_or_404(queries.contribution(key))
    known, about = everyone(), subjects().get(found.line)
    held = queries.together([found])
    made = lines(held.rows, held.links)
    own = wording.holding(made, key)
    shown = [*_audiences([found, *held.rows]), *(link.audience for link in held.links)]
    if about:
        shown.append(about.audience)
    return render(
        request,
        "contributions/contribution.html",
        {
            "contribution": found,
            "versions": versions(found.text),
            "about": about,
            "lines": made,
            "own": own,
            "told": wording,
            "when": when,
            "to": chip(found.audience, known),
            "stripe": stripe(shown, known),
        },
    )


def _audiences(rows: Iterable[Contribution]) -> Iterator[Audience]:
    for one in rows:
        yield from (one.audience, one.source.audience)
        if one.review:
            yield one.review.audience
