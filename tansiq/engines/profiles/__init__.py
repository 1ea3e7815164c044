"""The profile of a coalition: its words, rooms, circles and rules as data (docs/founding.md)."""

from tansiq.engines.profiles.reading import read
from tansiq.engines.profiles.schema import (
    BODIES,
    CIRCLES,
    CONSENSUS,
    LANGUAGES,
    MODULES,
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
