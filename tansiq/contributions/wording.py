"""Contributions in words: how much, whose, which stages were reached, how long it took.

No sum is ever made here, not even within one kind, currency and stage. What stands on the public record overlaps
(a fund's receipts hold what a conference pledged), half of it is hedged ("more than", "about"), and a total with one
giver left out would tell, by subtraction, what that giver gave (R-C2, R-M4). Each number on these pages is one that
somebody stated.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.contributions.lines import Line
from tansiq.contributions.models import Contribution
from tansiq.efforts.models import Qualifier
from tansiq.languages.amounts import Amount, told, unit_of_money
from tansiq.languages.dates import lasted
from tansiq.languages.words import Words
from tansiq.reviews.wording import when

Stage = Contribution.Stage
ALWAYS = (Stage.PLEDGED, Stage.COMMITTED, Stage.DELIVERED, Stage.CONFIRMED)
WAY = (Stage.PLEDGED, Stage.COMMITTED, Stage.ALLOCATED, Stage.IN_DELIVERY, Stage.DELIVERED, Stage.CONFIRMED)
ENDED = (Stage.REDUCED, Stage.WITHDRAWN, Stage.LAPSED)
PROMISED = (Stage.PLEDGED, Stage.COMMITTED)


def amount(one: Contribution) -> SafeString | Words | str:
    """How much, as it was stated: with its hedge, in its own currency or unit; else in words; else that it was not."""
    if one.amount is None or one.qualifier == Qualifier.WORDS_ONLY:
        return one.words or _("how much was not stated")
    return told(Amount(one.amount, one.qualifier, one.high, one.words, one.unit or unit_of_money(one.currency)))


def giver(one: Contribution) -> Words:
    """Who gives: a member, or several donors together."""
    named: Words = one.giver.name if one.giver else one.giver_label
    return named


@dataclass(frozen=True)
class Reached:
    """One stage of a line: what stands on record of it, and how long after the promise it came."""

    name: str
    told: tuple[tuple[Contribution, SafeString], ...]
    after: str


def stages(line: Line) -> list[Reached]:
    """The stages in their order; those of which nothing is on record are named too."""
    wanted = [one for one in (*WAY, *ENDED) if one in ALWAYS or any(row.stage == one for row in line.rows)]
    return [_reached(line, one) for one in wanted]


def _reached(line: Line, stage: str) -> Reached:
    rows = [row for row in line.rows if row.stage == stage]
    told = tuple((row, when(row.starts_on, row.ends_on, row.precision)) for row in rows)
    return Reached(str(Stage(stage).label), told, took(line, rows[0]) if rows and stage == Stage.DELIVERED else "")


def took(line: Line, arrived: Contribution) -> str:
    """How long after the first promise something arrived, as exactly as both dates are known; empty without both."""
    promised = next((row for row in line.rows if row.stage in PROMISED), None)
    if promised is None:
        return ""
    return lasted((promised.starts_on, promised.ends_on), (arrived.starts_on, arrived.ends_on))


def confirmed(rows: Iterable[Contribution]) -> bool:
    """Whether the recipient's own word stands on record."""
    return any(row.stage == Stage.CONFIRMED for row in rows)


def holding(made: Sequence[Line], key: Any) -> Line | None:
    """The line in which a contribution stands, whether by itself or as a part."""
    for line in made:
        if any(row.pk == key for row in line.rows):
            return line
        if inner := holding(line.parts, key):
            return inner
    return None
