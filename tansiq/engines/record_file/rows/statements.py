"""Statements, the time that they speak of, and what other sources say of them."""

# ruff: noqa: D102 -- what check() is for, Row says once

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tansiq.engines.record_file.checks import check_once, check_one_of, check_span
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice, Day, Line
from tansiq.engines.record_file.links import ListOf
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.quantities import forbid
from tansiq.engines.record_file.rows.reviews import When
from tansiq.engines.record_file.rows.shapes import (
    LONG,
    MEMBER,
    OWN_AUDIENCE,
    OWN_REF,
    PERSON,
    PRECISIONS,
    READERS,
    REF,
    REVIEW,
    SHORT,
    SOURCE,
    TERMS,
)
from tansiq.engines.record_file.wording import Text


@dataclass(frozen=True, slots=True)
class Span(Row):
    """The time that a statement speaks of, resolved to days."""

    precision: Annotated[
        str,
        Stated(
            Choice((*PRECISIONS, "approx_range", "open", "recurring")),
            "how exactly it is known; open: no end was named; recurring: again and again from the first day",
        ),
    ]
    from_: Annotated[date | None, Stated(Day(), "the first day")]
    until: Annotated[date | None, Stated(Day(), "the last day")]
    basis: Annotated[Text | None, Stated(SHORT, "from which words it was resolved, and how")]

    def check(self, place: Place) -> None:
        check_span(self.from_, self.until, place.field("until"))


@dataclass(frozen=True, slots=True)
class Corroboration(Row):
    """What another source says of a statement. A source stands once under a statement."""

    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    source: Annotated[str, Stated(SOURCE, "the other source")]
    finding: Annotated[
        str,
        Stated(
            Choice(("confirms", "differs", "adds", "no_counterpart")),
            "whether it says the same, something else, more, or nothing of it",
        ),
    ]
    words: Annotated[Text | None, Stated(LONG, "what it says")]


@dataclass(frozen=True, slots=True)
class Forecast(Row):
    """What a statement foresees, until when, and what became of it."""

    event: Annotated[Text, Stated(SHORT, "what is to happen")]
    hedge: Annotated[Text | None, Stated(SHORT, "the word that hedges it: probably")]
    horizon: Annotated[When | None, Stated(Nested(When), "until when; nothing where no horizon was named")]
    outcome: Annotated[
        str, Stated(Choice(("open", "happened", "happened_in_part", "did_not_happen")), "what became of it")
    ]
    outcome_on: Annotated[When | None, Stated(Nested(When), "when that was seen; nothing while it is open")]
    outcome_source: Annotated[str | None, Stated(SOURCE, "where that is known from; nothing while it is open")]
    outcome_words: Annotated[Text | None, Stated(LONG, "what is known of it")]

    def check(self, place: Place) -> None:
        if self.outcome == "open":
            forbid(place, "outcome_on", self.outcome_on)
            forbid(place, "outcome_source", self.outcome_source)


@dataclass(frozen=True, slots=True)
class Statement(Row):
    """Who said what, when, in which role, on what occasion, in the record's own paraphrase."""

    ref: Annotated[str, Stated(REF, OWN_REF)]
    audience: Annotated[Audience, Stated(READERS, OWN_AUDIENCE)]
    on: Annotated[When, Stated(Nested(When), "when it was said")]
    speaker: Annotated[str | None, Stated(PERSON, "who said it")]
    speaker_label: Annotated[
        Text | None, Stated(SHORT, "who said it, where that is no person: a joint text, an agency")
    ]
    said_by: Annotated[
        str | None, Stated(MEMBER, "the member whose word it is; nothing for a joint text or an outsider")
    ]
    role: Annotated[Text | None, Stated(SHORT, "the speaker's role at that time")]
    kind: Annotated[
        str, Stated(Choice(("assessment", "self_assessment", "advice", "risk", "forecast", "plan", "fact")), "its kind")
    ]
    line: Annotated[str, Stated(TERMS, "the line of effort or the subject that it belongs to")]
    text: Annotated[Text, Stated(LONG, "what was said, paraphrased")]
    quote: Annotated[str | None, Stated(Line(200), "a few of the very words, in the source's language")]
    source: Annotated[str, Stated(SOURCE, "where it is known from; of a press report's statement: the report")]
    report: Annotated[str | None, Stated(SOURCE, "the press report of which it is a part, in the report's order")]
    review: Annotated[str | None, Stated(REVIEW, "the review at which or on which it was said")]
    channel: Annotated[Text | None, Stated(SHORT, "in what it was said: remarks to the press, an interview")]
    time: Annotated[Span | None, Stated(Nested(Span), "the time that it speaks of")]
    forecast: Annotated[
        Forecast | None, Stated(Nested(Forecast), "of the kind forecast: what it foresees, and what became of it")
    ]
    corroborations: Annotated[
        tuple[Corroboration, ...], Stated(ListOf(Nested(Corroboration), 50), "what other sources say of it")
    ]

    def check(self, place: Place) -> None:
        check_one_of(place, speaker=self.speaker, speaker_label=self.speaker_label)
        if self.kind != "forecast":
            forbid(place, "forecast", self.forecast)
        check_once([one.source for one in self.corroborations], place.field("corroborations"))
