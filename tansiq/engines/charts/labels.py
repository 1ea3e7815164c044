"""Words at the marks: those that matter most first, none over a mark, a line or another word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tansiq.engines.charts.placing import Placed
from tansiq.engines.charts.room import Box, Room
from tansiq.engines.charts.svg import clipped, length, text

LINE, ASCENT, GAP = 14.0, 10.0, 12.0  # From line to line, from the foot of a letter to its top, from mark to words.
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}  # The share of words that lies before their anchor.
FURTHER = (0.0, 12.0, 26.0, 40.0)  # How far a label that must be shown may move from its mark.


@dataclass(frozen=True)
class Spot:
    """A place for words beside a mark: where the first line stands, and which end of it."""

    x: float
    y: float
    anchor: str

    def box(self, lines: Sequence[str]) -> Box:
        """What words at this spot cover."""
        return self.covers(max(map(length, lines)), len(lines))

    def covers(self, wide: float, lines: int) -> Box:
        """What so many lines of this length cover."""
        left = self.x - SHARES[self.anchor] * wide
        return Box(left - 1, self.y - ASCENT, left + wide + 1, self.y + LINE * (lines - 1) + 2)


def labelled(room: Room, places: Sequence[Placed], tones: Mapping[str, str], *, most: float, left: int) -> list[str]:
    """The words of the marks, as long as there is room on the drawing and bytes are left."""
    drawn: list[str] = []
    for place in sorted(places, key=lambda place: _rank(place, places)):
        lines = [clipped(line, most) for line in place.mark.label.split("\n")[:2] if line.strip()]
        reach = 2 if place in (places[0], places[-1]) else 1
        if not lines or not (spot := _spot(room, place, lines, reach)):
            continue
        found, lines = spot
        words = _lines(found, lines, tones[place.mark.series])
        left -= len(words.encode())
        if left < 0:
            break
        room.take(found.box(lines))
        drawn.append(words)
    return drawn


def _rank(place: Placed, places: Sequence[Placed]) -> tuple[bool, bool, float]:
    """What must be read first: what is contradicted or doubtful, then the first and the last, then the latest."""
    ends = (places[0], places[-1])
    return not (place.clash or place.mark.doubtful or place.mark.adopted), place not in ends, -place.x


def _spot(room: Room, place: Placed, lines: list[str], reach: int) -> tuple[Spot, list[str]] | None:
    """A free spot for both lines, or for the first alone; what is contradicted is always named."""
    must = place.clash or place.mark.doubtful
    for tried in (lines, lines[:1]):
        wide, count = max(map(length, tried)), len(tried)
        for further in FURTHER if must else FURTHER[:reach]:
            for spot in _spots(place, count, further, (wide / 2 + 2, room.width)):
                if room.free(spot.covers(wide, count)):
                    return spot, tried
    return _forced(room, place, lines[:1]) if must else None


def _forced(room: Room, place: Placed, lines: list[str]) -> tuple[Spot, list[str]]:
    """The first spot on the drawing, though something else stands there."""
    wide = length(lines[0]) / 2
    middle = min(max(place.x, wide), max(wide, room.width - wide))
    return Spot(middle, max(ASCENT, place.box.top - 4), "middle"), lines


def _spots(place: Placed, count: int, further: float, within: tuple[float, float]) -> Iterator[Spot]:
    """The spots about a mark, the better ones first; words in the midst stay within the drawing."""
    half, width = within
    middle = min(max(place.x, half), max(half, width - half))
    box, high = place.box, LINE * (count - 1)
    above, below = box.top - 6 - high - further, box.bottom + ASCENT + 4 + further
    level = (place.y + place.high) / 2 + 4 - high / 2
    right, left = Spot(place.x + GAP, level, "start"), Spot(place.x - GAP, level, "end")
    over, under = Spot(middle, above, "middle"), Spot(middle, below, "middle")
    sides = [left, right] if place.aside < 0 else [right, left]
    yield from [*([] if further else sides), over, under] if place.aside else [over, under, *([] if further else sides)]
    corners = [
        Spot(place.x + across, height, anchor)
        for height in (above, below)
        for across, anchor in ((2, "start"), (-2, "end"))
    ]
    yield from corners if place.aside >= 0 else reversed(corners)


def _lines(spot: Spot, lines: Sequence[str], tone: str) -> str:
    kinds = (tone, "q")
    return "".join(
        text(spot.x, spot.y + LINE * number, line, kinds[number], spot.anchor) for number, line in enumerate(lines)
    )
