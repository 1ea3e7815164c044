"""Why a whole file is refused, and the bounds past which it is."""

from typing import Final

LARGEST: Final = 2_000_000  # Octets of a file as it is sent.
UNPACKED: Final = 40_000_000  # Octets of all its parts.
RATIO: Final = 100  # How many times as large as it was packed a part may be.
SMALL: Final = 100_000  # Octets of a part whose ratio harms nobody.
PARTS: Final = 200
SHEETS: Final = 20
CELLS: Final = 300_000
MOST_ROWS: Final = 10_000
ABOVE: Final = 20  # Rows above the first measure.
MOST_COLUMNS: Final = 64
LONGEST_CELL: Final = 4_000
STYLES: Final = 20_000
STRINGS: Final = 100_000
MERGED: Final = 1_000
LONGEST_NAME: Final = 255

REASONS: Final = (
    "large", "empty", "kind", "old", "broken", "ratio", "unpacked", "parts", "nested", "name", "twice", "sealed",
    "size", "dtd", "encoding", "external", "macros", "embedded", "dde", "dimension", "far", "cells", "styles",
    "strings", "merged", "sheets", "rows", "columns", "quote", "headings", "form", "heavy",
)  # fmt: skip


class Refused(ValueError):
    """A file of which nothing is taken; the code is one of REASONS, the number a row where one is to blame."""

    def __init__(self, code: str, row: int = 0) -> None:
        super().__init__(code, row)
        self.code, self.row = code, row
