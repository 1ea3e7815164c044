"""The silence procedure: a fold over what was done and a clock; its state is computed, never typed (R-S1 to R-S16)."""

from tansiq.engines.silence.events import Event, Terms
from tansiq.engines.silence.kinds import BREAKS, ENDED, OF_MEMBERS, OPEN, Kind, Refused, State, Why
from tansiq.engines.silence.run import Run
from tansiq.engines.silence.steps import after, fold

__all__ = [
    "BREAKS",
    "ENDED",
    "OF_MEMBERS",
    "OPEN",
    "Event",
    "Kind",
    "Refused",
    "Run",
    "State",
    "Terms",
    "Why",
    "after",
    "fold",
]
