"""Reading lessons: where each stands, its steps, and whether its weak point came back."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from tansiq.advice.models import Advice, AdviceCorrection
from tansiq.decisions.actions.queries import CHOOSABLE, owners_of
from tansiq.decisions.lessons.models import Lesson, LessonStep
from tansiq.decisions.models import Action
from tansiq.decisions.queries import stated
from tansiq.release.models import Audience

Kind = LessonStep.Kind


def lessons() -> QuerySet[Lesson]:
    """The lessons, the newest first, each with whether its weak point was named again since."""
    replaced = AdviceCorrection.objects.filter(earlier=OuterRef("pk"))
    again = Advice.objects.filter(~Exists(replaced), thread=OuterRef("advice__thread"), kind=Advice.Kind.WEAK_POINT)
    since = again.filter(~Q(pk=OuterRef("advice")), created_at__gte=OuterRef("created_at"))
    rows = Lesson.objects.select_related("owner", "audience", "advice", "advice__audience")
    return rows.annotate(recurs=Exists(since)).order_by("-created_at", "key")


def unlearned() -> QuerySet[Lesson]:
    """Lessons that are not learned, or whose weak point was named again since."""
    learned = LessonStep.objects.filter(lesson=OuterRef("pk"), kind=Kind.LEARNED)
    return lessons().filter(~Exists(learned) | Q(recurs=True))


def cured_by(action: UUID) -> list[Lesson]:
    """The lessons that an action is to cure, the newest first."""
    named = LessonStep.objects.filter(lesson=OuterRef("pk"), kind=Kind.ACTION, action=action)
    return list(lessons().filter(Exists(named))[:CHOOSABLE])


def steps_among(lessons: Sequence[Lesson]) -> dict[UUID, list[LessonStep]]:
    """The steps of lessons, in their order, each action with where it stands now."""
    rows = LessonStep.objects.filter(lesson__in=[one.pk for one in lessons]).select_related("owner", "audience")
    held: dict[UUID, list[LessonStep]] = {one.pk: [] for one in lessons}
    steps = list(rows.order_by("turn"))
    named = {one.action_id for one in steps if one.action_id}
    known = {one.pk: one for one in stated(Action.objects.filter(pk__in=named).select_related("audience"))}
    for one in steps:
        one.action = known.get(one.action_id)
        held[one.lesson_id].append(one)
    return held


def audiences_of(rows: list[Lesson], steps: dict[UUID, list[LessonStep]]) -> list[Audience]:
    """Who may read what is told of lessons."""
    held = [one for its in steps.values() for one in its]
    acted = [one.action.audience for one in held if one.action]
    return [*(a for one in rows for a in (one.audience, one.advice.audience)), *(one.audience for one in held), *acted]


def next_kind(steps: Sequence[LessonStep]) -> LessonStep.Kind | None:
    """Which step comes next; none of what is learned. Where the action did not work, another one is named."""
    if not steps:
        return Kind.ACTION
    if steps[-1].kind == Kind.VALIDATED:
        return Kind.LEARNED if steps[-1].works else Kind.ACTION
    return Kind.VALIDATED if steps[-1].kind == Kind.ACTION else None


def action_behind(steps: Sequence[LessonStep]) -> Action | None:
    """The action that was named last, with where it stands now."""
    named = [one.action for one in steps if one.kind == Kind.ACTION]
    return named[-1] if named else None


def is_open_again(steps: Sequence[LessonStep]) -> bool:
    """Whether a lesson's action was seen to work and is done no more: then nothing is learned."""
    action = action_behind(steps)
    seen = bool(steps) and (steps[-1].kind == Kind.LEARNED or bool(steps[-1].works))
    return seen and action is not None and action.stands != Action.Status.DONE


def owners_behind(steps: Sequence[LessonStep]) -> set[UUID]:
    """To whom the action falls that was named last."""
    action = action_behind(steps)
    return {owner.member_id for owner in owners_of(action)} if action else set()


def actions_to_name() -> list[Action]:
    """The newest actions that are laid here, done or not, to be named as what cures a lesson."""
    return list(stated(Action.objects.filter(source=None)).order_by("-created_at", "key")[:CHOOSABLE])
