"""Marks: what stands for a figure, and how its hedge, its date and its doubt are drawn."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tansiq.engines.charts.svg import at, unit
from tansiq.engines.dates.partial import DAY, YEAR
from tansiq.engines.figures.hedges import NONE_STATED, RANGE, hedged, lean

RADIUS, DOUBT = 5.0, 7.5  # The half of a mark, and of one that asks.
WHISKER, SHORT, HEAD = 13.0, 8.0, 3.6  # An open whisker, each half of one both ways, the head of its arrow.
SHAPES = ("circle", "square", "diamond", "triangle", "hexagon")  # The last for every base beyond four: never joined.
TONES, LETTERS = ("c1", "c2", "c3", "c4"), ("t1", "t2", "t3", "t4")  # The colour of a base's marks, and of its words.


@dataclass(frozen=True)
class Mark:
    """One figure as it was said.

    Marks of one `series` share their base; `high` is the upper end of a range. What is `doubtful` is shown, never
    joined or scaled to. `adopted` is the figure that the body took where several conflict. A second line of `label`
    is drawn quieter.
    """

    on: date
    value: Decimal
    precision: str = DAY
    high: Decimal | None = None
    qualifier: str = NONE_STATED
    series: str = ""
    doubtful: bool = False
    label: str = ""
    adopted: bool = False

    @property
    def hollow(self) -> bool:
        """Whether the mark is drawn hollow: the figure is hedged or doubtful."""
        return self.doubtful or hedged(self.qualifier)

    @property
    def ranged(self) -> bool:
        """Whether two ends were said."""
        return self.qualifier == RANGE and self.high is not None

    @property
    def said(self) -> tuple[Decimal, Decimal | None, str]:
        """What was said, whoever said it."""
        return self.value, self.high, self.qualifier


@dataclass(frozen=True)
class Level:
    """A baseline or a target: its value, its word, and the day from which or by which it holds.

    A line may set out from a baseline only where its base is known: its `series` says so.
    """

    value: Decimal
    word: str = ""
    on: date | None = None
    series: str | None = None


@dataclass(frozen=True)
class Style:
    """How the marks of one base look: a shape of their own before a colour of their own."""

    number: int

    @property
    def shape(self) -> str:
        """The shape of its marks."""
        return SHAPES[min(self.number, len(SHAPES) - 1)]

    @property
    def tone(self) -> str:
        """The colour of its marks."""
        return TONES[min(self.number, len(TONES) - 1)]

    @property
    def letters(self) -> str:
        """The colour of its words."""
        return LETTERS[min(self.number, len(LETTERS) - 1)]

    @property
    def joined(self) -> bool:
        """Whether a line may join its marks; bases beyond four share a shape."""
        return self.number < len(SHAPES) - 1


def days(on: date, precision: str) -> tuple[int, int]:
    """The first and the last day, as ordinals, on which a figure of this precision may stand."""
    if precision == DAY:
        return on.toordinal(), on.toordinal()
    first = on.replace(day=1, month=1 if precision == YEAR else on.month)
    last = first.replace(month=12, day=31) if precision == YEAR else first.replace(day=monthrange(*_of(first))[1])
    return first.toordinal(), last.toordinal()


def _of(day: date) -> tuple[int, int]:
    return day.year, day.month


def shape(kind: str, x: float, y: float, radius: float = RADIUS) -> str:
    """The outline of a mark, as the data of a path."""
    r = radius
    if kind == "circle":
        return f"M{at(x - r, y)}a{at(r, r)} 0 1 0 {unit(2 * r)} 0a{at(r, r)} 0 1 0-{unit(2 * r)} 0z"
    if kind == "square":
        side = 1.8 * r
        return f"M{at(x - side / 2, y - side / 2)}h{unit(side)}v{unit(side)}h-{unit(side)}z"
    if kind == "diamond":
        d = unit(1.3 * r)
        return f"M{at(x, y - 1.3 * r)}l{d} {d}-{d} {d}-{d}-{d}z"
    if kind == "triangle":
        return f"M{at(x, y - 1.25 * r)}l{at(1.2 * r, 2.05 * r)}h-{unit(2.4 * r)}z"
    half, tall = unit(r / 2), unit(0.95 * r)
    return f"M{at(x - r, y)}l{half}-{tall}h{unit(r)}l{half} {tall}-{half} {tall}h-{unit(r)}z"


def whisker(qualifier: str, x: float, y: float, radius: float = RADIUS, *, small: bool = False) -> str:
    """The side to which a hedge leaves a figure open: one fixed length, an arrow and never a cap; in small no arrow."""
    side = lean(qualifier)
    full, half = (6.0, 3.0) if small else (WHISKER, SHORT)
    if side == "both":
        return f"M{at(x, y - radius)}v-{unit(half)}M{at(x, y + radius)}v{unit(half)}"
    if not side:
        return ""
    sign = -1 if side == "up" else 1
    line = f"M{at(x, y + sign * radius)}v{unit(sign * full)}"
    head, back = unit(-sign * HEAD), unit(sign * HEAD)
    return line if small else f"{line}m-{HEAD} {head}l{HEAD} {back} {HEAD} {head}"


def reach(mark: Mark) -> tuple[float, float]:
    """How far a mark reaches above and below its value."""
    if mark.doubtful:
        return DOUBT, DOUBT
    side = lean(mark.qualifier)
    up = {"up": WHISKER, "both": SHORT}.get(side, 0.0)
    down = {"down": WHISKER, "both": SHORT}.get(side, 0.0)
    return RADIUS + up, RADIUS + down


def capped(x: float, low: float, high: float) -> str:
    """A range from one end to the other, with caps: both ends were said."""
    return f"M{at(x - 5, high)}h10m-5 0V{unit(low)}m-5 0h10"


def stretched(start: float, end: float, y: float) -> str:
    """A stretch of time with caps: somewhere within it."""
    return f"M{at(start, y - 4)}v8m0-4H{unit(end)}m0-4v8"
