"""A chain of what was carried over: what came of what, in the order of time, several ways parting and meeting."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

from tansiq.engines.charts.marks import RADIUS, days, shape
from tansiq.engines.charts.svg import (
    MOST,
    NARROW,
    WIDE,
    Words,
    at,
    clipped,
    hollow,
    length,
    opened,
    size,
    solid,
    stroke,
    text,
    unit,
)
from tansiq.engines.dates.partial import DAY

SLOT, LANE, TOP, SIDE, TURN = (
    132.0,
    62.0,
    18.0,
    44.0,
    84.0,
)  # Wide: from item to item, from lane to lane; the edges; a bend.
BESIDE = 11.0  # How far a link passes from an item that it does not touch.
ROW, COLUMN, EDGE = 40.0, 22.0, 12.0  # Narrow: from item to item downward, from lane to lane; the edge.


@dataclass(frozen=True)
class Node:
    """One item of a chain: its key, when it was, how exactly that is known, and its short name and date in words."""

    key: str
    on: date
    precision: str = DAY
    code: str = ""
    when: str = ""
    firm: bool = True  # Hollow where not: proposed, or still open.
    here: bool = False  # The one whose page this is.


@dataclass(frozen=True)
class Spot:
    """Where an item stands: its place in time, and its lane."""

    number: int
    lane: int


def chain(nodes: Sequence[Node], links: Sequence[tuple[str, str]], words: Words, *, narrow: bool = False) -> str:
    """The items in the order of time with links from earlier to later; left to right, or downward for a phone."""
    if not nodes:
        return ""
    ordered = order(nodes, links)
    spots = lay(ordered, links)
    lanes = max(spot.lane for spot in spots.values()) + 1
    places = _down(spots, words) if narrow else _across(spots)
    sheet = (NARROW, ROW * len(ordered) + 4) if narrow else (WIDE, _lane(len(ordered)) * lanes)
    step = ROW if narrow else min(TURN, _step(len(ordered)))
    curves = "".join(
        _link(places[start], places[end], step, narrow=narrow, past=_past(spots, start, end))
        for start, end in _forward(spots, links)
    )
    svg = [opened("narrow" if narrow else "wide", sheet, words)]
    svg.append(stroke("ln c1", curves))
    svg += _marks(ordered, places)
    svg += _beside(ordered, places, lanes, words) if narrow else _under(ordered, spots, places)
    while size(svg) > MOST - 6:
        svg.pop()
    return "".join([*svg, "</svg>"])


def order(nodes: Sequence[Node], links: Sequence[tuple[str, str]]) -> list[Node]:
    """The items in the order of time; of inexact dates, what came of another stands after it.

    >>> study, group = Node("d22", date(2023, 1, 1), "year"), Node("d19", date(2023, 7, 8))
    >>> [node.key for node in order([study, group], [])], [node.key for node in order([study, group], [("d19", "d22")])]
    (['d22', 'd19'], ['d19', 'd22'])
    """
    known = {node.key: node for node in nodes}
    sorted_ = sorted(known.values(), key=lambda node: (sum(days(node.on, node.precision)), node.on, node.key))
    place = {node.key: number for number, node in enumerate(sorted_)}
    later: dict[str, list[str]] = {key: [] for key in known}
    waits = dict.fromkeys(known, 0)
    for start, end in dict.fromkeys(links):
        if start in known and end in known and _may_follow(known[start], known[end]):
            later[start].append(end)
            waits[end] += 1
    ready = [place[key] for key, count in waits.items() if not count]
    heapify(ready)
    found: list[Node] = []
    while ready:
        node = sorted_[heappop(ready)]
        found.append(node)
        for key in later[node.key]:
            waits[key] -= 1
            if not waits[key]:
                heappush(ready, place[key])
    return found + [node for node in sorted_ if node not in found]  # A ring of undated items keeps the order of time.


def _may_follow(start: Node, end: Node) -> bool:
    """Whether one item can lie after another, as far as their dates are known."""
    return start.key != end.key and days(start.on, start.precision)[0] <= days(end.on, end.precision)[1]


def lay(ordered: Sequence[Node], links: Sequence[tuple[str, str]]) -> dict[str, Spot]:
    """A lane for each item: the first that came of another goes on in its lane, the next ones part from it."""
    number = {node.key: place for place, node in enumerate(ordered)}
    before: dict[str, list[str]] = {key: [] for key in number}
    last_use = dict(number)
    for start, end in links:
        if number.get(start, len(number)) < number.get(end, -1):
            before[end].append(start)
            last_use[start] = max(last_use[start], number[end])
    ends: list[str] = []  # The last item of each lane.
    spots: dict[str, Spot] = {}
    for node in ordered:
        origins = sorted(before[node.key], key=number.__getitem__)
        since = number[origins[-1]] if origins else number[node.key]
        on_from = next((ends.index(origin) for origin in reversed(origins) if origin in ends), None)
        if on_from is None:
            free = (lane for lane, key in enumerate(ends) if number[key] < since and last_use[key] <= since)
            on_from = next(free, len(ends))
        if on_from == len(ends):
            ends.append(node.key)
        ends[on_from] = node.key
        spots[node.key] = Spot(number[node.key], on_from)
    return spots


def _forward(spots: Mapping[str, Spot], links: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for start, end in dict.fromkeys(links):
        if start in spots and end in spots and spots[start].number < spots[end].number:
            yield start, end


def _step(count: int) -> float:
    """From item to item on a wide drawing."""
    return min(SLOT, (WIDE - 2 * SIDE) / max(1, count - 1))


def _lane(count: int) -> float:
    """From lane to lane on a wide drawing: higher where dates must step down."""
    return LANE if _step(count) >= TURN else LANE + 14


def _across(spots: Mapping[str, Spot]) -> dict[str, tuple[float, float]]:
    step, lane = _step(len(spots)), _lane(len(spots))
    begin = (WIDE - step * (len(spots) - 1)) / 2
    return {key: (begin + step * spot.number, TOP + lane * spot.lane) for key, spot in spots.items()}


def _down(spots: Mapping[str, Spot], words: Words) -> dict[str, tuple[float, float]]:
    lanes = max(spot.lane for spot in spots.values())
    step = min(COLUMN, NARROW / 3 / max(1, lanes))
    across = {key: EDGE + step * spot.lane for key, spot in spots.items()}
    return {
        key: (NARROW - across[key] if words.rtl else across[key], ROW * spot.number + ROW / 2)
        for key, spot in spots.items()
    }


def _past(spots: Mapping[str, Spot], start: str, end: str) -> bool:
    """Whether another item stands in the later one's lane between the two, so that the link must pass beside it."""
    return any(
        spot.lane == spots[end].lane and spots[start].number < spot.number < spots[end].number
        for spot in spots.values()
    )


def _link(start: tuple[float, float], end: tuple[float, float], step: float, *, narrow: bool, past: bool) -> str:
    """From an earlier item to a later one: along one lane, over to the later one's, or past those that lie between."""
    (x, y), (x2, y2) = start, end
    if past and narrow:
        side = x2 + (BESIDE if x > x2 else -BESIDE)
        return (
            f"M{at(x, y)}C{at(x, y + ROW / 2)} {at(side, y)} {at(side, y + ROW / 2)}"
            f"V{unit(y2 - ROW / 2)}Q{at(side, y2 - 8)} {at(x2, y2)}"
        )
    if past:
        above, turn = y2 - BESIDE, step
        return (
            f"M{at(x, y)}C{at(x + turn, y)} {at(x, above)} {at(x + turn, above)}"
            f"H{unit(x2 - 16)}Q{at(x2 - 4, above)} {at(x2, y2)}"
        )
    if (x == x2 and narrow) or (y == y2 and not narrow):
        return f"M{at(x, y)}L{at(x2, y2)}"
    if narrow:
        turn = min(ROW, y2 - y)
        return f"M{at(x, y)}C{at(x, y + turn)} {at(x2, y)} {at(x2, y + turn)}V{unit(y2)}"
    turn = min(step, x2 - x)
    return f"M{at(x, y)}C{at(x + turn, y)} {at(x, y2)} {at(x + turn, y2)}H{unit(x2)}"


def _marks(ordered: Sequence[Node], places: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    firm = "".join(shape("circle", *places[node.key], RADIUS + 1) for node in ordered if node.firm)
    open_ = "".join(shape("circle", *places[node.key], RADIUS + 1) for node in ordered if not node.firm)
    here = "".join(shape("circle", *places[node.key], RADIUS + 5) for node in ordered if node.here)
    yield hollow("ho c1", here)
    yield solid("so c1", firm)
    yield hollow("ho c1", open_)


def _under(
    ordered: Sequence[Node], spots: Mapping[str, Spot], places: Mapping[str, tuple[float, float]]
) -> Iterator[str]:
    """Names and dates below their items; a date steps down where the one before it in the lane leaves no room."""
    taken: dict[tuple[int, int], float] = {}
    dates = (37,) if _lane(len(ordered)) == LANE else (37, 51)
    for node in ordered:
        (x, y), lane = places[node.key], spots[node.key].lane
        for name, kind, rows in ((node.code, "h", (22,)), (node.when, "q", dates)):
            half = length(name) / 2
            free = (row for row in rows if x - half >= taken.get((lane, row), 0.0) and x + half <= WIDE)
            if name and (row := next(free, None)):
                yield text(x, y + row, name, kind, "middle")
                taken[lane, row] = x + half


def _beside(
    ordered: Sequence[Node], places: Mapping[str, tuple[float, float]], lanes: int, words: Words
) -> Iterator[str]:
    """Names and dates on the row of their item, all from one edge."""
    start = EDGE + min(COLUMN * (lanes - 1), NARROW / 3) + 20
    x, anchor = (NARROW - start, "end") if words.rtl else (start, "start")
    for node in ordered:
        y = places[node.key][1] + 4
        code = clipped(node.code, NARROW / 3)
        after = start + length(code) * 1.15 + 10
        when = clipped(node.when, NARROW - after)
        if code:
            yield text(x, y, code, "h", anchor)
        if when:
            yield text(NARROW - after if words.rtl else after, y, when, "q", anchor)
