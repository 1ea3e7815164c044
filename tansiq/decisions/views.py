"""Pages of decisions and of the actions that follow from them."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.decisions import queries, wording
from tansiq.decisions.actions.queries import may_lay_under
from tansiq.decisions.announcing.queries import announcements_of
from tansiq.decisions.forms import ActionFilter, DecisionFilter
from tansiq.decisions.models import Action, Decision, FollowUp
from tansiq.decisions.positions.attached import adopted
from tansiq.languages.versions import versions
from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.models import Audience, Released
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.queries import choosable, subjects
from tansiq.reviews.wording import when

SIZE = 30
DECISIONS = {"kind": "kind", "line": "line", "body": "review__body", "year": "starts_on__year", "review": "review"}


def decisions(request: HttpRequest) -> HttpResponse:
    """What was decided, the newest first, by kind, line of effort, body, year and review."""
    about = subjects()
    reviews = choosable(Decision.objects.all(), request.GET.get("review", ""))
    form = DecisionFilter(request.GET, held=queries.found(), subjects=about, reviews=reviews)
    given = asked(request, form)
    rows = queries.decisions().filter(**{DECISIONS[name]: value for name, value in given.items()})
    page = page_of(request, rows, SIZE)
    links = queries.links_at(page)
    shown = [*_of_decisions(page), *_of_links(links), *_of(about.values()), *_of(reviews)]
    return render(
        request,
        "decisions/decisions.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "subjects": about,
            "around": wording.around(links),
            "when": when,
            "series": wording.series,
            "stripe": stripe(shown),
        },
    )


def decision(request: Request, key: UUID) -> HttpResponse:
    """One decision: its words, how far it binds, what follows from it, and the chain in which it stands."""
    found = get_object_or_404(queries.decision(key))
    known, about = everyone(), subjects().get(found.line)
    chain, links = queries.chain_of(found)
    actions = queries.actions_of(found)
    steps = wording.steps(chain, links, key)
    attached = adopted(found)
    announced = announcements_of(key) if attached else []
    shown = [
        *_of_decisions([found, *chain], source=False),
        *(attached.audiences if attached else []),
        *(audience for one in announced for audience in (one.audience, one.item.review.audience)),
        *([found.source.audience] if found.source else []),
        *(link.audience for link in links),
        *_of_actions(actions),
        *([about.audience] if about else []),
    ]
    return render(
        request,
        "decisions/decision.html",
        {
            "decision": found,
            "adopted": attached,
            "announced": announced,
            "versions": versions(found.text),
            "series": wording.series(found.audience),
            "binds": wording.BINDS[Decision.Kind(found.kind)],
            "about": about,
            "when": when(found.starts_on, found.ends_on, found.precision, weekday=True),
            "steps": steps,
            "numbers": wording.numbers,
            "finding": wording.finding(steps),
            "drawn": wording.drawn(steps, links),
            "actions": actions,
            "may_lay": request.acting is not None and request.acting.code in OPENERS and may_lay_under(found),
            "date_of": when,
            "to": chip(found.audience, known),
            "stripe": stripe(shown, known),
        },
    )


def actions(request: HttpRequest) -> HttpResponse:
    """What is to be done and was: by status, then by due date, each with whose it is and the evidence."""
    known, about, owning = everyone(), subjects(), queries.owning_members()
    members = [one for one in known.values() if one.code in owning]
    form = ActionFilter(request.GET, members=members, subjects=about)
    given = asked(request, form)
    page = page_of(request, queries.actions_by(**given), SIZE)
    return render(
        request,
        "decisions/actions.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "subjects": about,
            "date_of": when,
            "stripe": stripe([*_of_actions(page), *_of(about.values())], known),
        },
    )


def _of_decisions(rows: Iterable[Decision], *, source: bool = True) -> Iterator[Audience]:
    for one in rows:
        yield one.audience
        if source and one.source:
            yield one.source.audience
        if one.review:
            yield one.review.audience


def _of_links(links: Iterable[FollowUp]) -> Iterator[Audience]:
    for link in links:
        yield from (link.audience, link.earlier.audience, link.later.audience)


def _of(rows: Iterable[Released]) -> Iterator[Audience]:
    return (one.audience for one in rows)


def _of_actions(rows: Iterable[Action]) -> Iterator[Audience]:
    for one in rows:
        yield one.audience
        if one.source:
            yield one.source.audience
        yield from (owner.audience for owner in one.held_by)  # type: ignore[attr-defined] # queries.actions()
        if one.decision:
            yield one.decision.audience
