"""Risks, at the level that was stated."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from typing import Annotated

from tansiq.engines.record_file.checks import check_one_of
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.rows.reviews import When
from tansiq.engines.record_file.rows.shapes import (
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
from tansiq.engines.record_file.wording import Text


@dataclass(frozen=True, slots=True)
class Risk(Row):
    """What somebody said could go wrong. Its level is the speaker's, hedge and all."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    on: Annotated[When, Stated(Nested(When), "when it was raised")]
    text: Annotated[Text, Stated(LONG, "the risk, paraphrased")]
    level: Annotated[Text, Stated(SHORT, "its level as stated, with its hedge: perhaps, very large")]
    line: Annotated[str | None, Stated(TERMS, "the line of effort or the subject that it threatens")]
    raised_by: Annotated[str | None, Stated(MEMBER, "the member that raised it")]
    raised_by_label: Annotated[
        Text | None, Stated(SHORT, "who raised it, where that is no one member; neither where nobody is named")
    ]
    review: Annotated[str | None, Stated(REVIEW, "the review at which it was raised")]
    source: Annotated[str, Stated(SOURCE, "where it is known from")]
    note: Annotated[Text | None, Stated(LONG, "what the source leaves open")]

    def check(self, place: Place) -> None:
        if self.raised_by and self.raised_by_label:
            check_one_of(place, raised_by=self.raised_by, raised_by_label=self.raised_by_label)
