"""The format, version 1, as a whole. The reader and docs/record-file.md follow what the rows say of themselves.

A field whose type admits None, a list, and a yes-or-no may be left out; every other must be there. A field named
`from_` is `from` in the file: the language keeps that word for itself.
"""

from dataclasses import dataclass
from typing import Annotated, Final

from tansiq.engines.record_file.agreement import (
    check_bases,
    check_conflicts,
    check_contributions,
    check_decisions,
    check_figures,
    check_terms,
)
from tansiq.engines.record_file.fields import Nested, Row, Stated
from tansiq.engines.record_file.kinds import Choice, Count
from tansiq.engines.record_file.links import ListOf, Readers
from tansiq.engines.record_file.places import Audience, Place
from tansiq.engines.record_file.rows.contributions import Contribution
from tansiq.engines.record_file.rows.decisions import Action, Decision
from tansiq.engines.record_file.rows.efforts import Base, Conflict, Figure, Measure
from tansiq.engines.record_file.rows.parties import Body, Member, Person, Seat
from tansiq.engines.record_file.rows.reviews import Review
from tansiq.engines.record_file.rows.risks import Risk
from tansiq.engines.record_file.rows.sources import Coalition, Source, Term
from tansiq.engines.record_file.rows.statements import Statement

FORMAT: Final = "tansiq-record"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class RecordFile(Row):
    """A coalition's record, whole in itself: every ref that it names stands in it."""

    format: Annotated[str, Stated(Choice((FORMAT,)), "what this file is")]
    version: Annotated[int, Stated(Count(VERSION, VERSION), "the version of its format")]
    audience: Annotated[Audience, Stated(Readers(), "who may read what it holds; without it a file is refused")]
    coalition: Annotated[Coalition, Stated(Nested(Coalition), "the coalition")]
    lines: Annotated[tuple[Term, ...], Stated(ListOf(Nested(Term), 500), "lines of effort and other subjects")]
    sources: Annotated[tuple[Source, ...], Stated(ListOf(Nested(Source), 20_000), "sources")]
    members: Annotated[tuple[Member, ...], Stated(ListOf(Nested(Member), 1000), "members")]
    people: Annotated[tuple[Person, ...], Stated(ListOf(Nested(Person), 20_000), "people")]
    bodies: Annotated[tuple[Body, ...], Stated(ListOf(Nested(Body), 500), "bodies")]
    seats: Annotated[tuple[Seat, ...], Stated(ListOf(Nested(Seat), 20_000), "seats")]
    reviews: Annotated[tuple[Review, ...], Stated(ListOf(Nested(Review), 10_000), "reviews")]
    statements: Annotated[tuple[Statement, ...], Stated(ListOf(Nested(Statement), 50_000), "statements")]
    measures: Annotated[tuple[Measure, ...], Stated(ListOf(Nested(Measure), 2000), "measures")]
    bases: Annotated[tuple[Base, ...], Stated(ListOf(Nested(Base), 10_000), "bases of shares")]
    figures: Annotated[tuple[Figure, ...], Stated(ListOf(Nested(Figure), 50_000), "figures")]
    conflicts: Annotated[tuple[Conflict, ...], Stated(ListOf(Nested(Conflict), 20_000), "figures that contradict")]
    decisions: Annotated[tuple[Decision, ...], Stated(ListOf(Nested(Decision), 20_000), "decisions")]
    actions: Annotated[tuple[Action, ...], Stated(ListOf(Nested(Action), 20_000), "actions")]
    contributions: Annotated[tuple[Contribution, ...], Stated(ListOf(Nested(Contribution), 50_000), "contributions")]
    risks: Annotated[tuple[Risk, ...], Stated(ListOf(Nested(Risk), 20_000), "risks")]

    def check(self, place: Place) -> None:
        """Refuse what is wrong between rows that are each right."""
        check_terms(self.lines, place.field("lines"))
        check_bases(self.bases, self.measures, place.field("bases"))
        check_figures(self.figures, self.measures, self.bases, place.field("figures"))
        check_conflicts(self.conflicts, self.figures, place.field("conflicts"))
        check_decisions(self.decisions, place.field("decisions"))
        check_contributions(self.contributions, place.field("contributions"))
