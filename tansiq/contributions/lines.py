"""Contributions that hang together: one promise and what fulfils it is one line; its parts stand under the whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tansiq.contributions.models import Contribution, ContributionLink

Relation = ContributionLink.Relation


@dataclass
class Line:
    """What was stated of one gift, stage by stage, and the gifts that are parts of it: never added to it or up."""

    rows: list[Contribution]
    parts: list["Line"] = field(default_factory=list)

    @property
    def head(self) -> Contribution:
        """The first that was stated of it."""
        return self.rows[0]

    def everything(self) -> Iterable[Contribution]:
        """All that it tells, its parts with it."""
        yield from self.rows
        for part in self.parts:
            yield from part.everything()


def lines(rows: Sequence[Contribution], links: Sequence[ContributionLink]) -> list[Line]:
    """Contributions in the order of time, gathered into lines; each stands once."""
    held = {row.pk: Line([row]) for row in rows}
    place = {row.pk: number for number, row in enumerate(rows)}
    sound = [link for link in links if link.earlier_id in held and link.later_id in held]
    for link in sound:
        one, other = held[link.earlier_id], held[link.later_id]
        if link.relation == Relation.FULFILS and one is not other:
            one.rows = sorted([*one.rows, *other.rows], key=lambda row: place[row.pk])
            held |= dict.fromkeys((row.pk for row in other.rows), one)
    under: dict[int, Line] = {}
    for link in sound:
        whole, part = held[link.earlier_id], held[link.later_id]
        if link.relation == Relation.PART_OF and id(part) not in under and not _within(whole, part, under):
            under[id(part)] = whole
    made = list({id(held[row.pk]): held[row.pk] for row in rows}.values())
    for one in made:
        if id(one) in under:
            under[id(one)].parts.append(one)
    return [one for one in made if id(one) not in under]


def _within(line: Line, other: Line, under: dict[int, Line]) -> bool:
    """Whether a line is another, or lies under it: nothing is a part of itself."""
    while line is not other and id(line) in under:
        line = under[id(line)]
    return line is other
