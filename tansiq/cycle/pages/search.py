"""Looking for words in all that is released to the reader."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.shortcuts import render

from tansiq.cycle.searching import SearchForm, hit
from tansiq.engines.search import ask, near
from tansiq.finding.queries import Hits, Wanted, found, known_words
from tansiq.record.answers import BAD, OK
from tansiq.release.asking import Asked, asked
from tansiq.release.doors import Request
from tansiq.release.models import Member
from tansiq.release.pages import asked_page, page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import stripe
from tansiq.reviews.queries import subjects

SIZE = 20


def search(request: Request) -> HttpResponse:
    """What has the words that are looked for, of what the reader may see and of nothing else."""
    known, about = everyone(), subjects()
    lines = sorted((one for one in about.values() if one.is_line), key=lambda one: (one.number or 0, one.code))
    parties = [member for member in known.values() if not member.is_office]
    form = SearchForm(request.GET, members=parties, lines=lines)
    given = _asked(request, form)
    wanted = Wanted(ask(given.get("q", "")), _beside(given, known))
    hits, wanted, similar = _looked_for(request, wanted, widely=bool(given.get("near")))
    marks = wanted.query.marks
    answer = {
        "form": form,
        "kept": given.kept,
        "page": page_of(request, range(hits.count), SIZE),
        "hits": [hit(row, marks, about, known) for row in hits.rows],
        "count": hits.count,
        "query": wanted.query,
        "nothing": wanted.is_nothing,
        "narrowed": bool(wanted.beside or form.errors),
        "similar": similar,
        "stripe": stripe([*(row.audience for row in hits.rows), *(one.audience for one in lines)], known),
    }
    return render(request, "cycle/search.html", answer, status=BAD if form.errors else OK)


def _asked(request: Request, form: SearchForm) -> Asked:
    """What is asked for; a day that cannot be read is told to whoever typed it, and nothing is looked for."""
    try:
        return asked(request, form)
    except BadRequest:
        if form.only_days_are_wrong:
            return Asked()
        raise


def _beside(given: Mapping[str, Any], known: Mapping[int, Member]) -> dict[str, Any]:
    """The conditions beside the words."""
    beside = {name: given[name] for name in ("kind", "member", "line", "since", "until") if name in given}
    if "member" in beside:
        beside["member"] = next(member.pk for member in known.values() if member.code == beside["member"])
    return beside


def _looked_for(request: Request, wanted: Wanted, *, widely: bool) -> tuple[Hits, Wanted, list[str]]:
    """What was found, for which question, and the similar words that it stands for too."""
    start = max(0, asked_page(request) - 1) * SIZE
    hits = Hits((), 0) if widely else found(wanted, start, start + SIZE)
    if hits.count or wanted.query.is_empty:
        return found(wanted, start, start + SIZE) if widely else hits, wanted, []
    similar: list[str] = []
    wide = Wanted(wanted.query.widened(_alike(known_words(), similar)), wanted.beside)
    if not (similar or widely):
        return hits, wanted, []
    return found(wide, start, start + SIZE), wide, similar


def _alike(words: set[str], noted: list[str]) -> Callable[[str], list[str]]:
    """The known words that are like a word; what is found is noted."""

    def alike(word: str) -> list[str]:
        like = near(word, sorted(words))
        noted.extend(one for one in like if one not in noted)
        return like

    return alike
