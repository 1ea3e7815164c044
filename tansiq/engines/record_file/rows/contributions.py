"""Who gives what to the common effort, and how far it has come."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from tansiq.engines.record_file.checks import check_once, check_one_of
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice
from tansiq.engines.record_file.links import ListOf, Reference
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.quantities import QUALIFIER, Quantity, check_qualified, forbid, require
from tansiq.engines.record_file.rows.reviews import When
from tansiq.engines.record_file.rows.shapes import (
    COUNTED_IN,
    CURRENCY,
    LONG,
    MEMBER,
    OWN_AUDIENCE,
    OWN_REF,
    READERS,
    REF,
    REVIEW,
    SHORT,
    SOURCE,
    TERMS,
)
from tansiq.engines.record_file.units import Unit
from tansiq.engines.record_file.wording import Text


@dataclass(frozen=True, slots=True)
class ContributionLink(Row):
    """The earlier contribution that one fulfils, or is a part of. It stands once under a contribution."""

    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    contribution: Annotated[str, Stated(Reference("contributions"), "the other contribution, no later than this one")]
    relation: Annotated[
        str,
        Stated(Choice(("fulfils", "part_of")), "fulfils: it is the same money; part_of: it is counted in the other"),
    ]


@dataclass(frozen=True, slots=True)
class Contribution(Row):
    """What a member, or several givers together, give, at the stage that the source states."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    member: Annotated[str | None, Stated(MEMBER, "the member that gives")]
    giver_label: Annotated[Text | None, Stated(SHORT, "who gives, where that is no one member: several donors")]
    kind: Annotated[
        str,
        Stated(
            Choice(("cash", "in_kind", "personnel", "training", "basing", "information", "hosting")),
            "what kind of thing it is",
        ),
    ]
    text: Annotated[Text, Stated(LONG, "what it is")]
    amount: Annotated[Decimal | None, Stated(Quantity(), "how much; nothing with words_only")]
    high: Annotated[Decimal | None, Stated(Quantity(), "the upper end of a range")]
    qualifier: Annotated[
        str, Stated(QUALIFIER, "its hedge; none_stated where the source states none, exact only where it says so")
    ]
    words: Annotated[Text | None, Stated(SHORT, "as it was said: a very significant number; needed with words_only")]
    unit: Annotated[Unit | None, Stated(COUNTED_IN, "what is counted; nothing for money")]
    currency: Annotated[
        str | None, Stated(CURRENCY, "of money: the currency; where it is not stated, nothing and a note")
    ]
    stage: Annotated[
        str,
        Stated(
            Choice(
                (
                    "pledged",
                    "committed",
                    "allocated",
                    "in_delivery",
                    "delivered",
                    "confirmed",
                    "reduced",
                    "withdrawn",
                    "lapsed",
                ),
            ),
            "how far it had come",
        ),
    ]
    on: Annotated[When, Stated(Nested(When), "when it was at that stage")]
    review: Annotated[str | None, Stated(REVIEW, "the review at which or on which it was stated")]
    line: Annotated[str, Stated(TERMS, "the line of effort or the subject that it belongs to")]
    earmark: Annotated[Text | None, Stated(SHORT, "for what it is set aside")]
    recipient: Annotated[Text | None, Stated(SHORT, "who receives it")]
    doubtful: Annotated[Text | None, Stated(LONG, "why it cannot be right")]
    source: Annotated[str, Stated(SOURCE, "where it is known from")]
    follows: Annotated[
        tuple[ContributionLink, ...],
        Stated(ListOf(Nested(ContributionLink), 20), "the earlier contributions that it fulfils or is a part of"),
    ]
    note: Annotated[Text | None, Stated(LONG, "what the source leaves open")]

    def check(self, place: Place) -> None:
        check_one_of(place, member=self.member, giver_label=self.giver_label)
        check_qualified(place, self.qualifier, ("amount", self.amount), self.high, self.words)
        if self.kind == "cash":
            forbid(place, "unit", self.unit)
            if self.currency is None:
                require(place, "note", self.note)
        elif self.amount is not None or (self.unit and self.currency):
            check_one_of(place, unit=self.unit, currency=self.currency)
        check_once([one.contribution for one in self.follows], place.field("follows"))
