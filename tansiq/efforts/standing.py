"""Where a measure stands: from its start to what was stated last, and the conflicts that stand in the open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from tansiq.efforts import drawing
from tansiq.efforts.models import Base, Conflict, Figure, Measure, Target
from tansiq.efforts.reaching import aim_of, path_of, told_progress
from tansiq.efforts.starting import start
from tansiq.release.models import Audience

BESIDE = 3  # Figures of one date that are told together.


@dataclass(frozen=True)
class Standing:
    """A measure as a list tells it: its latest figures stand together where they are of one date."""

    measure: Measure
    latest: tuple[Figure, ...]
    more: bool  # Whether further figures are of that date.
    contradicted: bool
    spark: SafeString
    audiences: tuple[Audience, ...]


def standing(measure: Measure) -> Standing:
    """Where a measure stands, from its newest figures; what is doubtful or corrected is not its latest."""
    figures: Sequence[Figure] = measure.newest  # type: ignore[attr-defined] # queries.with_newest
    sound = [one for one in figures if not (one.doubtful or one.corrected)]  # type: ignore[attr-defined] # queries.figures
    last = [one for one in sound if one.as_of_until == sound[0].as_of_until]
    begun = start(measure)
    audiences = [measure.audience, *of_figures(figures), *(begun.audiences if begun else ())]
    return Standing(
        measure,
        tuple(last[:BESIDE]),
        more=len(last) > BESIDE,
        contradicted=any(one.against or one.against_of for one in figures),  # type: ignore[attr-defined] # as above
        spark=drawing.sparkline(measure, figures),
        audiences=tuple(audiences),
    )


@dataclass(frozen=True)
class Aim:
    """Where a measure shall be next and by which day, and how far it has come towards it, in words."""

    words: SafeString
    by: date
    progress: SafeString | str
    audiences: tuple[Audience, ...]


def aims_of(told: Iterable[Standing], targets: Iterable[Target], today: date) -> dict[object, Aim]:
    """The next target of each of these measures, by its key; those without one are not named."""
    held: dict[object, list[Target]] = {}
    for one in targets:
        held.setdefault(one.measure_id, []).append(one)
    return {one.measure.pk: _aim(one.measure, held[one.measure.pk], today) for one in told if one.measure.pk in held}


def _aim(measure: Measure, targets: Sequence[Target], today: date) -> Aim:
    path = path_of(targets)
    target = path.next(today) or targets[-1]
    figures: Sequence[Figure] = measure.newest  # type: ignore[attr-defined] # queries.with_newest
    audiences = [one.audience for row in targets for one in (row, row.source) if one is not None]
    progress = told_progress(measure, figures, path, today)
    return Aim(aim_of(target, measure), target.on, progress, tuple(audiences))


def of_figures(figures: Iterable[Figure]) -> list[Audience]:
    """Who may read what is told of figures."""
    found = []
    for one in figures:
        found += [one.audience, *(part.audience for part in (one.source, one.base) if part)]
    return found


@dataclass(frozen=True)
class Based:
    """Figures of one denominator; of none where they are no shares."""

    base: Base | None
    figures: tuple[Figure, ...]


def by_base(figures: Iterable[Figure]) -> list[Based]:
    """Figures denominator by denominator: shares of two of them never stand in one column."""
    held: dict[object, list[Figure]] = {}
    for one in figures:
        held.setdefault(one.base_id, []).append(one)
    made = [Based(rows[0].base, tuple(rows)) for rows in held.values()]
    return sorted(made, key=lambda one: (one.base.place, str(one.base.pk)) if one.base else (0, ""))


@dataclass(frozen=True)
class Pair:
    """Two figures that contradict each other, in the order in which they were stated."""

    conflict: Conflict
    one: Figure
    other: Figure

    @property
    def same_day(self) -> bool:
        """Whether both describe the same time."""
        return (self.one.as_of_from, self.one.as_of_until) == (self.other.as_of_from, self.other.as_of_until)

    @property
    def same_base(self) -> bool:
        """Whether both are shares of one denominator, or no shares."""
        return self.one.base_id == self.other.base_id

    @property
    def audiences(self) -> list[Audience]:
        """Who may read it."""
        return [self.conflict.audience, self.one.measure.audience, *of_figures((self.one, self.other))]


def pair(conflict: Conflict) -> Pair:
    """A conflict, the figure that was stated first before the other."""
    for figure, report in ((conflict.figure, "figure_report"), (conflict.other, "other_report")):
        if report in vars(conflict):  # queries.conflicts; else its figures bring their reports themselves.
            figure.report = getattr(conflict, report)  # type: ignore[attr-defined] # as queries.figures gives it
    sides = sorted((conflict.figure, conflict.other), key=_stated)
    return Pair(conflict, *sides)


def _stated(figure: Figure) -> str:
    return str(figure.stated_until or figure.as_of_until or "")
