"""Is this amount likely? Two misprints of real reports: a word of the number slips, a goal of all becomes one gift."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

# Million for thousand, billion for million: the slip makes a number a thousand times too large. Halfway, as multiples
# go, between the right number and its thousandfold lies the root of a thousand, about thirty.
TOO_MANY_TIMES = 30
FEWEST_OTHERS = 2  # One other amount is no scale.
SLACK = Decimal("0.05")  # How far a hedged number reaches: nearly 200 is 190 at least, more than 600 is 630 at most.


@dataclass(frozen=True, slots=True)
class Gift:
    """An amount of money that somebody is said to give."""

    ref: str
    giver: str | None  # The one giver; nothing where several give together.
    currency: str | None  # Nothing where it is not stated: then it is compared with nothing.
    line: str
    year: int | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Goal:
    """An amount of money that all together aim at, with its hedge."""

    ref: str
    currency: str
    year: int
    amount: Decimal
    qualifier: str = "none_stated"
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What to ask about: which amount, why, and beside what it stands out."""

    ref: str
    code: str
    beside: str


def doubts(gifts: Sequence[Gift], goals: Iterable[Goal]) -> list[Doubt]:
    """What a person should look at again; never a reason to refuse it.

    >>> gifts = [Gift("a", "SH", "USD", "aid", 2018, Decimal(200)), Gift("b", "WA", "USD", "aid", 2018, Decimal(3)),
    ...     Gift("c", None, "USD", "aid", 2018, Decimal(5))]
    >>> doubts(gifts, [Goal("g", "USD", 2018, Decimal(3))])
    [Doubt(ref='a', code='far_larger', beside='c'), Doubt(ref='b', code='goal_of_all', beside='g')]
    """
    return [*_far_larger(gifts), *_goals_of_all(gifts, goals)]


def _far_larger(gifts: Iterable[Gift]) -> Iterator[Doubt]:
    """Amounts many times larger than every other one in that currency along that line."""
    alike: dict[tuple[str, str], list[Gift]] = defaultdict(list)
    for gift in gifts:
        if gift.currency:
            alike[gift.currency, gift.line].append(gift)
    for several in alike.values():
        if len(several) > FEWEST_OTHERS:
            *_others, second, largest = sorted(several, key=lambda gift: gift.amount)
            if largest.amount > TOO_MANY_TIMES * second.amount > 0:
                yield Doubt(largest.ref, "far_larger", second.ref)


def _goals_of_all(gifts: Iterable[Gift], goals: Iterable[Goal]) -> Iterator[Doubt]:
    """Gifts of one giver that equal what all together aimed at in that year."""
    aims: dict[tuple[str | None, int | None], list[Goal]] = defaultdict(list)
    for goal in goals:
        aims[goal.currency, goal.year].append(goal)
    for gift in gifts:
        if gift.giver:
            met = [goal for goal in aims.get((gift.currency, gift.year), ()) if within(gift.amount, goal)]
            yield from (Doubt(gift.ref, "goal_of_all", goal.ref) for goal in met[:1])


def within(amount: Decimal, goal: Goal) -> bool:
    """Whether an amount is what the goal, with its hedge, can mean.

    >>> within(Decimal(601), Goal("g", "USD", 2023, Decimal(600), "more_than"))
    True
    >>> within(Decimal(599), Goal("g", "USD", 2023, Decimal(600), "more_than"))
    False
    """
    low = goal.amount * (1 - SLACK if goal.qualifier in ("about", "nearly", "less_than", "at_most") else 1)
    high = goal.amount * (1 + SLACK if goal.qualifier in ("about", "more_than", "at_least") else 1)
    return low <= amount <= (high if goal.high is None else goal.high)
