"""How tests adopt a decision, lay actions under it, move, tell on, judge and drop them."""

from datetime import date, timedelta

from tansiq.decisions.actions import commands, queries
from tansiq.decisions.actions.commands import Progress, Task
from tansiq.decisions.actions.models import ActionStep, Completion
from tansiq.decisions.models import Action, Decision
from tansiq.release.acting import acting_as
from tansiq.release.models import PUBLIC, Member
from tests.advice.given import NOW
from tests.decisions.tabled import ALL, both
from tests.decisions.voiced import adopts, before_the_body
from tests.secretariat import en, readers
from tests.world import token

TODAY = NOW.date()
WORDS = both("Guard the dam by night.", "حراسة السد ليلا.")


def day(after: int) -> date:
    return TODAY + timedelta(days=after)


def decided(**rule) -> Decision:
    """A decision of the small group, adopted here: its first paragraph decides, its second requests."""
    return adopts(before_the_body(**rule))


def binding(decision: Decision, place: int = 1):
    with acting_as(token("officer")):
        return next((one for one in queries.binding_paragraphs(decision) if one.place == place), None)


def laid(decision=None, *codes, by="officer", lead="SH", others=("WA",), due=30, text=WORDS, paragraph=None, **given):
    """An action that falls to Sahlan in the lead and to Wadina, and that all three members read."""
    decision = decision or decided()
    paragraph = paragraph or (binding(decision) if decision.text_version_id else None)
    with acting_as(token(by)):
        known = {one.code: one for one in Member.objects.all()}
        task = Task(text, known[lead], day(due), [known[code] for code in others], paragraph=paragraph, **given)
        to = [PUBLIC] if codes == ("public",) else readers(*(codes or ALL))
        return commands.lay_action(decision=decision, task=task, readers=to)


def seen(action: Action, by: str = "officer") -> Action:
    with acting_as(token(by)):
        return queries.action(action.pk).get()


def _turn(action: Action, turn: int | None) -> int:
    return queries.turn_of(action) if turn is None else turn


def told(action: Action, kind: str, by: str = "alif", words: str | None = None, turn=None, **given) -> ActionStep:
    with acting_as(token(by)):
        progress = Progress(kind, words and en(words), **given)
        found = queries.action(action.pk).get()
        return commands.tell_action(action=found, progress=progress, turn=_turn(action, turn))


def moved(action: Action, due: int, by: str = "officer", turn=None, words: str = "The road is closed.") -> ActionStep:
    with acting_as(token(by)):
        found = queries.action(action.pk).get()
        return commands.move_action(action=found, due_on=day(due), reason=en(words), turn=_turn(action, turn))


def dropped(action: Action, by: str = "chair", turn=None, words: str = "No longer needed.") -> ActionStep:
    with acting_as(token(by)):
        found = queries.action(action.pk).get()
        return commands.drop_action(action=found, reason=en(words), turn=_turn(action, turn))


def judged(action: Action, points: str, by: str = "chair", turn=None, words: str = "As we saw it.") -> Completion:
    with acting_as(token(by)):
        found = queries.action(action.pk).get()
        turn = queries.said_before(action) if turn is None else turn
        return commands.judge_action(action=found, points=points, words=en(words), turn=turn)


def views(action: Action, by: str) -> dict[str, str]:
    """How far it was carried out in whose eyes, as somebody reads it."""
    with acting_as(token(by)):
        return {one.owner.code: one.points for one in queries.completions_of(action)}
