"""Why a paper is refused, and the bounds past which it is."""

from typing import Final

LARGEST: Final = 8_000_000  # Octets of a file as it is sent.
PAGES: Final = 2_000
OBJECTS: Final = 200_000  # Of a PDF.
PIXELS: Final = 40_000_000  # Of an image: about a scan of A4 at 600 dots to the inch.
SIDE: Final = 20_000
LETTERS: Final = 2_000_000  # Of a text.

REASONS: Final = (
    "large", "empty", "kind", "old", "markup", "broken", "sealed", "pages", "form", "pixels", "moving", "macros",
    "external", "embedded", "dtd", "formula", "ratio", "unpacked", "parts", "nested", "name", "twice", "size", "heavy",
)  # fmt: skip
