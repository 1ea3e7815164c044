"""The room on a drawing: what is taken, so that no words cover a mark or one another."""

from dataclasses import dataclass, field

CELL = 4


@dataclass(frozen=True)
class Box:
    """A box on the drawing."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass
class Room:
    """The cells of a drawing, a row of bits for each line of them."""

    width: float
    height: float
    rows: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = [0] * (int(self.height / CELL) + 1)

    def take(self, box: Box) -> None:
        """Take a box, as far as it lies on the drawing."""
        mask, lines = self._cells(box)
        for line in lines:
            self.rows[line] |= mask

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Take the cells along a line."""
        (x, y), (x2, y2) = start, end
        steps = int(max(abs(x2 - x), abs(y2 - y)) / CELL) + 1
        for step in range(steps + 1):
            column, row = int((x + (x2 - x) * step / steps) / CELL), int((y + (y2 - y) * step / steps) / CELL)
            if column >= 0 and 0 <= row < len(self.rows):
                self.rows[row] |= 1 << column

    def free(self, box: Box) -> bool:
        """Whether a box lies on the drawing and nothing has taken it."""
        inside = box.left >= 0 and box.top >= 0 and box.right <= self.width and box.bottom <= self.height
        if not inside:
            return False
        mask, lines = self._cells(box)
        return not any(self.rows[line] & mask for line in lines)

    def _cells(self, box: Box) -> tuple[int, range]:
        first, last = max(0, int(box.left / CELL)), max(0, int(box.right / CELL))
        top, bottom = max(0, int(box.top / CELL)), min(len(self.rows) - 1, int(box.bottom / CELL))
        return ((1 << (last - first + 1)) - 1) << first, range(top, bottom + 1)
