"""Pages of measures: each figure with who stated it, when, of what and on which source, and who says otherwise."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tansiq import clock
from tansiq.efforts import queries, wording
from tansiq.efforts.commands.keeping import may_define
from tansiq.efforts.dividing.told import breakdowns
from tansiq.efforts.drawing import figures_over_time
from tansiq.efforts.forms import CONFLICT, MeasureFilter
from tansiq.efforts.models import Correction, Figure, Measure
from tansiq.efforts.queries import Whole
from tansiq.efforts.reaching import aim_of, path_of, told_progress
from tansiq.efforts.standing import Pair, by_base, of_figures, pair, standing
from tansiq.efforts.starting import beginnings
from tansiq.languages.dates import written as written_day
from tansiq.languages.numbers import written
from tansiq.languages.words import plain
from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.models import Audience, Member, Releasable
from tansiq.release.pages import page_of, slice_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.models import Subject
from tansiq.reviews.queries import choosable, subjects

SIZE = 30
FIGURES = 100  # On a page of one measure.


def measures(request: Request) -> HttpResponse:
    """What is measured, by line of effort: from the start to what was stated last."""
    about = subjects()
    reviews = choosable(Figure.objects.all(), request.GET.get("review", ""))
    form = MeasureFilter(request.GET, lines=about, reviews=reviews)
    given = asked(request, form)
    rows = queries.measures()
    if "line" in given:
        rows = rows.filter(line=given["line"])
    if "review" in given:
        rows = queries.stated_at(rows, UUID(given["review"]))
    if given.get("figures") == CONFLICT:
        rows = queries.in_conflict(rows)
    page = page_of(request, queries.with_newest(rows), SIZE)
    told = [standing(one) for one in page]
    shown = [audience for one in told for audience in one.audiences]
    given_to_page = {
        "form": form,
        "kept": given.kept,
        "page": page,
        "groups": [(code, list(held)) for code, held in groupby(told, key=lambda one: one.measure.line)],
        "subjects": about,
        "wording": wording,
        "may_define": may_define(request.acting),
        "stripe": stripe([*shown, *(one.audience for one in (*about.values(), *reviews))]),
    }
    return render(request, "efforts/measures.html", given_to_page)


def measure(request: Request, key: UUID) -> HttpResponse:
    """One measure: what it is, its start, and every figure as it was stated; contradictions side by side."""
    whole = queries.measure_whole(key)
    found = whole.measure
    page = slice_of(request, queries.figures_of(key), FIGURES)
    pairs = [pair(one) for one in queries.conflicts().filter(figure__measure=key)[:FIGURES]]
    corrections = queries.corrections_in(key)
    known = everyone()
    line = subjects().get(found.line)
    finding = _finding(found, page.rows)
    shown = _audiences(whole, line, page.rows, pairs, corrections.values())
    path, starts = path_of(whole.targets), beginnings(found)
    parts = breakdowns(queries.parts_of(one.pk for one in page.rows))
    given = {
        "whole": whole,
        "measure": found,
        "line": line,
        "page": page,
        "pairs": pairs,
        "blocks": by_base(page.rows),
        "corrections": corrections,
        "contradicted": _contradicted(pairs),
        "finding": finding,
        "starts": starts,
        "starts_to": _narrower(found, (one.row for one in starts if one.row), known),
        "drawing": figures_over_time(found, page.rows, whole.bases, finding, path),
        "path": path,
        "progress": told_progress(found, page.rows, path, clock.today()),
        "aim_of": aim_of,
        "parts_of_figures": parts,
        "member": request.acting.member if request.acting else None,
        "mine": request.acting is not None and request.acting.member == found.owner_id,
        "chips": _narrower(found, page.rows, known),
        "aims_to": _narrower(found, whole.targets, known),
        "wording": wording,
        "stripe": stripe([*shown, *(audience for one in parts for audience in one.audiences)], known),
    }
    return render(request, "efforts/measure.html", given)


def _narrower(measure: Measure, rows: Iterable[Releasable], known: dict[int, Member]) -> dict[UUID, Any]:
    """To whom what hangs on a measure is released, where that is not to all who read the measure."""
    return {one.pk: chip(one.audience, known) for one in rows if one.audience_id != measure.audience_id}


def _finding(measure: Measure, figures: Sequence[Figure]) -> str:
    """What the figures show at one glance: how many there are, and what was stated last or contradicts itself."""
    measure.newest = figures  # type: ignore[attr-defined] # as queries.with_newest gives them
    last = standing(measure).latest
    count = ngettext("%(count)s figure", "%(count)s figures", len(figures)) % {"count": written(len(figures))}
    if not last:
        return count
    if len(last) > 1:
        when = written_day(last[0].as_of_until, last[0].as_of_precision)
        return _("%(figures)s; several of %(when)s") % {"figures": count, "when": when}
    told = {"figure": wording.said_plainly(last[0]), "who": plain(wording.speaker_of(last[0]))}
    return _("%(figures)s; the latest: %(figure)s (%(who)s)") % {"figures": count, **told}


def _contradicted(pairs: Sequence[Pair]) -> dict[UUID, list[Figure]]:
    """What contradicts each figure."""
    held: dict[UUID, list[Figure]] = {}
    for one in pairs:
        held.setdefault(one.one.pk, []).append(one.other)
        held.setdefault(one.other.pk, []).append(one.one)
    return held


def _audiences(
    whole: Whole,
    line: Subject | None,
    figures: Sequence[Figure],
    pairs: Sequence[Pair],
    corrections: Iterable[Correction],
) -> list[Audience]:
    """Who may read each thing that stands on a measure’s page."""
    links = [*whole.goals, *whole.goal_of]
    linked = [*links, *(one.goal for one in whole.goals), *(one.measure for one in whole.goal_of)]
    shown = {one.base_id for one in figures}
    sources = [base.source for base in whole.bases if base.pk in shown]
    reviews = [one.review for one in figures]
    return [
        *(one.audience for one in (whole.measure, line, *linked, *sources, *reviews, *corrections) if one),
        *of_figures(figures),
        *(audience for one in pairs for audience in one.audiences),
        *(audience for one in beginnings(whole.measure) for audience in one.audiences),
        *whole.audiences,
    ]
