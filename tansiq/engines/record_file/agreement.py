"""What rows that are each right must agree with in other rows of the file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Protocol, TypeVar

from tansiq.engines.record_file.checks import check_once
from tansiq.engines.record_file.places import Place
from tansiq.engines.record_file.rows.contributions import Contribution
from tansiq.engines.record_file.rows.decisions import Decision
from tansiq.engines.record_file.rows.efforts import Base, Conflict, Figure, Measure
from tansiq.engines.record_file.rows.reviews import When
from tansiq.engines.record_file.rows.sources import Term


class Named(Protocol):
    """A row that others name."""

    @property
    def ref(self) -> str:
        """Its name in the file."""


class Dated(Named, Protocol):
    """A row of a time, that others name."""

    @property
    def on(self) -> When:
        """Its time."""


N = TypeVar("N", bound=Named)
Places = Mapping[str, Place]


def by_ref(rows: Iterable[N]) -> dict[str, N]:
    """Rows by their names."""
    return {row.ref: row for row in rows}


def check_terms(terms: Sequence[Term], place: Place) -> None:
    """Refuse a term whose successor is not dated after it."""
    named = by_ref(terms)
    steps = {}
    for index, term in enumerate(terms):
        if term.successor:
            at = place.item(index).field("successor")
            steps[term.ref] = [(term.successor, at)]
            if not _after(named[term.successor].since_on, term):
                at.refuse("not_later", ref=term.successor)
    check_no_cycle(steps)


def _after(since: date | None, term: Term) -> bool:
    return since is None or (
        (term.since_on is None or term.since_on < since) and (term.until_on is None or term.until_on <= since)
    )


def check_bases(bases: Sequence[Base], measures: Sequence[Measure], place: Place) -> None:
    """Refuse the base of what is no share."""
    named = by_ref(measures)
    for index, base in enumerate(bases):
        if named[base.measure].kind != "share":
            place.item(index).field("measure").refuse("not_a_share", ref=base.measure)


def check_figures(figures: Sequence[Figure], measures: Sequence[Measure], bases: Sequence[Base], place: Place) -> None:
    """Refuse a share of nothing, a share of another measure's base, and a base of what is no share."""
    kinds = {measure.ref: measure.kind for measure in measures}
    based = {base.ref: base.measure for base in bases}
    for index, figure in enumerate(figures):
        at = place.item(index).field("base")
        if kinds[figure.measure] != "share":
            if figure.base is not None:
                at.refuse("not_here", field="base")
        elif figure.base is None:
            at.refuse("missing", field="base")
        elif based[figure.base] != figure.measure:
            at.refuse("of_another_measure", ref=figure.base)


def check_conflicts(conflicts: Sequence[Conflict], figures: Sequence[Figure], place: Place) -> None:
    """Refuse two figures that do not contradict each other, and the same two named again."""
    named = by_ref(figures)
    for index, conflict in enumerate(conflicts):
        one, other, at = named[conflict.figure], named[conflict.other], place.item(index).field("other")
        if one.measure != other.measure:
            at.refuse("of_another_measure", ref=conflict.other)
        elif one.says() == other.says():
            at.refuse("no_conflict", ref=conflict.other)
    check_once([frozenset((one.figure, one.other)) for one in conflicts], place)


def check_decisions(decisions: Sequence[Decision], place: Place) -> None:
    """Refuse a decision that follows up a later one, or in the end itself."""
    links = [[(one.decision, "decision") for one in decision.follows] for decision in decisions]
    check_order(decisions, links, place)


def check_contributions(contributions: Sequence[Contribution], place: Place) -> None:
    """Refuse a contribution that fulfils a later one or is a part of it, or in the end of itself."""
    links = [[(one.contribution, "contribution") for one in row.follows] for row in contributions]
    check_order(contributions, links, place)


def check_order(rows: Sequence[Dated], links: Sequence[Sequence[tuple[str, str]]], place: Place) -> None:
    """Refuse what follows something that certainly came later, and what follows itself."""
    named = by_ref(rows)
    steps: dict[str, list[tuple[str, Place]]] = {}
    for index, (row, follows) in enumerate(zip(rows, links, strict=True)):
        steps[row.ref] = []
        for position, (ref, key) in enumerate(follows):
            at = place.item(index).field("follows").item(position).field(key)
            steps[row.ref].append((ref, at))
            first, last = named[ref].on.from_, row.on.until
            if first and last and first > last:
                at.refuse("not_earlier", ref=ref)
    check_no_cycle(steps)


def check_no_cycle(steps: Mapping[str, Sequence[tuple[str, Place]]]) -> None:
    """Refuse a step of a way that comes back to where it started: the first such way that is found."""
    try:
        TopologicalSorter({row: [ref for ref, _at in onward] for row, onward in steps.items()}).prepare()
    except CycleError as error:
        ref, row = error.args[1][:2]  # Each of the cycle comes before the one that names it.
        next(at for named, at in steps[row] if named == ref).refuse("cycle", ref=ref)
