"""What a profile holds, and what it never does: release, record, voices and languages are no settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

LANGUAGES: Final = ("ar", "en")
TERMS: Final = (
    "coalition",
    "member",
    "members",
    "secretariat",
    "plenary",
    "small_group",
    "line",
    "lines",
)
BODIES: Final = ("plenary", "small_group")
MODULES: Final = ("statements", "sources")  # Rooms that a coalition may do without.
NAMED: Final = "named"
CIRCLES: Final = ("members", *BODIES, NAMED)  # Whom a circle can stand for.
CONSENSUS, SILENCE = "consensus", "silence"
WAYS: Final = (CONSENSUS, SILENCE)
REPORTS: Final = ("clarification", "acceptance")
LEAST_HOURS, MOST_HOURS = 1, 24 * 60

Two = Mapping[str, str]  # Words in each of the two languages.


class WrongProfile(ValueError):
    """A profile that is not taken: the path to the place, and a code.

    The codes: shape, unknown, missing, choice, name, hours.
    """

    def __init__(self, path: str, code: str) -> None:
        super().__init__(f"{path}: {code}")
        self.path, self.code = path, code


@dataclass(frozen=True, slots=True)
class Rule:
    """How a body decides: by consensus, or by silence that lasts a least number of hours."""

    way: str = CONSENSUS
    hours: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The rule as it is stored."""
        return {"way": self.way} if self.hours is None else {"way": self.way, "hours": self.hours}


@dataclass(frozen=True, slots=True)
class Circle:
    """A named set of members that forms offer: all of them, those who hold a seat in a body, or some by their codes."""

    name: Two
    of: str
    members: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The circle as it is stored."""
        held = {"name": dict(self.name), "of": self.of}
        return {**held, "members": list(self.members)} if self.of == NAMED else held


@dataclass(frozen=True, slots=True)
class Profile:
    """A coalition's way to speak and to work."""

    made_from: str
    terms: Mapping[str, Two]
    modules: tuple[str, ...]  # Those that are open, in the order of MODULES.
    bodies: Mapping[str, Rule]
    circles: tuple[Circle, ...]
    reports: str

    def as_json(self) -> dict[str, Any]:
        """The profile as it is stored.

        >>> from tansiq.engines.profiles import SHIPPED, read
        >>> all(read(one.as_json()) == one for one in SHIPPED.values())
        True
        """
        return {
            "made_from": self.made_from,
            "terms": {name: dict(self.terms[name]) for name in TERMS},
            "modules": {name: name in self.modules for name in MODULES},
            "bodies": {kind: rule.as_json() for kind, rule in self.bodies.items()},
            "circles": [circle.as_json() for circle in self.circles],
            "reports": self.reports,
        }
