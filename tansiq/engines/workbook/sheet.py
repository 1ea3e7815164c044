"""What was read of a file: one sheet of cells, each known to be a number, a day or words; nothing is decided yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, Self

NUMBER, DAY, WORDS, FORMULA = "n", "d", "t", "f"  # The first letter of a cell says which it is.
KINDS: Final = frozenset((NUMBER, DAY, WORDS, FORMULA))
EXACT: Final = 15  # Digits that a spreadsheet's number holds.


def cell(value: object) -> str:
    """A spreadsheet's value as a marked cell; empty for nothing.

    >>> cell(12.0), cell(0.1), cell(" ten "), cell(date(2015, 1, 22)), cell(None), cell(True)
    ('n12', 'n0.1', 'tten', 'd2015-01-22', '', 'tTrue')
    """
    match value:
        case bool():
            return WORDS + str(value)
        case int():
            return NUMBER + str(value)
        case float():
            return NUMBER + _plain(value)
        case datetime():
            return DAY + value.date().isoformat()
        case date():
            return DAY + value.isoformat()
        case _:
            text = "" if value is None else str(value).strip()
            return WORDS + text if text else ""


def _plain(value: float) -> str:
    """A number without an exponent, in as many digits as it was given."""
    number = Decimal(repr(value))
    whole = number == number.to_integral_value() and abs(value) < 10**EXACT
    return f"{number.quantize(Decimal(1)) if whole else number:f}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a file by row, and what its hidden sheet says of it: call, member, form, language."""

    name: str
    rows: Sequence[tuple[int, Sequence[str]]]
    says: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """For the way between processes and back from a page."""
        return {"name": self.name, "rows": [[number, *cells] for number, cells in self.rows], "says": dict(self.says)}

    @classmethod
    def from_json(cls, held: Mapping[str, Any]) -> Self:
        """The same again."""
        return cls(held["name"], [(number, cells) for number, *cells in held["rows"]], held["says"])
