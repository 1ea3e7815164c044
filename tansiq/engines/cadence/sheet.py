"""Where things stand on the drawing of a rhythm."""

from dataclasses import dataclass
from datetime import date

from tansiq.engines.digits import eastern

WIDE, NARROW = 640, 340  # Units across, for a desk and for a phone.
HEAD, ROW, LINE = 24, 32, 24  # The months' heading, a year's band, and its line within the band.
YEAR, COUNT = 44, 24  # Room for the years where reading begins, and for the counts where it ends.


@dataclass(frozen=True)
class Sheet:
    """A band for each year; time runs from left to right in every language."""

    first: date
    last: date
    narrow: bool
    rtl: bool
    arabic_digits: bool

    @property
    def years(self) -> range:
        """The years, one band each."""
        return range(self.first.year, self.last.year + 1)

    @property
    def width(self) -> int:
        """How wide the drawing is."""
        return NARROW if self.narrow else WIDE

    @property
    def height(self) -> int:
        """How high the drawing is."""
        return HEAD + ROW * len(self.years)

    @property
    def edges(self) -> tuple[int, int]:
        """Where January begins and December ends."""
        return (COUNT, self.width - YEAR) if self.rtl else (YEAR, self.width - COUNT)

    def x(self, day: date) -> float:
        """The place of a day in its year."""
        start, end = self.edges
        length = date(day.year, 12, 31).timetuple().tm_yday - 1
        return round(start + (end - start) * (day.timetuple().tm_yday - 1) / length, 1)

    def y(self, year: int) -> int:
        """The line of a year."""
        return HEAD + ROW * (year - self.first.year) + LINE

    def number(self, number: int) -> str:
        """A number in the reader's digits."""
        return eastern(str(number)) if self.arabic_digits else str(number)
