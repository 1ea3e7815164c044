"""Two worlds: actions laid, moved, told on and judged behind B's back, beside one that everybody reads."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from tansiq.advice.commands.giving import give_advice
from tansiq.advice.given import Said
from tansiq.advice.models import Advice, AdviceCall
from tansiq.decisions.actions import commands, queries
from tansiq.decisions.actions.commands import Progress, Task
from tansiq.decisions.lessons import commands as learning
from tansiq.decisions.lessons.commands import Taken
from tansiq.decisions.lessons.models import Lesson, LessonStep
from tansiq.decisions.lessons.queries import lessons, steps_among
from tansiq.decisions.models import Action, Decision
from tansiq.decisions.texts.commands import set_rule
from tansiq.engines.deciding import Rule
from tansiq.languages.words import Words
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC, Member

if TYPE_CHECKING:
    from tests.two_worlds.ground import Ground
    from tests.two_worlds.worlds import World

HIDDEN = Words.of("en", en="Hidden.")
DIG = Words.of("en", en="Dig the canal.", ar="حفر القناة.")
DAY = date(2026, 9, 1)


def _laid(decision: Decision, words: Words, codes: tuple[str, ...], readers: list[int]) -> Action:
    lead, *others = (Member.objects.get(code=code) for code in codes)
    return commands.lay_action(decision=decision, task=Task(words, lead, DAY, others), readers=readers)


def _decision(ground: "Ground") -> Decision:
    return Decision.objects.select_related("review__body").get(pk=ground.loaded["dug"])


def lay(ground: "Ground") -> None:
    """Two actions that everybody reads, one of them B's; who judges them is read by few."""
    with acting_as(ground.token("officer")), transaction.atomic():
        ground.loaded["dug"] = Decision.objects.get(text__words__en="Dig.").pk
        decision = _decision(ground)
        set_rule(body=decision.review.body, rule=Rule(hidden=True, judged_openly=False), from_on=date(2022, 1, 1))
        ground.loaded["task"] = _laid(decision, DIG, ("NW",), [PUBLIC]).pk
        ground.loaded["their_task"] = _laid(decision, DIG, ("SH",), [PUBLIC]).pk


def lay_lesson(ground: "Ground") -> None:
    """A lesson of the weak point that the whole circle reads, which an action of B's is to cure."""
    with acting_as(ground.token("officer")), transaction.atomic():
        ground.loaded["lesson"] = _taught(ground.loaded["advice"], DIG).pk
        _stepped(ground.loaded["lesson"], ground.loaded["their_task"])


def _taught(advice: UUID, words: Words) -> Lesson:
    seen = Advice.objects.select_related("audience").get(pk=advice)
    return learning.identify_lesson(advice=seen, words=words, analysis=None)


def _stepped(lesson: UUID, action: UUID) -> LessonStep:
    found = lessons().get(pk=lesson)
    taken = Taken(HIDDEN, Action.objects.get(pk=action))
    return learning.take_lesson_step(lesson=found, taken=taken, turn=len(steps_among([found])[found.pk]))


def addresses(ground: "Ground") -> list[str]:
    """Where one comes upon them."""
    tasks = tuple(f"actions/{{task}}/{page}" for page in ("", "tell/", "settle/", "judge/"))
    taught = ("lessons/{lesson}/", "lessons/{lesson}/step/", "advice/{advice}/lesson/")
    paths = ("decisions/{dug}/", "decisions/{dug}/action/", *tasks, *taught)
    return [f"/{way}/{path.format(**ground.loaded)}" for path in paths for way in ("en", "ar")]


def task(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Lay an action for few, which its owner tells on and an office moves."""
    ground = world.ground
    with world.acting(by):
        made = _laid(_decision(ground), HIDDEN, to, ground.readers_of(to))
    with world.acting("alif"):
        found = queries.action(made.pk).get()
        told = commands.tell_action(action=found, progress=Progress("in_progress", HIDDEN), turn=0)
    with world.acting(by):
        moved = commands.move_action(action=found, due_on=date(2026, 10, 1), reason=HIDDEN, turn=1)
    world.keys += [made.pk, told.pk, moved.pk]


def teach(world: "World", by: str, *, to: tuple[str, ...]) -> None:
    """Make a lesson of advice that few read, and name the action that few read."""
    ground = world.ground
    with world.acting("alif"):
        call = AdviceCall.objects.select_related("audience").get(pk=ground.loaded["advice_call"])
        seen = ground.readers_of((*to, "secretariat", "chair"))  # As far as it is an office's to teach.
        advice = give_advice(call=call, said=Said("advice", HIDDEN), readers=seen)
    with world.acting(by):
        action = _laid(_decision(ground), HIDDEN, to, ground.readers_of(to))
        made = _taught(advice.pk, HIDDEN)
        step = _stepped(made.pk, action.pk)
    world.keys += [advice.pk, action.pk, made.pk, step.pk]


def judge(world: "World", by: str) -> None:
    """Judge an action that everybody reads: before its owners, oneself and the two offices."""
    with world.acting(by):
        found = queries.action(world.ground.loaded["their_task"]).get()
        made = commands.judge_action(action=found, points="limited", words=HIDDEN, turn=queries.said_before(found))
        world.keys.append(made.pk)
