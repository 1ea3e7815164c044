"""Contributions in words: how much, whose, which stages were reached, how long it took.

No sum is ever made across contributions, not even within one kind, currency and stage. What stands on the public
record overlaps (a fund's receipts hold what a conference pledged), half of it is hedged ("more than", "about"), and a
total with one giver left out would tell, by subtraction, what that giver gave (R-C2, R-M4). What is worked out within
one chain, or for one need, is worked out from what is released to the reader, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.contributions.giving.models import Step
from tansiq.contributions.giving.told import Chain, Event
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
ENDED = (Stage.REDUCED, Stage.WITHDRAWN, Stage.LAPSED, "disputed")
NAMES = dict(Step.STAGES)
PROMISED = (Stage.PLEDGED, Stage.COMMITTED)


def amount(one: Any) -> SafeString | Words | str:
    """How much, as it was stated: with its hedge, in its own currency or unit; else in words; else that it was not."""
    if one.amount is None or one.qualifier == Qualifier.WORDS_ONLY:
        return one.words or _("how much was not stated")
    return told(Amount(one.amount, one.qualifier, one.high, one.words, one.unit or unit_of_money(one.currency)))


def shown(one: Contribution) -> SafeString:
    """The same amount in another currency, as its giver converts it."""
    return told(Amount(one.shown_amount, Qualifier.ABOUT, None, None, unit_of_money(one.shown_currency)))


def giver(one: Contribution) -> Words:
    """Who gives: a member, or several donors together."""
    named: Words = one.giver.name if one.giver else one.giver_label
    return named


@dataclass(frozen=True)
class Reached:
    """One stage of a chain: what stands on record of it, and how long after the promise it came."""

    name: str
    told: tuple[tuple[Event, SafeString], ...]
    after: str


def stages(chain: Chain) -> list[Reached]:
    """The stages in their order; those of which nothing is on record are named too."""
    rows = [one for one in chain.events if not one.corrected]
    wanted = [one for one in (*WAY, *ENDED) if one in ALWAYS or any(event.row.stage == one for event in rows)]
    return [_reached(rows, one) for one in wanted]


def _reached(rows: Sequence[Event], stage: str) -> Reached:
    own = [one for one in rows if one.row.stage == stage]
    told = tuple((one, when(one.row.starts_on, one.row.ends_on, one.row.precision)) for one in own)
    return Reached(str(NAMES[stage]), told, took(rows, own[0].row) if own and stage == Stage.DELIVERED else "")


def took(rows: Sequence[Event], arrived: Any) -> str:
    """How long after the first promise something arrived, as exactly as both dates are known; empty without both."""
    promised = next((one.row for one in rows if one.row.stage in PROMISED), None)
    if promised is None:
        return ""
    return lasted((promised.starts_on, promised.ends_on), (arrived.starts_on, arrived.ends_on))


def confirmed(chain: Chain) -> bool:
    """Whether the recipient's own word stands on record."""
    return any(one.row.stage == Stage.CONFIRMED and not one.corrected for one in chain.events)


def holding(made: Sequence[Line], key: Any) -> Line | None:
    """The line in which a contribution stands, whether by itself or as a part."""
    for line in made:
        if any(row.pk == key for row in line.rows):
            return line
        if inner := holding(line.parts, key):
            return inner
    return None
