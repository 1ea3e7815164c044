"""A date that is known as exactly as its source gives it."""

from dataclasses import dataclass
from datetime import date

DAY, MONTH, YEAR, NOT_STATED = "day", "month", "year", "not_stated"


@dataclass(frozen=True)
class Partial:
    """A date and how exactly it is known; of a month or a year it holds the first day."""

    value: date
    precision: str = DAY

    def __post_init__(self) -> None:
        if self.precision not in (DAY, MONTH, YEAR):
            raise ValueError(self.precision)
        if self.precision != DAY:
            first = self.value.replace(day=1) if self.precision == MONTH else self.value.replace(month=1, day=1)
            object.__setattr__(self, "value", first)

    @property
    def iso(self) -> str:
        """The date in ISO 8601, no more exact than it is known.

        >>> Partial(date(2014, 11, 1), MONTH).iso
        '2014-11'
        """
        return self.value.isoformat()[: {DAY: 10, MONTH: 7, YEAR: 4}[self.precision]]
