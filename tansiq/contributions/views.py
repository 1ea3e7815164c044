"""Pages of contributions: from pledge to confirmation, line by line; the doubtful ones apart."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.contributions import queries, wording
from tansiq.contributions.forms import ContributionFilter
from tansiq.contributions.giving.queries import caveats_of, givers_of, held_on, sides_of
from tansiq.contributions.giving.told import Chain, chain_of, chains_of, newest
from tansiq.contributions.lines import lines
from tansiq.contributions.models import Contribution
from tansiq.contributions.needs.queries import offered_by
from tansiq.languages.versions import versions
from tansiq.release.asking import Asked, asked
from tansiq.release.doors import Request
from tansiq.release.models import Audience, Member, Released
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.models import Subject
from tansiq.reviews.queries import choosable, subjects
from tansiq.reviews.wording import when

SIZE = 20


def contributions(request: Request) -> HttpResponse:
    """The lines from pledge to delivery, the newest first; what cannot be right stands apart with its reason."""
    known, about = everyone(), subjects()
    given, form, offered = _asked(request, known, about)
    page = page_of(request, queries.first_of_each(given), SIZE)
    held = queries.together(one.pk for one in page)
    made = lines(held.rows, held.links)
    order = {one.pk: place for place, one in enumerate(page)}
    made.sort(key=lambda line: min(order.get(one.pk, SIZE) for one in line.everything()))
    chains = chains_of(made, held_on(one.pk for one in held.rows))
    apart = list(queries.doubtful(given)[: queries.FEW + 1])
    shown = [*_audiences([*held.rows, *apart[: queries.FEW]]), *(link.audience for link in held.links)]
    shown += _of_chains(chains)
    return render(
        request,
        "contributions/contributions.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "lines": made,
            "chains": chains,
            "may_state": may_give(request),
            "doubtful": apart[: queries.FEW],
            "more_doubtful": len(apart) > queries.FEW,
            "subjects": about,
            "told": wording,
            "when": when,
            "stripe": stripe([*shown, *(one.audience for one in offered)], known),
        },
    )


def doubtful(request: Request) -> HttpResponse:
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
    request: Request, known: dict[int, Member], about: dict[str, Subject]
) -> tuple[Asked, ContributionFilter, list[Released]]:
    givers, named = queries.found()
    members = [one for one in known.values() if one.code in givers]
    reviews = choosable(Contribution.objects.all(), request.GET.get("review", ""))
    form = ContributionFilter(request.GET, members=members, lines=named, subjects=about, reviews=reviews)
    return asked(request, form), form, [*about.values(), *reviews]


def contribution(request: Request, key: UUID) -> HttpResponse:
    """One contribution: its chain in time, both ends beside each other, for what it is meant, and whose word it is."""
    found = get_object_or_404(queries.contribution(key))
    known, about = everyone(), subjects().get(found.line)
    together = queries.together([key])
    made = lines(together.rows, together.links)
    held = held_on(one.pk for one in together.rows)
    chains = chains_of(made, held)
    own = wording.holding(made, key)
    givers, caveats, offers = givers_of(key), caveats_of(key), offered_by(key)
    words = [word for one in givers for word in one.said]  # type: ignore[attr-defined] # givers_of
    beside = [one.audience for one in (*givers, *words, *caveats, *offers)]
    shown = [*_audiences([found, *together.rows]), *(link.audience for link in together.links), *_of_chains(chains)]
    shown += [*beside, *(one.need.audience for one in offers), *([about.audience] if about else [])]
    told = {
        "contribution": found,
        "versions": versions(found.text),
        "about": about,
        "lines": made,
        "chains": chains,
        "chain": chain_of(own, held) if own else None,
        "givers": [(one, newest(one.said)) for one in givers],  # type: ignore[attr-defined] # as above
        "caveats": caveats,
        "offers": offers,
        "chips": {one.pk: chip(one, known) for one in shown if one.pk != found.audience_id},
        "told": wording,
        "when": when,
        "may": _may(request, found, {one.member_id for one in givers}),
        "member": request.acting.member if request.acting else None,
        "to": chip(found.audience, known),
        "stripe": stripe(shown, known),
    }
    return render(request, "contributions/contribution.html", told)


def may_give(request: Request) -> bool:
    """Whether somebody acts who can give: a member, no office."""
    who = request.acting
    return who is not None and who.member is not None and who.kind != Member.Kind.OFFICE


def _may(request: Request, found: Contribution, named: set[UUID]) -> set[str]:
    """What whoever reads a contribution may do on its page."""
    sides, joint = {*sides_of(found)}, request.acting is not None and request.acting.member in named
    return sides | ({"caveat"} if joint or "giver" in sides else set()) | ({"consent"} if joint else set())


def _of_chains(held: dict[Any, Chain]) -> Iterator[Audience]:
    for one in held.values():
        yield from one.audiences


def _audiences(rows: Iterable[Contribution]) -> Iterator[Audience]:
    return (one.audience for one in rows)
