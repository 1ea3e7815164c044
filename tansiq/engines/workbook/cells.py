"""The cells of one row, each read as what its column holds; what cannot be is noted, and read as nothing."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from tansiq.engines import arabic, dates, digits
from tansiq.engines.record_file.wording import bad_mark
from tansiq.engines.workbook.flaws import Flaw
from tansiq.engines.workbook.safe import bare
from tansiq.engines.workbook.sheet import DAY, FORMULA, NUMBER

PLACES: Final = 6  # Digits behind the point that are kept.
WHOLE: Final = 20  # Digits before it.
LONGEST_SHOWN: Final = 40


class Wrong(Exception):
    """A cell that cannot be taken."""

    def __init__(self, code: str, given: str = "") -> None:
        super().__init__(code)
        self.code, self.given = code, given


class Cells:
    """One row, and what was found wrong with it."""

    def __init__(
        self,
        number: int,
        cells: Sequence[str],
        places: Mapping[str, int],
        choices: Mapping[str, Mapping[str, str]],
        *,
        pointed: bool = False,
    ) -> None:
        self.number, self.places, self.choices = number, places, choices
        self.filled = {column: cells[place] for column, place in places.items() if place < len(cells) and cells[place]}
        self.pointed = pointed  # Whether the file's other numbers show that its points part decimals.
        self.flaws: list[Flaw] = []

    def held(self, column: str) -> str:
        """The cell of a column as it was read."""
        return self.filled.get(column, "")

    def wrong(self, column: str, code: str, given: str = "") -> None:
        """Note what is wrong with a cell."""
        self.flaws.append(Flaw(self.number, self.places.get(column, self.places["code"]), column, code, given))

    def text(self, column: str) -> str:
        """People's words."""
        held = self.held(column)
        if not held:
            return ""
        if held == FORMULA:
            self.wrong(column, "formula")
            return ""
        words, mark = _read(held[1:])
        if mark:
            self.wrong(column, "mark", mark)
            return ""
        return words

    def number_in(self, column: str) -> Decimal | None:
        """A number as somebody typed it, or as a spreadsheet holds it."""
        held = self.held(column)
        if not held:
            return None
        try:
            return _number(held, pointed=self.pointed)
        except Wrong as wrong:
            self.wrong(column, wrong.code, wrong.given)
            return None

    def day(self, column: str, *, last: bool = False) -> date | None:
        """A day; of a month or a year its first, or its last."""
        held = self.held(column)
        if not held:
            return None
        if plain := dates.plain_day(held[1:]):
            return plain
        if held == FORMULA:
            self.wrong(column, "formula")
            return None
        try:
            read = dates.read(held[1:])
        except dates.Unreadable as unreadable:
            self.wrong(column, f"day_{unreadable.code}", _shown(held))
            return None
        return _last(read) if last else read.value

    def choice(self, column: str, among: Mapping[str, str] | None = None) -> str:
        """One of a list, by its words in either language."""
        words = self.text(column)
        if not words:
            return ""
        found = (self.choices[column] if among is None else among).get(arabic.sort_key(words)[0])
        if found is None:
            self.wrong(column, "choice", words[:LONGEST_SHOWN])
            return ""
        return found


@lru_cache(maxsize=1024)  # The rows of a file say the same few things.
def _read(typed: str) -> tuple[str, str | None]:
    """Words as they are kept, and a sign in them that is not."""
    words = bare(typed)
    return words, bad_mark(words.replace("\t", " "), lines=True)


def _number(held: str, *, pointed: bool = False) -> Decimal:
    if held == FORMULA:
        raise Wrong("formula")
    if held.startswith(DAY):
        raise Wrong("a_day")  # A spreadsheet made a day of what was typed.
    if held[1:].isascii() and held[1:].isdigit() and len(held) <= WHOLE:
        return Decimal(held[1:])  # Most of what is told: nothing to doubt.
    if held.startswith(NUMBER):
        number = Decimal(held[1:])
    else:
        try:
            number = digits.decimal(held[1:])
        except digits.NotANumber as odd:
            if odd.code != "ambiguous" or not pointed:
                raise Wrong(f"number_{odd.code}", _shown(held)) from odd
            number = Decimal(digits.western(held[1:]).strip())
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > PLACES:
        raise Wrong("precise", _shown(held))
    if number.adjusted() >= WHOLE:
        raise Wrong("number_long", _shown(held))
    return number


def _shown(held: str) -> str:
    """A cell as an answer may repeat it: short, and without what cannot be seen."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in held[1 : LONGEST_SHOWN + 1])


def _last(read: dates.Partial) -> date:
    if read.precision == "year":
        return date(read.value.year, 12, 31)
    if read.precision == "month":
        return read.value.replace(day=monthrange(read.value.year, read.value.month)[1])
    return read.value
