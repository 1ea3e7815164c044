"""What is wrong with one cell, and where it stands as a person finds it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """A cell that cannot be taken: its row, its place from nought, its column, why, and what it gives or should."""

    number: int
    place: int
    column: str
    code: str
    given: str = ""

    @property
    def at(self) -> str:
        """The cell as a spreadsheet names it.

        >>> Flaw(7, 27, "value", "letters").at
        'AB7'
        """
        letters, place = "", self.place
        while place >= 0:
            place, letter = divmod(place, 26)
            letters, place = chr(65 + letter) + letters, place - 1
        return f"{letters}{self.number}"
