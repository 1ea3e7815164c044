"""The coalition, its terms, and the sources on which its record rests."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tansiq.engines.record_file.checks import check_once, check_span
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice, Count, Day
from tansiq.engines.record_file.links import ListOf
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.rows.shapes import (
    LANGUAGE,
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
    TERM,
    TERMS,
    URL,
)
from tansiq.engines.record_file.wording import Text


@dataclass(frozen=True, slots=True)
class Coalition(Row):
    """The coalition itself."""

    name: Annotated[Text, Stated(NAME, "its name")]
    about: Annotated[Text | None, Stated(LONG, "what it is, in a sentence")]
    announced_on: Annotated[date | None, Stated(Day(), "the day on which it was announced")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]


@dataclass(frozen=True, slots=True)
class Lead(Row):
    """A member that leads a line of effort, and from when to when."""

    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    member: Annotated[str, Stated(MEMBER, "the member")]
    precision: Annotated[str, Stated(Choice(PRECISIONS), "how exactly the days are known")]
    from_: Annotated[date | None, Stated(Day(), "the first day; nothing where it is not stated")]
    until: Annotated[date | None, Stated(Day(), "the last day; nothing where it is not stated or lies ahead")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]

    def check(self, place: Place) -> None:
        check_span(self.from_, self.until, place.field("until"))


@dataclass(frozen=True, slots=True)
class Term(Row):
    """A line of effort, or another subject under which statements are placed. Every reader knows these terms."""

    ref: Annotated[str, Stated(TERM, OWN_REF)]
    name: Annotated[Text, Stated(NAME, "its name")]
    kind: Annotated[str, Stated(Choice(("line_of_effort", "subject")), "whether the coalition works along it")]
    number: Annotated[int | None, Stated(Count(1, 99), "its number as announced")]
    since_on: Annotated[date | None, Stated(Day(), "the first day on which it is on record")]
    until_on: Annotated[date | None, Stated(Day(), "the last day, where it has ended")]
    successor: Annotated[str | None, Stated(TERMS, "the later term that takes its place")]
    leads: Annotated[tuple[Lead, ...], Stated(ListOf(Nested(Lead), 100), "the members that lead it or led it")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]

    def check(self, place: Place) -> None:
        check_span(self.since_on, self.until_on, place.field("until_on"))
        check_once([(one.member, one.from_) for one in self.leads], place.field("leads"))


@dataclass(frozen=True, slots=True)
class Source(Row):
    """A page or a paper on which the record rests; of a press report its chain: who wrote, from where, of what."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    kind: Annotated[str, Stated(Choice(("official", "official_copy", "agency", "media", "research")), "its kind")]
    publisher: Annotated[Text, Stated(SHORT, "who published it")]
    language: Annotated[str, Stated(LANGUAGE, "the language it is written in")]
    url: Annotated[str | None, Stated(URL, "its address")]
    note: Annotated[Text | None, Stated(LONG, "a remark on it")]
    agency: Annotated[Text | None, Stated(SHORT, "of a press report: the agency from which its publisher has it")]
    dateline: Annotated[Text | None, Stated(SHORT, "of a press report: the place that it says it is written from")]
    event_place: Annotated[Text | None, Stated(SHORT, "of a press report: the place where it happened")]
    event_on: Annotated[date | None, Stated(Day(), "of a press report: the day on which it happened")]
    story_on: Annotated[date | None, Stated(Day(), "of a press report: the day of the report")]
