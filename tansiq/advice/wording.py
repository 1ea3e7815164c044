"""Advice in words: what a call is about, whether it is open, and whose words an item bears."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tansiq import clock
from tansiq.advice.models import AdviceCall, AdvicePosition
from tansiq.advice.queries import Stand

SIGNS = {"support": "✓", "change": "±", "neutral": "○", "doubt": "?", "oppose": "✕", "nothing": "–"}


def step(call: AdviceCall) -> str:
    """Where a call stands by now."""
    now = clock.now()
    if now < call.opens_at:
        return "ahead"
    if now < call.closes_at:
        return "open"
    return "positions" if now < call.settled_at else "over"


def phases(call: AdviceCall) -> list[tuple[str, str]]:
    """The steps of a call in reading order, each done, now or to come."""
    names = (_("advice"), _("positions"), _("answers of the chair"))
    now = ("open", "positions", "over").index(here) if (here := step(call)) != "ahead" else -1
    return [(name, "done" if at < now else "now" if at == now else "ahead") for at, name in enumerate(names)]


@dataclass(frozen=True)
class Count:
    """How many members see it so."""

    stance: str
    label: str
    sign: str
    members: int


def counted(stands: list[Stand]) -> list[Count]:
    """How many members see it how; counted by member, and no vote."""
    by = [one.position.stance for one in stands]
    return [
        Count(stance.value, str(stance.label), SIGNS[stance.value], by.count(stance.value))
        for stance in AdvicePosition.Stance
        if stance.value in by
    ]


def conditions(stands: list[Stand]) -> list[Stand]:
    """What would lift each concern: the positions that give a wording."""
    return [one for one in stands if one.position.wording is not None]


def all_who_read() -> str:
    """The circle of what hangs on advice."""
    return _("All who read this advice")


def the_circle() -> str:
    """The circle of what is given to a call."""
    return _("The circle of this call")
