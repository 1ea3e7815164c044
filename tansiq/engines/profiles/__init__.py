"""The profile of a coalition: its words, rooms, circles and rules as data (docs/founding.md)."""

from tansiq.engines.profiles.reading import MOST_CIRCLES, read
from tansiq.engines.profiles.schema import (
    BODIES,
    CIRCLES,
    CONSENSUS,
    LANGUAGES,
    MODULES,
    NAMED,
    REPORTS,
    SILENCE,
    TERMS,
    WAYS,
    Circle,
    Profile,
    Rule,
    WrongProfile,
)
from tansiq.engines.profiles.shipped import SHIPPED

__all__ = [
    "BODIES",
    "CIRCLES",
    "CONSENSUS",
    "LANGUAGES",
    "MODULES",
    "MOST_CIRCLES",
    "NAMED",
    "REPORTS",
    "SHIPPED",
    "SILENCE",
    "TERMS",
    "WAYS",
    "Circle",
    "Profile",
    "Rule",
    "WrongProfile",
    "read",
]
