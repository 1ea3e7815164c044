"""How often a body meets: what was agreed against what happened, as numbers and as one small drawing."""

from tansiq.engines.cadence.drawing import Lettering, Meeting, draw
from tansiq.engines.cadence.rhythm import Rhythm, agreed, rhythm

__all__ = ["Lettering", "Meeting", "Rhythm", "agreed", "draw", "rhythm"]
