"""Reading decisions: listed, one with what it carries on and what carries it on, and the actions that follow."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from tansiq.advice.queries import TODAY
from tansiq.decisions.actions.models import ActionStep
from tansiq.decisions.models import Action, ActionOwner, Decision, FollowUp
from tansiq.languages.words import Words
from tansiq.release.chains import whole

WITH = ("audience", "review", "review__audience", "source", "source__audience")
ENDS = ("audience", "earlier", "earlier__audience", "later", "later__audience")
MOST = 100  # Steps of one chain on a page, and links told in a list.
Status = Action.Status
BEGUN = (Status.IN_PROGRESS, Status.LATE, Status.DROP_ASKED)
OPEN = (*BEGUN, Status.PLANNED, Status.NOT_STARTED)  # Neither done nor dropped.
IN_ORDER = (*OPEN, Status.DONE, Status.DROPPED)


def decisions() -> QuerySet[Decision]:
    """The decisions, the newest first, those of no known date last."""
    return Decision.objects.select_related(*WITH).order_by(F("starts_on").desc(nulls_last=True), "key")


def decision(key: UUID) -> QuerySet[Decision]:
    """One decision, whole."""
    return decisions().select_related("owner", "said_by", "review__body", "review__body__audience").filter(pk=key)


def adopting(version: UUID) -> Decision | None:
    """The decision by which a version of a text was adopted."""
    return decisions().filter(text_version=version).first()


@dataclass(frozen=True)
class Found:
    """By what the decisions that I may see can be told apart: lines, bodies, years."""

    lines: tuple[str, ...]
    bodies: Mapping[str, Words]
    years: tuple[int, ...]


def found() -> Found:
    """What there is to filter decisions by, in one statement."""
    rows = Decision.objects.order_by().annotate(year=ExtractYear("starts_on"))
    held = rows.values_list("line", "review__body", "review__body__name", "year").distinct()
    lines, bodies, years = set(), {}, set()
    for line, body, name, year in held:
        lines.add(line)
        years.add(year)
        if body:
            bodies[str(body)] = name
    return Found(tuple(sorted(lines - {""})), bodies, tuple(sorted(years - {None}, reverse=True)))


def links_at(shown: Iterable[Decision]) -> list[FollowUp]:
    """What the shown decisions carry on, and what carries them on."""
    keys = [one.pk for one in shown]
    rows = FollowUp.objects.filter(Q(earlier__in=keys) | Q(later__in=keys)).select_related(*ENDS)
    return list(rows.order_by("later__starts_on", "earlier__starts_on", "key")[:MOST])


def chain_of(decision: Decision) -> tuple[list[Decision], list[FollowUp]]:
    """All that hangs together with a decision, itself among it, and how."""
    keys = whole(FollowUp, [decision.pk])
    steps = Decision.objects.filter(pk__in=keys).select_related("audience", "review", "review__audience")
    links = FollowUp.objects.filter(earlier__in=keys).select_related("audience").order_by("earlier", "later")
    return list(steps.order_by(F("starts_on").asc(nulls_last=True), "key")[:MOST]), list(links[: 4 * MOST])


def stated(rows: QuerySet[Action]) -> QuerySet[Any]:
    """Actions with where each stands: of the record as its source has it, else worked out of its steps and its day."""
    steps = ActionStep.objects.filter(action=OuterRef("pk")).order_by("-turn")
    last = steps.exclude(kind=ActionStep.Kind.MOVED).values("kind")[:1]
    moved = steps.filter(kind=ActionStep.Kind.MOVED).values("due_on")[:1]
    held = rows.annotate(last_step=Coalesce(Subquery(last), F("status")), moved_to=Subquery(moved))
    past = Q(moved_to__lt=TODAY) | Q(moved_to=None, due_until__lt=TODAY)
    late = Q(past, source=None) & ~Q(last_step__in=(Status.DONE, Status.DROPPED))
    return held.annotate(
        state=Case(When(late, then=Value(Status.LATE.value)), default=F("last_step"), output_field=CharField())
    )


def actions() -> QuerySet[Any]:
    """The actions, those that are under way first, of one state the soonest due first; each with its owners."""
    named = ("audience", "decision", "decision__audience", "source", "source__audience")
    rows = stated(Action.objects.select_related(*named))
    place = Case(*(When(state=one, then=Value(at)) for at, one in enumerate(IN_ORDER)))
    owners = ActionOwner.objects.select_related("member", "audience").order_by("-lead", "place", "key")
    day = Coalesce("moved_to", "due_until").asc(nulls_last=True)
    return rows.order_by(place.asc(), day, "key").prefetch_related(Prefetch("owners", owners, to_attr="held_by"))


def actions_by(status: str = "", member: str = "", line: str = "") -> QuerySet[Any]:
    """The actions that stand in one way, of one line of effort, and those that fall to one member."""
    asked = {name: value for name, value in (("state", status), ("line", line)) if value}
    rows = actions().filter(**asked)
    own = ActionOwner.objects.filter(member__code=member).values("action")
    return rows.filter(pk__in=own) if member else rows


def actions_of(decision: Decision) -> list[Any]:
    """The actions that follow from a decision."""
    return list(actions().filter(decision=decision)[:MOST])


def owning_members() -> set[str]:
    """The codes of the members to which an action falls that I may see."""
    return set(ActionOwner.objects.order_by().values_list("member__code", flat=True).distinct())
