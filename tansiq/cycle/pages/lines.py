"""Lines of effort: who leads them, where each stands against its start, and what was settled, given and said on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tansiq import clock
from tansiq.assessments.queries import dissents_among, newest_of
from tansiq.assessments.told import Window, few_of_each, side_by_side
from tansiq.assessments.told import audiences_of as of_assessments
from tansiq.contributions.models import Contribution
from tansiq.contributions.wording import amount
from tansiq.decisions.models import Action, Decision
from tansiq.decisions.queries import stated
from tansiq.developments import wording as changes
from tansiq.developments.queries import audiences_of as of_developments
from tansiq.developments.queries import that_stand
from tansiq.efforts import queries, wording
from tansiq.efforts.milestones.queries import of_line as milestones_of
from tansiq.efforts.models import Lead, Measure
from tansiq.efforts.queries import targets_among
from tansiq.efforts.standing import Standing, aims_of, standing
from tansiq.press.queries import statements
from tansiq.press.wording import speaker_of
from tansiq.release.led import led
from tansiq.release.models import Audience, Released
from tansiq.release.wording import stripe
from tansiq.reviews.models import Subject
from tansiq.reviews.queries import reviews, subjects
from tansiq.reviews.wording import when
from tansiq.risks.queries import standing as risks_standing

OUTPUTS = (Measure.Role.PERFORMANCE, Measure.Role.OUTPUT)
FEW = 5  # Of each list on the page of a line.
MEASURES = 20
NEWEST = F("starts_on").desc(nulls_last=True)


@dataclass(frozen=True)
class Line:
    """A line of effort where they stand together: who leads it, and what stands for it."""

    subject: Subject
    leads: tuple[Lead, ...]
    standings: tuple[Standing, ...]


def lines_with_leading(about: Sequence[Subject]) -> list[Line]:
    """The lines of effort in their order, each with its leads and its leading measures, in three statements."""
    subjects_of = sorted((one for one in about if one.is_line), key=_place)
    told = [standing(one) for one in queries.leading()]
    leads = list(queries.leads_of(Subject.objects.filter(is_line=True)))
    return [
        Line(
            one,
            tuple(lead for lead in leads if lead.line_id == one.pk),
            tuple(held for held in told if held.measure.line == one.code),
        )
        for one in subjects_of
    ]


def _place(subject: Subject) -> tuple[bool, int, str]:
    return subject.number is None, subject.number or 0, subject.code


def audiences_of(lines: Sequence[Line]) -> list[Audience]:
    """Who may read what is told of lines of effort."""
    found = [one.subject.audience for one in lines]
    found += [audience for one in lines for held in one.standings for audience in held.audiences]
    return found + [audience for one in lines for lead in one.leads for audience in _of_lead(lead)]


def _of_lead(lead: Lead) -> list[Audience]:
    return [lead.audience, *([lead.source.audience] if lead.source else [])]


def lines(request: HttpRequest) -> HttpResponse:
    """The lines of effort, and the other subjects on which something is said."""
    about = list(subjects().values())
    told = lines_with_leading(about)
    others = [one for one in about if not one.is_line]
    given = {
        "lines": told,
        "others": others,
        "wording": wording,
        "when": when,
        "stripe": stripe([*audiences_of(told), *(one.audience for one in others)]),
    }
    return render(request, "cycle/lines.html", given)


def line(request: HttpRequest, code: str) -> HttpResponse:
    """One line of effort, or another subject, from what is released to the reader.

    Raises:
        Http404: there is no such line, or none that I may see.
    """
    about = subjects()
    if code not in about:
        raise Http404
    here = about[code]
    leads = list(queries.leads_of(Subject.objects.filter(pk=here.pk)))
    successions = list(queries.successions_of(here))
    rows = led(queries.with_newest(queries.measures().filter(line=code)), 0, MEASURES + 1)
    told = [standing(one) for one in rows]
    measures = told[:MEASURES]
    seen = few_of_each(newest_of(here)) if here.is_line else []
    dissents = dissents_among(seen) if here.is_line else []
    aims = aims_of(measures, targets_among(one.measure.pk for one in measures), clock.today())
    lists = {name: list(led(rows, 0, FEW)) for name, rows in _lists(code).items()}
    shown: list[Released] = [here, *successions, *(row for rows in lists.values() for row in rows)]
    beyond = [one.earlier if one.later_id == here.pk else one.later for one in successions]
    given = {
        "line": here,
        "leads": leads,
        "earlier": [one.earlier for one in successions if one.later_id == here.pk],
        "later": [one.later for one in successions if one.earlier_id == here.pk],
        "measures": by_role(measures),
        "more": len(told) > MEASURES,
        "aims": aims,
        "sides": side_by_side(seen, {}),
        "dissents": {one.pk: [word for word in dissents if word.assessment_id == one.pk] for one in seen},
        "windows": Window,
        **lists,
        "changes": changes,
        "wording": wording,
        "how_much": amount,
        "dated": when,
        "speaker_of": speaker_of,
        "stripe": stripe(
            [
                *(one.audience for one in (*shown, *beyond)),
                *(audience for lead in leads for audience in _of_lead(lead)),
                *(audience for one in measures for audience in one.audiences),
                *(audience for aim in aims.values() for audience in aim.audiences),
                *(one.audience for one in dissents),
                *of_assessments(seen, {}),
                *of_developments(lists["developments"]),
            ]
        ),
    }
    return render(request, "cycle/line.html", given)


@dataclass(frozen=True)
class ByRole:
    """Measures by what they count: what goes in, what is done, and what changes."""

    inputs: list[Standing]
    outputs: list[Standing]
    outcomes: list[Standing]


def by_role(measures: Sequence[Standing]) -> ByRole:
    """Measures by their roles; what is no input and no performance of ours tells of the context."""
    inputs = [one for one in measures if one.measure.role == Measure.Role.INPUT]
    outputs = [one for one in measures if one.measure.role in OUTPUTS]
    return ByRole(inputs, outputs, [one for one in measures if one not in (*inputs, *outputs)])


def _lists(code: str) -> dict[str, QuerySet[Any]]:
    """What stands on the page of a line, the newest of each first."""
    with_source = ("audience", "source", "source__audience")
    decisions = Decision.objects.filter(line=code).select_related(*with_source).order_by(NEWEST, "key")
    actions = stated(Action.objects.filter(line=code).select_related(*with_source))
    contributions = Contribution.objects.filter(line=code).select_related(*with_source, "giver")
    return {
        "decisions": decisions,
        "actions": actions.order_by(F("due_until").desc(nulls_last=True), "key"),
        "contributions": contributions.order_by(NEWEST, "key"),
        "developments": that_stand().filter(line__code=code),
        "risks": risks_standing().filter(line=code),
        "milestones": milestones_of(code),
        "statements": statements().filter(line=code),
        "reviews": reviews().filter(lines__contains=[code]),
    }
