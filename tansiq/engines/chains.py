"""Chains: what is given from pledge to confirmation, told by both ends; kinds and currencies are never added.

refusal("giver", ["pledged", "delivered"], "committed", reasoned=False) → "unseen": nothing goes back unsaid
total([…])                            → what parts of one thing make together, or None where a word has no number
left(promised, held)                  → by how much it falls short, goes beyond, or that it is open
differences(giver's, recipient's)     → in what the two ends differ

A number is never made out of words, and what is open stays open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

GIVER, RECIPIENT = "giver", "recipient"
WAY = ("pledged", "committed", "allocated", "in_delivery", "delivered", "confirmed")
FALLS = ("reduced", "withdrawn", "lapsed")  # What was promised comes to less, or to nothing.
ENDED = ("withdrawn", "lapsed")
DISPUTED = "disputed"
SAYS = {GIVER: (*WAY[:-1], *FALLS), RECIPIENT: ("in_delivery", "delivered", "confirmed", DISPUTED)}
ARRIVED = ("delivered", "confirmed")
ZERO = Decimal(0)


@dataclass(frozen=True)
class Bounds:
    """Between what a number lies, as its hedge leaves it; without an upper end it is at least so much."""

    low: Decimal
    high: Decimal | None
    about: bool = False

    @property
    def told(self) -> tuple[Decimal, Decimal | None, str]:
        """As a value, an upper end and a hedge.

        >>> Bounds(Decimal(5), None).told
        (Decimal('5'), None, 'at_least')
        >>> Bounds(Decimal(0), Decimal(7)).told
        (Decimal('7'), None, 'at_most')
        """
        if self.high is None:
            return self.low, None, "at_least"
        if self.low == self.high:
            return self.low, None, "about" if self.about else "none_stated"
        return (self.high, None, "at_most") if self.low == ZERO else (self.low, self.high, "range")


def bounds(value: Decimal | None, qualifier: str, high: Decimal | None = None) -> Bounds | None:
    """Between what a stated amount lies; one that was said in words alone has no number.

    >>> bounds(Decimal(100), "more_than")
    Bounds(low=Decimal('100'), high=None, about=False)
    >>> bounds(Decimal(100), "words_only") is None
    True
    """
    if value is None or qualifier == "words_only":
        return None
    if high is not None:
        return Bounds(value, high)
    if qualifier in ("more_than", "at_least"):
        return Bounds(value, None)
    if qualifier in ("at_most", "less_than"):
        return Bounds(ZERO, value)
    return Bounds(value, value, about=qualifier in ("about", "nearly"))


@dataclass(frozen=True)
class Stated:
    """What one end states of one stage: how much, counted in what, when; whether it is one instalment of several."""

    stage: str
    amount: Bounds | None = None  # None where it was said in words, or not at all.
    counted_in: str = ""  # The kind with its currency or unit: across these nothing is ever added.
    first: date | None = None
    last: date | None = None
    instalment: bool = False


def furthest(so_far: Iterable[str]) -> str:
    """The furthest stage on the way that was stated.

    >>> furthest(["pledged", "delivered", "reduced"])
    'delivered'
    """
    return max((one for one in so_far if one in WAY), key=WAY.index, default="")


def goes_back(so_far: Sequence[str], stage: str) -> bool:
    """Whether a stage takes back what was stated before: an earlier one, a fall, or anything after an end."""
    far = furthest(so_far)
    return stage in FALLS or any(one in ENDED for one in so_far) or (bool(far) and WAY.index(stage) < WAY.index(far))


def refusal(end: str, so_far: Sequence[str], stage: str, *, reasoned: bool) -> str:
    """Why an end cannot state a stage now; empty where it can.

    >>> refusal("giver", ["pledged"], "confirmed", reasoned=True)
    'end'
    >>> refusal("giver", ["pledged"], "withdrawn", reasoned=False)
    'unseen'
    """
    if stage not in SAYS[end]:
        return "end"
    back = stage == DISPUTED or DISPUTED in so_far[-1:] or goes_back([one for one in so_far if one != DISPUTED], stage)
    return "unseen" if back and not reasoned else ""


def total(parts: Sequence[Stated]) -> Bounds | None:
    """What parts make together; nothing where they are counted in different things, or one has no number.

    >>> ten = Bounds(Decimal(10), Decimal(10))
    >>> total([Stated("delivered", ten, "cash USD"), Stated("delivered", ten, "cash CAD")]) is None
    True
    """
    amounts = [one.amount for one in parts if one.amount]
    if not parts or len(amounts) < len(parts) or len({one.counted_in for one in parts}) > 1:
        return None
    highs = [one.high for one in amounts if one.high is not None]
    high = sum(highs, ZERO) if len(highs) == len(amounts) else None
    return Bounds(sum((one.low for one in amounts), ZERO), high, any(one.about for one in amounts))


@dataclass(frozen=True)
class Left:
    """How what is held stands to what was promised or asked: it is all there, short, more, or open."""

    state: str  # "even", "short", "over", "open"
    by: Bounds | None = None


def left(promised: Bounds, held: Bounds) -> Left:
    """By how much what is held falls short of what was promised, or goes beyond it; open where hedges leave it so.

    >>> left(Bounds(Decimal(10), Decimal(10)), Bounds(Decimal(4), None))
    Left(state='open', by=Bounds(low=Decimal('0'), high=Decimal('6'), about=False))
    """
    about = promised.about or held.about
    least = None if held.high is None else promised.low - held.high
    most = None if promised.high is None else promised.high - held.low
    if least == most == ZERO:
        return Left("even")
    if least is not None and least >= ZERO:
        return Left("short", Bounds(least, most, about))
    if most is not None and most <= ZERO:
        return Left("over", Bounds(-most, None if least is None else -least, about))
    return Left("open", Bounds(ZERO, most, about) if most is not None else None)


def reached(events: Sequence[Stated], stage: str) -> Stated | None:
    """What one end says of a stage: its instalments together, or what it said last of the whole."""
    told = [one for one in events if one.stage == stage]
    parts = [one for one in told if one.instalment]
    if not parts:
        return told[-1] if told else None
    days = [one.first for one in parts if one.first], [one.last for one in parts if one.last]
    counted = parts[0].counted_in if len({one.counted_in for one in parts}) == 1 else ""
    return Stated(stage, total(parts), counted, min(days[0], default=None), max(days[1], default=None), instalment=True)


@dataclass(frozen=True)
class Difference:
    """One thing in which the two ends differ: of what kind, and by how much where that can be said."""

    what: str  # "unanswered", "unsaid", "disputed", "counted", "amount", "day"
    by: Left | None = None


def differences(giver: Sequence[Stated], recipient: Sequence[Stated]) -> list[Difference]:
    """In what the giver's word and the recipient's word of what arrived differ.

    >>> ten, nine = (Bounds(Decimal(one), Decimal(one)) for one in (10, 9))
    >>> [one.what for one in differences([Stated("delivered", ten, "cash")], [Stated("confirmed", nine, "cash")])]
    ['amount']
    """
    sent = reached(giver, "delivered")
    got = reached(recipient, "confirmed") or reached(recipient, "delivered")
    found = [Difference("disputed")] if recipient and recipient[-1].stage == DISPUTED else []
    if sent is None or got is None:
        if sent and not got and not found:
            found.append(Difference("unanswered"))
        return [*found, Difference("unsaid")] if got and not sent else found
    if sent.amount and got.amount:
        if sent.counted_in != got.counted_in:
            found.append(Difference("counted"))
        elif (by := left(sent.amount, got.amount)).state in ("short", "over"):
            found.append(Difference("amount", by))
    if None not in (sent.first, sent.last, got.first, got.last) and got.last < sent.first:  # type: ignore[operator] # none is None
        found.append(Difference("day"))
    return found
