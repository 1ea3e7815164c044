"""Reviews, and who took which part in them."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tansiq.engines.record_file.checks import check_once, check_one_of, check_precision, check_span
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice, Count, Day, Flag
from tansiq.engines.record_file.links import ListOf, Reference
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.rows.shapes import (
    LONG,
    MEMBER,
    NAME,
    OWN_AUDIENCE,
    OWN_REF,
    PERSON,
    PRECISIONS,
    READERS,
    REF,
    SHORT,
    SOURCE,
    TERMS,
)
from tansiq.engines.record_file.wording import Text


@dataclass(frozen=True, slots=True)
class When(Row):
    """A day, or the days between which it lies."""

    precision: Annotated[
        str,
        Stated(
            Choice(PRECISIONS),
            "how exactly it is known; with month or year the days are its first and its last; with not_stated it lies "
            "somewhere between the two",
        ),
    ]
    from_: Annotated[date | None, Stated(Day(), "the first day; needed but with not_stated")]
    until: Annotated[date | None, Stated(Day(), "the last day; needed but with not_stated")]

    def check(self, place: Place) -> None:
        check_span(self.from_, self.until, place.field("until"))
        check_precision(self.precision, self.from_, self.until, place)


@dataclass(frozen=True, slots=True)
class Output(Row):
    """What a review gave out."""

    kind: Annotated[
        str,
        Stated(
            Choice(
                (
                    "joint_statement",
                    "ministers_statement",
                    "co_chairs_statement",
                    "host_statement",
                    "statement",
                    "joint_communique",
                    "readout",
                    "guiding_principles",
                    "roadmap",
                    "press_conference",
                ),
            ),
            "its kind, which says who answers for it",
        ),
    ]
    name: Annotated[Text | None, Stated(SHORT, "its name, where it has one")]
    source: Annotated[str | None, Stated(SOURCE, "where it is to be read")]


@dataclass(frozen=True, slots=True)
class Participation(Row):
    """The part of a member, a guest or a person in a review. The same one stands in the same part once."""

    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    part: Annotated[
        str,
        Stated(
            Choice(("chair", "co_chair", "host", "briefer", "present", "observer", "invited", "represented", "absent")),
            "the part",
        ),
    ]
    member: Annotated[str | None, Stated(MEMBER, "the member")]
    guest: Annotated[Text | None, Stated(NAME, "a participant that is no member")]
    person: Annotated[str | None, Stated(PERSON, "the person")]
    role: Annotated[
        Text | None, Stated(SHORT, "the person's role at that time, or what the person did, as the source says")
    ]
    represented_by: Annotated[Text | None, Stated(SHORT, "who came in the person's place")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from, where not from the review's sources")]

    def check(self, place: Place) -> None:
        if self.person is None or (self.member and self.guest):
            check_one_of(place, member=self.member, guest=self.guest)

    def who(self) -> tuple[str, str | None, Text | None, str | None]:
        """Who stands in which part: once in a review."""
        return self.part, self.member, self.guest, self.person


@dataclass(frozen=True, slots=True)
class Review(Row):
    """A body took stock at a place, on a day, at a level."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    body: Annotated[str, Stated(Reference("bodies"), "the body that met")]
    title: Annotated[Text, Stated(SHORT, "its title")]
    on: Annotated[When, Stated(Nested(When), "when")]
    place: Annotated[Text | None, Stated(SHORT, "the place; nothing where it was virtual")]
    country: Annotated[str | None, Stated(MEMBER, "the member in whose country the place lies")]
    level: Annotated[
        str,
        Stated(
            Choice(
                (
                    "ministers",
                    "foreign_and_defence_ministers",
                    "chiefs_of_defence",
                    "political_directors",
                    "senior_officials",
                    "ambassadors",
                    "experts",
                ),
            ),
            "the level of those who met",
        ),
    ]
    mode: Annotated[str, Stated(Choice(("in_person", "virtual", "hybrid")), "how they met")]
    participants_count: Annotated[int | None, Stated(Count(0, 100_000), "how many took part, as the source counts")]
    participants_count_unit: Annotated[Text | None, Stated(SHORT, "what the source counts, with its hedge")]
    participants_complete: Annotated[bool, Stated(Flag(), "whether the participations name all who took part")]
    output: Annotated[Output | None, Stated(Nested(Output), "what it gave out")]
    lines: Annotated[tuple[str, ...], Stated(ListOf(TERMS, 50), "the lines of effort that it spoke of")]
    sources: Annotated[tuple[str, ...], Stated(ListOf(SOURCE, 100), "where it is known from")]
    note: Annotated[Text | None, Stated(LONG, "what the sources leave open, or say differently")]
    participations: Annotated[
        tuple[Participation, ...],
        Stated(ListOf(Nested(Participation), 500), "who took part, in the order in which to name them"),
    ]

    def check(self, place: Place) -> None:
        check_once([one.who() for one in self.participations], place.field("participations"))
