"""Members, people, bodies and seats."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tansiq.engines.record_file.checks import check_span
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice, Count, Day, Flag
from tansiq.engines.record_file.links import Reference
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.rows.shapes import (
    CODE,
    ISO3,
    LONG,
    MEMBER,
    NAME,
    OWN_AUDIENCE,
    OWN_REF,
    PRECISIONS,
    READERS,
    REF,
    SHORT,
    SOURCE,
)
from tansiq.engines.record_file.wording import Text


@dataclass(frozen=True, slots=True)
class Joined(Row):
    """When a member joined: the day where it is known, else the days between which it lies."""

    on: Annotated[date | None, Stated(Day(), "the day")]
    not_before: Annotated[date | None, Stated(Day(), "the first day that is possible")]
    not_later_than: Annotated[date | None, Stated(Day(), "the last day that is possible")]
    ordinal: Annotated[int | None, Stated(Count(1, 9999), "the number of its accession as announced")]

    def check(self, place: Place) -> None:
        check_span(self.not_before, self.not_later_than, place.field("not_later_than"))
        check_span(self.not_before, self.on, place.field("on"))
        check_span(self.on, self.not_later_than, place.field("on"))


@dataclass(frozen=True, slots=True)
class Member(Row):
    """A party to the coalition. Every reader knows who is a member."""

    ref: Annotated[str, Stated(CODE, f"its code, ISO 3166-1 alpha-2 for a state; {OWN_REF}")]
    kind: Annotated[str, Stated(Choice(("state", "organisation", "city", "other", "office")), "its kind")]
    name: Annotated[Text, Stated(NAME, "its name")]
    iso3: Annotated[str | None, Stated(ISO3, "ISO 3166-1 alpha-3, of a state")]
    joined: Annotated[Joined | None, Stated(Nested(Joined), "when it joined")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]
    note: Annotated[Text | None, Stated(LONG, "a remark on it")]


@dataclass(frozen=True, slots=True)
class Person(Row):
    """A human being whom the record names."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    name: Annotated[Text, Stated(NAME, "the name")]


@dataclass(frozen=True, slots=True)
class Cadence(Row):
    """How often a body is to meet."""

    words: Annotated[Text, Stated(SHORT, "in words, as somebody said it")]
    every_months: Annotated[int | None, Stated(Count(1, 120), "the number of months from one review to the next")]
    hedged: Annotated[bool, Stated(Flag(), "whether it was said with a hedge (about, if possible)")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]


@dataclass(frozen=True, slots=True)
class Body(Row):
    """A body of the coalition."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    kind: Annotated[
        str,
        Stated(
            Choice(
                (
                    "plenary",
                    "small_group",
                    "expanded_small_group",
                    "defence",
                    "working_group",
                    "focus_group",
                    "pledging_conference",
                    "regional",
                ),
            ),
            "its kind",
        ),
    ]
    name: Annotated[Text, Stated(NAME, "its name")]
    about: Annotated[Text | None, Stated(LONG, "who meets in it and for what")]
    cadence: Annotated[
        Cadence | None, Stated(Nested(Cadence), "how often it is to meet; nothing where none is on record")
    ]


@dataclass(frozen=True, slots=True)
class Seat(Row):
    """A member's place in a body."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    body: Annotated[str, Stated(Reference("bodies"), "the body")]
    member: Annotated[str, Stated(MEMBER, "the member")]
    role: Annotated[str, Stated(Choice(("chair", "co_chair", "lead", "host", "member", "observer")), "its role")]
    precision: Annotated[str, Stated(Choice(PRECISIONS), "how exactly the days are known")]
    from_: Annotated[date | None, Stated(Day(), "the first day; nothing where it is not stated")]
    until: Annotated[date | None, Stated(Day(), "the last day; nothing where it is not stated or lies ahead")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]
    note: Annotated[Text | None, Stated(LONG, "on what it rests")]

    def check(self, place: Place) -> None:
        check_span(self.from_, self.until, place.field("until"))
