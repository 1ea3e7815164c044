"""Reading briefings: what was given last, with its developments and steps, and what is asked about it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from tansiq.developments.briefing.models import (
    Briefing,
    BriefingAnswer,
    BriefingDevelopment,
    BriefingQuestion,
    NextStep,
    StepTaken,
)
from tansiq.developments.models import Development
from tansiq.developments.queries import audiences_of, developments, that_stand
from tansiq.release.models import Audience
from tansiq.reviews.models import Subject

ON_ONE_PAGE = 60  # Developments and next steps of a briefing, questions about it.
CHOOSABLE = 40  # Developments that a briefing may tell on.


def briefings(review: UUID) -> QuerySet[Briefing]:
    """The versions of a review's briefing, the newest first; drafts are read by their own office alone."""
    rows = Briefing.objects.filter(review=review).select_related("audience", "owner")
    return rows.order_by("-turn", "-created_at", "-key")


@dataclass(frozen=True)
class OfLine:
    """What a briefing says of one line of effort, or of the whole."""

    line: Subject | None
    developments: list[Development]
    steps: list[NextStep]


@dataclass(frozen=True)
class Whole:
    """A version of a briefing with all that hangs on it, as released to the reader."""

    briefing: Briefing
    lines: list[OfLine]
    questions: list[BriefingQuestion]
    audiences: list[Audience]


def whole(briefing: Briefing) -> Whole:
    """A briefing line by line: those with a number first, the whole last."""
    told = developments_of(briefing)
    steps = list(steps_of(briefing))
    asked = list(questions_of(briefing))
    named = {one.line_id: one.line for one in told} | {one.line_id: one.line for one in steps}
    lines = [
        OfLine(
            line,
            [one for one in told if one.line_id == key],
            [one for one in steps if one.line_id == key],
        )
        for key, line in sorted(named.items(), key=lambda held: _place(held[1]))
    ]
    taken = [link for one in steps for link in one.links]  # type: ignore[attr-defined] # steps_of
    answers = [answer for one in asked for answer in one.replies]  # type: ignore[attr-defined] # questions_of
    rows = (briefing, *steps, *asked, *answers, *taken, *(one.item for one in taken))
    shown = [*(one.audience for one in rows), *(line.audience for line in named.values() if line)]
    return Whole(briefing, lines, asked, [*shown, *audiences_of(told)])


def _place(line: Subject | None) -> tuple[bool, bool, int, str]:
    return line is None, bool(line and line.number is None), (line and line.number) or 0, line.code if line else ""


def developments_of(briefing: Briefing) -> list[Development]:
    """On which developments a briefing tells, in their order."""
    links = BriefingDevelopment.objects.filter(briefing=briefing).order_by("place", "key")
    keys = list(links.values_list("development_id", flat=True)[:ON_ONE_PAGE])
    held = developments().in_bulk(keys) if keys else {}
    return [held[key] for key in keys if key in held]


def steps_of(briefing: Briefing) -> QuerySet[NextStep]:
    """The next steps of a briefing in their order, each with the items that it became."""
    links = StepTaken.objects.select_related("audience", "item", "item__audience").order_by("created_at", "key")
    rows = NextStep.objects.filter(briefing=briefing).select_related("audience", "line", "line__audience")
    return rows.prefetch_related(Prefetch("taken", links, to_attr="links")).order_by("place", "key")[:ON_ONE_PAGE]


def steps() -> QuerySet[NextStep]:
    """Next steps, each with its briefing and its review."""
    of = ("audience", "line", "briefing", "briefing__audience", "briefing__review", "briefing__review__audience")
    return NextStep.objects.select_related(*of, "briefing__review__body", "briefing__review__body__audience")


def questions_of(briefing: Briefing) -> QuerySet[BriefingQuestion]:
    """What is asked about a briefing, in the order in which it was asked, each with its answers."""
    replies = BriefingAnswer.objects.select_related("audience", "owner").order_by("created_at", "key")
    rows = BriefingQuestion.objects.filter(briefing=briefing).select_related("audience", "owner")
    return rows.prefetch_related(Prefetch("answers", replies, to_attr="replies")).order_by("created_at", "key")[
        :ON_ONE_PAGE
    ]


def to_tell_on(owner: UUID | None) -> list[Development]:
    """The coordinator's own developments that stand, what changed last first."""
    return list(that_stand().filter(owner=owner)[:CHOOSABLE])
