"""One row of a list of members, and what can be wrong with it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a row: in which column, a code, and what the code's sentence needs."""

    column: str
    code: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A member as a list states it, with the number of its line and whatever is wrong with it."""

    number: int
    code: str
    kind: str
    name_ar: str
    name_en: str
    joined_on: date | None
    email: str
    flaws: tuple[Flaw, ...] = field(default=())
