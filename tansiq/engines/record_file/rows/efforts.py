"""What the coalition measures itself by: measures, bases of shares, figures, and figures that contradict each other."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from tansiq.engines.record_file.checks import check_one_of
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice, Flag
from tansiq.engines.record_file.links import Reference
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.quantities import (
    PLAIN_QUALIFIER,
    QUALIFIER,
    Quantity,
    check_qualified,
    forbid,
    require,
)
from tansiq.engines.record_file.rows.reviews import When
from tansiq.engines.record_file.rows.shapes import (
    COUNTED_IN,
    LONG,
    MEMBER,
    NAME,
    OWN_AUDIENCE,
    OWN_REF,
    PERSON,
    READERS,
    REF,
    REVIEW,
    SHORT,
    SOURCE,
    TERMS,
    UNIT,
)
from tansiq.engines.record_file.units import Unit
from tansiq.engines.record_file.wording import Text

COUNTED = ("flow", "stock", "to_date")


@dataclass(frozen=True, slots=True)
class Baseline(Row):
    """Where a measure started from."""

    value: Annotated[Decimal, Stated(Quantity(), "the number")]
    qualifier: Annotated[str, Stated(PLAIN_QUALIFIER, "its hedge")]
    on: Annotated[When, Stated(Nested(When), "the time that it holds for")]
    source: Annotated[str | None, Stated(SOURCE, "where it is known from")]
    basis: Annotated[Text | None, Stated(SHORT, "why it is so without a source: by definition")]

    def check(self, place: Place) -> None:
        if self.source is None and self.basis is None:
            check_one_of(place, source=self.source, basis=self.basis)


@dataclass(frozen=True, slots=True)
class Measure(Row):
    """What the coalition counts or judges, and in which direction it wants it to go."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    line: Annotated[str, Stated(TERMS, "the line of effort or the subject that it belongs to")]
    name: Annotated[Text, Stated(NAME, "its name")]
    kind: Annotated[
        str,
        Stated(
            Choice((*COUNTED, "share", "level", "yes_no", "text")),
            "how it is counted: flow, in a period; stock, at a moment; to_date, from the beginning; share, per cent of "
            "a base",
        ),
    ]
    role: Annotated[
        str,
        Stated(
            Choice(("effectiveness", "performance", "input", "output", "target", "context")),
            "what it says: effectiveness, of the aim; performance, of the work",
        ),
    ]
    unit: Annotated[
        Unit | None, Stated(COUNTED_IN, "what is counted; needed with flow, stock and to_date, nothing for a share")
    ]
    unit_code: Annotated[str | None, Stated(UNIT, "the unit for programs: persons, km2, USD; nothing for a share")]
    direction: Annotated[str, Stated(Choice(("up", "down", "none")), "the direction that is wanted")]
    pools: Annotated[
        str | None,
        Stated(
            Choice(("none", "sum", "mean", "latest")),
            "what the reports of several members make together; none where nothing is said",
        ),
    ]
    baseline: Annotated[Baseline | None, Stated(Nested(Baseline), "where it started from")]
    target_of: Annotated[
        str | None, Stated(Reference("measures"), "with the role target: the measure whose aim its figures are")
    ]
    note: Annotated[Text | None, Stated(LONG, "what it leaves open")]

    def check(self, place: Place) -> None:
        if self.kind == "share":
            forbid(place, "unit", self.unit)
            forbid(place, "unit_code", self.unit_code)
        elif self.kind in COUNTED:
            require(place, "unit", self.unit)
        if self.role != "target" or self.target_of == self.ref:
            forbid(place, "target_of", self.target_of)


@dataclass(frozen=True, slots=True)
class Base(Row):
    """Of what a share is a share. Shares of different bases are never one line."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    measure: Annotated[str, Stated(Reference("measures"), "the measure, of the kind share")]
    name: Annotated[Text, Stated(SHORT, "its name: of the populated territory")]
    stated: Annotated[bool, Stated(Flag(), "whether those who gave the share said of what")]
    value: Annotated[Decimal | None, Stated(Quantity(), "how much the whole is, where that is known")]
    unit: Annotated[Unit | None, Stated(COUNTED_IN, "in what it is counted; needed with a value")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]

    def check(self, place: Place) -> None:
        (forbid if self.value is None else require)(place, "unit", self.unit)


@dataclass(frozen=True, slots=True)
class Figure(Row):
    """A number, or the words that stand for one, as somebody stated it of a measure."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    measure: Annotated[str, Stated(Reference("measures"), "the measure")]
    base: Annotated[str | None, Stated(Reference("bases"), "of a share: of what; needed with it, and only there")]
    value: Annotated[Decimal | None, Stated(Quantity(), "the number; nothing with words_only")]
    high: Annotated[Decimal | None, Stated(Quantity(), "the upper end of a range")]
    qualifier: Annotated[
        str, Stated(QUALIFIER, "its hedge; none_stated where the source states none, exact only where it says so")
    ]
    words: Annotated[Text | None, Stated(SHORT, "as it was said: a fifth; needed with words_only")]
    as_of: Annotated[When, Stated(Nested(When), "the time that it describes")]
    stated_on: Annotated[When, Stated(Nested(When), "when it was stated")]
    speaker: Annotated[str | None, Stated(PERSON, "who stated it")]
    speaker_label: Annotated[
        Text | None, Stated(SHORT, "who stated it, where that is no person: a joint text, a department")
    ]
    said_by: Annotated[
        str | None, Stated(MEMBER, "the member whose word it is; nothing for a joint text or an outsider")
    ]
    source: Annotated[str, Stated(SOURCE, "where it is known from")]
    review: Annotated[str | None, Stated(REVIEW, "the review at which or on which it was stated")]
    doubtful: Annotated[Text | None, Stated(LONG, "why it cannot be right")]
    note: Annotated[Text | None, Stated(LONG, "what the sources leave open, or say differently")]

    def check(self, place: Place) -> None:
        check_qualified(place, self.qualifier, ("value", self.value), self.high, self.words)
        check_one_of(place, speaker=self.speaker, speaker_label=self.speaker_label)

    def says(self) -> tuple[Decimal | None, Decimal | None, str, Text | None]:
        """What it says, whoever says it."""
        return self.value, self.high, self.qualifier, self.words


@dataclass(frozen=True, slots=True)
class Conflict(Row):
    """Two figures of one measure that contradict each other. Both stand; two of them are named together once."""

    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    figure: Annotated[str, Stated(Reference("figures"), "the one")]
    other: Annotated[str, Stated(Reference("figures"), "the other")]
    words: Annotated[Text | None, Stated(LONG, "what is known of why they differ")]
