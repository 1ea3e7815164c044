"""The legend: the shape of each base and its words, under the drawing, from where reading begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tansiq.engines.charts.marks import Style, shape
from tansiq.engines.charts.svg import Words, clipped, length, solid, text

ROW, SIGN, GAP = 20.0, 14.0, 18.0  # A row, the room of a shape before its words, the space between two bases.


@dataclass(frozen=True)
class Key:
    """One base in the legend: its words, its look and its place."""

    words: str
    style: Style
    x: float
    row: int


@dataclass(frozen=True)
class Legend:
    """The bases of a drawing; empty where there is one alone."""

    keys: tuple[Key, ...]
    rtl: bool

    @property
    def height(self) -> float:
        """How much room it takes."""
        return ROW * (self.keys[-1].row + 1) if self.keys else 0.0

    def drawn(self, top: float) -> Iterator[str]:
        """The legend, its first row at this height."""
        way, anchor = (-1, "end") if self.rtl else (1, "start")
        for key in self.keys:
            y = top + ROW * key.row + 8
            yield solid(f"so {key.style.tone}", shape(key.style.shape, key.x + way * 6, y))
            yield text(key.x + way * SIGN, y + 4, key.words, "q", anchor)


def legend(bases: Sequence[tuple[str, Style]], words: Words, width: float) -> Legend:
    """The bases row by row, as many on a row as have room."""
    if len(bases) <= 1:
        return Legend((), words.rtl)
    keys: list[Key] = []
    begin, row = 0.0, 0
    for name, style in bases:
        line = clipped(name, width - SIGN)
        room = SIGN + length(line)
        if begin and begin + room > width:
            begin, row = 0.0, row + 1
        keys.append(Key(line, style, width - begin if words.rtl else begin, row))
        begin += room + GAP
    return Legend(tuple(keys), words.rtl)
