"""The parts of every drawing: its root, words on it, numbers in it. Classes alone, no style, no id."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tansiq.engines.digits import eastern

WIDE, NARROW = 720, 320  # Units across, for a desk and for a phone.
LETTER = 6.4  # Units for a letter, generously.
MOST = 8000  # Bytes of a drawing; words beyond are left to the table beside it.
TITLE, DESC = 400, 2400  # Bytes for the finding, and for the values in words.
VOWEL_SIGNS = dict.fromkeys(range(0x064B, 0x0660))
JOINERS = "\u200c\u200d"
_SIGNED = re.compile(r"[-+−]?[0-9٠-٩][0-9٠-٩.,٫٬]*[%٪]|[-+−][0-9٠-٩][0-9٠-٩.,٫٬]*")


@dataclass(frozen=True)
class Words:
    """What a drawing says to everybody: the finding, the values for who listens, and how the language is written."""

    title: str
    desc: str = ""
    rtl: bool = False
    arabic_digits: bool = False
    months: Sequence[str] = ()

    def digits(self, text: str) -> str:
        """A text in the reader's digits."""
        return eastern(text) if self.arabic_digits else text


def opened(kind: str, size: tuple[float, float], words: Words, room: int = DESC) -> str:
    """The root of a drawing, with its finding and, in so many bytes, its values."""
    desc = f"<desc>{said(words.desc, room)}</desc>" if words.desc else ""
    return f'{root(kind, size)} role="img"><title>{said(words.title, TITLE)}</title>{desc}'


def root(kind: str, size: tuple[float, float]) -> str:
    """The start of the root: it must stand on paper too, where no sheet gives it a face and a size."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" viewBox="0 0 {unit(size[0])} {unit(size[1])}"'
        ' direction="ltr" font-family="IBM Plex Sans Arabic" font-size="12"'
    )


def unit(number: float) -> str:
    """A place on the drawing, to a tenth.

    >>> unit(12.04), unit(3.16)
    ('12', '3.2')
    """
    return f"{number + 0.0:.1f}".removesuffix(".0")


def at(x: float, y: float) -> str:
    """A point on the drawing.

    >>> at(12.04, 3.16)
    '12 3.2'
    """
    return f"{unit(x)} {unit(y)}"


def stroke(kind: str, data: str, more: str = "", *, tone: str = "#000") -> str:
    """A line; black where no sheet is read, or in the tone that paper needs."""
    return _path(kind, f' fill="none" stroke="{tone}"{more and " "}{more}', data)


def hollow(kind: str, data: str, more: str = "") -> str:
    """A hollow mark; white with a black edge where no sheet is read."""
    return _path(kind, f' fill="#fff" stroke="#000"{more and " "}{more}', data)


def solid(kind: str, data: str) -> str:
    """A solid mark; black where no sheet is read."""
    return _path(kind, "", data)


def _path(kind: str, fallback: str, data: str) -> str:
    return f'<path class="{kind}"{fallback} d="{data}"/>' if data else ""


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """Words on the drawing, in an isolate of their own direction, so that no neighbour turns them round."""
    drawn = f' class="{kind}"' if kind else ""
    placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{unit(x)}" y="{unit(y)}"{drawn}{placed}>{isolated(words)}</text>'


def isolated(words: str) -> str:
    """Words in their own direction; in Arabic a number keeps its sign on its side.

    >>> isolated("60%"), isolated("نحو 60%") == "\u2067نحو \u206660%\u2069\u2069"
    ('60%', True)
    """
    seen_ = seen(words)
    if not any("\u0590" <= letter <= "\u08ff" for letter in seen_):
        return escape(seen_)
    return f"\u2067{escape(_SIGNED.sub(_left_to_right, seen_))}\u2069"


def _left_to_right(found: re.Match[str]) -> str:
    return f"\u2066{found[0]}\u2069"


def seen(words: str) -> str:
    """Words without vowel signs, which break tagged paper, and without signs that turn text round unseen."""
    bare = words.translate(VOWEL_SIGNS)
    if bare.isprintable():
        return bare
    spaced = (" " if letter.isspace() else letter for letter in bare)
    return "".join(letter for letter in spaced if letter.isprintable() or letter in JOINERS)


def said(words: str, room: int) -> str:
    """Words for who listens, whole or cut where their room in bytes ends.

    >>> said("a & b", 20), said("a & b & c", 13)
    ('a &amp; b', 'a &amp; b…')
    """
    letters = [escape(letter) for letter in seen(words)]
    if sum(len(letter.encode()) for letter in letters) <= room:
        return "".join(letters)
    kept: list[str] = []
    for letter in letters:
        room -= len(letter.encode())
        if room < len("…".encode()):
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"


def clipped(words: str, room: float) -> str:
    """Words cut where their room in units ends.

    >>> clipped("ministers", 100), clipped("ministers", 32)
    ('ministers', 'mini…')
    """
    letters = max(1, int(room / LETTER + 0.01))
    whole = seen(words).strip()
    return whole if len(whole) <= letters else whole[: letters - 1].rstrip() + "…"


def wrapped(words: str, room: float, lines: int = 2) -> list[str]:
    """Words over a few lines, each within its room; what is beyond the last is cut.

    >>> wrapped("confirmed by the recipient", 90)
    ['confirmed by', 'the recipient']
    """
    letters = max(1, int(room / LETTER))
    found: list[str] = []
    for word in seen(words).split():
        if found and (len(found[-1]) + 1 + len(word) <= letters or len(found) == lines):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return [clipped(line, room) for line in found]


def length(words: str) -> float:
    """How much room words take, generously."""
    return LETTER * len(seen(words))


def size(svg: Sequence[str]) -> int:
    """The bytes of the parts of a drawing."""
    return sum(len(part.encode()) for part in svg)
