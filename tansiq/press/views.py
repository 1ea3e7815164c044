"""Pages of statements and of sources."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.html import format_html

from tansiq import clock
from tansiq.contributions.wording import amount
from tansiq.efforts.wording import baseline, said
from tansiq.forecasts.models import Prediction
from tansiq.languages.numbers import number
from tansiq.languages.versions import language_name, versions
from tansiq.press import queries, wording
from tansiq.press.foretold import readers_of, together
from tansiq.press.foretold import tell as tell_foretold
from tansiq.press.forms import ForecastFilter, RestingFilter, SourceFilter, StatementFilter
from tansiq.press.models import Forecast, Statement
from tansiq.press.resting import RESTING, source_with_counts
from tansiq.press.wording import speaker_of, tell
from tansiq.release.asking import Asked, asked
from tansiq.release.doors import Request, in_room
from tansiq.release.models import Audience
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.queries import choosable, subjects
from tansiq.reviews.wording import when
from tansiq.sources.queries import languages, sources

SIZE = 30


@in_room("statements")
def statements(request: HttpRequest) -> HttpResponse:
    """What was said, by kind, by member, by review and by line of effort."""
    known = everyone()
    speaking = queries.speaking_members()
    members = [member for member in known.values() if member.code in speaking]
    reviews, about = choosable(Statement.objects.all(), request.GET.get("review", "")), subjects()
    form = StatementFilter(request.GET, members=members, reviews=reviews, subjects=about)
    given = asked(request, form)
    page = page_of(request, _filtered(given), SIZE)
    audiences = [audience for one in page for audience in _of_statement(one)]
    return render(
        request,
        "press/statements.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "rows": [(one, speaker_of(one), when(one.starts_on, one.ends_on, one.precision)) for one in page],
            "subjects": about,
            "stripe": stripe(
                [*audiences, *(one.audience for one in reviews), *(one.audience for one in about.values())], known
            ),
        },
    )


def _filtered(given: Asked) -> QuerySet[Statement]:
    rows = queries.briefly(queries.statements())
    columns = {"kind": "kind", "member": "said_by__code", "review": "review", "line": "line"}
    return rows.filter(**{columns[name]: value for name, value in given.items()})


def _of_statement(one: Statement) -> list[Audience]:
    beside = [one.audience, one.source.audience]
    return [*beside, one.review.audience] if one.review else beside


def statement(request: HttpRequest, key: UUID) -> HttpResponse:
    """One statement, whole: the words in each language, whose they are, of what time, and how it is known."""
    found = get_object_or_404(queries.statement(key))
    told = tell(found)
    known = everyone()
    about = subjects().get(found.line)
    foretold = queries.forecasts_of(found)
    shown = [*_of_statement(found), *(one.audience for one, _finding in told.beside), *_of_forecasts(foretold)]
    if about:
        shown.append(about.audience)
    if found.report:
        shown.append(found.report.audience)
    return render(
        request,
        "press/statement.html",
        {
            "statement": found,
            "told": told,
            "speaker": speaker_of(found),
            "when": when(found.starts_on, found.ends_on, found.precision, weekday=True),
            "about": about,
            "foretold": foretold,
            "wording": wording,
            "versions": versions(found.text),
            "to": chip(found.audience, known),
            "stripe": stripe(shown, known),
        },
    )


@in_room("statements")
def forecasts(request: Request) -> HttpResponse:
    """What was foretold, by whom, with what hedge, by when, and what came of it: on record, and on one's own word."""
    wanted = request.GET.get("review", "")
    of_record = choosable(Forecast.objects.all(), wanted, "statement__review")
    reviews = of_record + [one for one in choosable(Prediction.objects.all(), wanted) if one not in of_record]
    form = ForecastFilter(request.GET, reviews=reviews)
    given = asked(request, form)
    page = page_of(request, together(**given), SIZE)
    today = clock.today()
    return render(
        request,
        "press/forecasts.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "rows": [tell_foretold(one, today) for one in page],
            "speaks": request.acting is not None and request.acting.member is not None,
            "stripe": stripe([*readers_of(page), *(one.audience for one in reviews)]),
        },
    )


def _of_forecasts(rows: Iterable[Forecast]) -> Iterator[Audience]:
    for one in rows:
        yield one.audience
        if one.outcome_source:
            yield one.outcome_source.audience


@in_room("sources")
def listed(request: HttpRequest) -> HttpResponse:
    """The sources, by kind and by language."""
    form = SourceFilter(request.GET, languages=languages())
    given = asked(request, form)
    page = page_of(request, sources(**given), SIZE)
    return render(
        request,
        "press/sources.html",
        {
            "form": form,
            "kept": given.kept,
            "page": page,
            "language_name": language_name,
            "stripe": stripe([one.audience for one in page]),
        },
    )


def source(request: HttpRequest, key: UUID) -> HttpResponse:
    """One source, and what rests on it."""
    found = get_object_or_404(source_with_counts(), pk=key)
    held = {name: getattr(found, f"{name}_count") for name in RESTING}
    first = next((name for name, count in held.items() if count), "reviews")
    wanted = asked(request, RestingFilter(request.GET)).get("of", first)
    page = page_of(request, RESTING[wanted].rows(key), SIZE)
    return render(
        request,
        "press/source.html",
        {
            "source": found,
            "of": wanted,
            "kept": f"of={wanted}&",
            "tabs": [
                (format_html("{} ({})", RESTING[name].title, number(count)), f"?of={name}", name == wanted)
                for name, count in held.items()
                if count or name == wanted
            ],
            "page": page,
            "language_name": language_name,
            "when": when,
            "speaker_of": speaker_of,
            "how_much": amount,
            "figure": said,
            "baseline": baseline,
            "stripe": stripe([found.audience, *(one.audience for one in page)]),
        },
    )
