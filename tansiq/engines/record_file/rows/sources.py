"""The coalition, its terms, and the sources on which its record rests."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tansiq.engines.record_file.fields import Row, Stated
from tansiq.engines.record_file.kinds import Choice, Count, Day
from tansiq.engines.record_file.links import ListOf
from tansiq.engines.record_file.places import Audience
from tansiq.engines.record_file.rows.shapes import (
    LANGUAGE,
    LONG,
    MEMBER,
    NAME,
    OWN_AUDIENCE,
    OWN_REF,
    READERS,
    REF,
    SHORT,
    SOURCE,
    TERM,
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
class Term(Row):
    """A line of effort, or another subject under which statements are placed. Every reader knows these terms."""

    ref: Annotated[str, Stated(TERM, OWN_REF)]
    name: Annotated[Text, Stated(NAME, "its name")]
    kind: Annotated[str, Stated(Choice(("line_of_effort", "subject")), "whether the coalition works along it")]
    number: Annotated[int | None, Stated(Count(1, 99), "its number as announced")]
    since_on: Annotated[date | None, Stated(Day(), "the first day on which it is on record")]
    leads: Annotated[tuple[str, ...], Stated(ListOf(MEMBER, 20), "the members that lead it")]
    source: Annotated[str | None, Stated(SOURCE, "where that is known from")]


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
