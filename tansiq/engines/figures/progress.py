"""How far a measure has come from its baseline to its target, and which way it moved."""

from collections.abc import Sequence
from decimal import Decimal

from tansiq.engines.figures.hedges import AT_LEAST, AT_MOST, EXACT, LESS_THAN, MORE_THAN, NEARLY, NONE_STATED, turned

UP, DOWN = "up", "down"
FIRM = {NONE_STATED, EXACT}


def progress(baseline: Decimal | None, target: Decimal | None, latest: Decimal | None) -> Decimal | None:
    """The share of the way from baseline to target; None without a number at each end, or without a way to go.

    The way may lead down; below nought the measure has fallen back, above one it has gone beyond its target.

    >>> progress(Decimal(0), Decimal(40), Decimal(10))
    Decimal('0.25')
    >>> progress(Decimal(33000), Decimal(0), Decimal(22000)).quantize(Decimal("0.01"))
    Decimal('0.33')
    >>> progress(Decimal(5), Decimal(5), Decimal(5)) is None
    True
    """
    if baseline is None or target is None or latest is None or target == baseline:
        return None
    return (latest - baseline) / (target - baseline)


def way_gone(scale: Sequence[str], baseline: str, target: str, latest: str) -> tuple[int, int] | None:
    """On an ordered scale how many steps of how many were gone; never a share of them: steps have no size (R-A4).

    None where a step is missing from the scale, or where there is no way to go. Steps back are below nought.

    >>> scale = ["none", "advancing", "slowed", "halted", "reversed"]
    >>> way_gone(scale, "none", "halted", "slowed"), way_gone(scale, "advancing", "halted", "none")
    ((2, 3), (-1, 2))
    >>> way_gone(scale, "none", "none", "slowed") is None
    True
    """
    if not {baseline, target, latest} <= {*scale} or baseline == target:
        return None
    start, end, now = (scale.index(step) for step in (baseline, target, latest))
    onward = 1 if end > start else -1
    return (now - start) * onward, abs(end - start)


def moved(before: Decimal | None, after: Decimal | None, wanted: str) -> str | None:
    """Which way a measure moved: better, worse or same; None without two numbers or where no way is wanted.

    >>> moved(Decimal(33000), Decimal(22000), "down"), moved(Decimal(60), Decimal(60), "up")
    ('better', 'same')
    """
    if before is None or after is None or wanted not in (UP, DOWN):
        return None
    if before == after:
        return "same"
    return "better" if (after > before) == (wanted == UP) else "worse"


def reached(target: Decimal | None, latest: Decimal | None, qualifier: str, wanted: str) -> bool | None:
    """Whether the target is reached; None where the hedge leaves it open, or where there is nothing to tell by.

    >>> reached(Decimal(670), Decimal(600), "more_than", "up") is None
    True
    >>> reached(Decimal(670), Decimal(700), "more_than", "up"), reached(Decimal(670), Decimal(600), "nearly", "up")
    (True, False)
    """
    if target is None or latest is None or wanted not in (UP, DOWN):
        return None
    if wanted == DOWN:
        target, latest, qualifier = -target, -latest, turned(qualifier)
    if qualifier in FIRM:
        return latest >= target
    if qualifier in (MORE_THAN, AT_LEAST):
        return True if latest >= target else None
    below = latest < target if qualifier == AT_MOST else latest <= target
    return False if below and qualifier in (AT_MOST, LESS_THAN, NEARLY) else None
