"""The pages of texts: those of each body, and one paragraph by paragraph, its versions and what changed in each."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from tansiq.decisions.texts import queries, told
from tansiq.decisions.texts.forms import TextFilter
from tansiq.decisions.texts.models import Question, QuestionEnd, Text, TextVersion
from tansiq.decisions.texts.paragraphs import lagging
from tansiq.members import offices
from tansiq.members.models import Body
from tansiq.release.asking import asked
from tansiq.release.doors import Request
from tansiq.release.pages import page_of
from tansiq.release.queries import everyone
from tansiq.release.wording import chip, stripe
from tansiq.reviews.commands import OPENERS
from tansiq.reviews.queries import bodies

SIZE = 30


def texts(request: Request) -> HttpResponse:
    """The texts of the bodies, the newest first, each with where it stands."""
    held = bodies()
    form = TextFilter(request.GET, bodies=held)
    given = asked(request, form)
    page = page_of(request, queries.texts().filter(**given), SIZE)
    versions, questions = queries.newest_of(page), queries.asked_of(page)
    rows = [(one, versions.get(one.pk), told.state(questions.get(one.pk))) for one in page]
    shown = [*held, *versions.values(), *questions.values()]
    page_of_texts = {
        "form": form,
        "kept": given.kept,
        "page": page,
        "rows": rows,
        "rule": _rule(held, given.get("body", "")),
        "bodies": held if _speaks(request) else [],
        "stripe": stripe([*(a for one in page for a in told.audiences_of(one)), *(one.audience for one in shown)]),
    }
    return render(request, "decisions/texts.html", page_of_texts)


def text(request: Request, key: UUID) -> HttpResponse:
    """A text as it is on the table."""
    found = get_object_or_404(queries.text(key))
    versions = queries.versions_of(key)
    return _shown(request, found, versions, versions[-1])


def text_version(request: Request, key: UUID) -> HttpResponse:
    """A text as it stood in one version."""
    version = get_object_or_404(TextVersion.objects.filter(pk=key))
    found = get_object_or_404(queries.text(version.text_id))
    versions = queries.versions_of(found.pk)
    return _shown(request, found, versions, next(one for one in versions if one.pk == key))


def _shown(request: Request, found: Text, versions: list[TextVersion], now: TextVersion) -> HttpResponse:
    known = everyone()
    before = next((one for one in versions if one.number == now.number - 1), None)
    held = queries.paragraphs_among([one.pk for one in (before, now) if one])
    rows, former = held.get(now.pk, []), held.get(before.pk, []) if before else []
    questions = queries.questions_of(found.pk)
    rule = queries.rule_of(found.body)
    last = questions[0] if questions else None
    is_office = request.acting is not None and request.acting.code in OPENERS
    own = request.acting is not None and request.acting.member == found.owner_id
    stands = now.pk == versions[-1].pk
    page = {
        "text": found,
        "now": now,
        "before": before,
        "versions": versions[::-1],
        "stands": stands,
        "paragraphs": told.shown(rows, former, told.voice(found, rule), first=before is None),
        "gone": told.gone(rows, former),
        "lags": [told.language_name(code) for code in lagging(rows, rule.languages if rule else told.PAIR)],
        "questions": [(one, told.state(one)) for one in questions],
        "state": told.state(last),
        "may_revise": stands and (own or is_office) and _outcome(last) != QuestionEnd.Outcome.ADOPTED,
        "may_put": stands and is_office and (last is None or _outcome(last) not in (None, QuestionEnd.Outcome.ADOPTED)),
        "may_sound": request.acting is not None and request.acting.code == offices.CHAIR,
        "to": chip(found.audience, known),
        "stripe": stripe([*told.audiences_of(found, versions, [*rows, *former, *questions])], known),
    }
    return render(request, "decisions/text.html", page)


def _rule(held: list[Body], asked_for: str) -> list[tuple[str, str]]:
    """How the body decides whose texts are asked for."""
    body = next((one for one in held if str(one.pk) == asked_for), None)
    rule = queries.rule_of(body) if body else None
    return told.says(rule) if rule else []


def _outcome(question: Question | None) -> str | None:
    end = getattr(question, "end", None)
    return end.outcome if end else None


def _speaks(request: Request) -> bool:
    return request.acting is not None and request.acting.member is not None
