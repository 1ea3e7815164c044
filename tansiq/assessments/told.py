"""Assessments side by side: a row for each pair of eyes, a column for each window; none replaces another (R-A9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from tansiq.assessments.models import Assessment
from tansiq.languages.words import Words
from tansiq.release.models import Audience, Member
from tansiq.reviews.models import Subject

Aspect, Stance, Window = Assessment.Aspect, Assessment.Stance, Assessment.Window
ORDER = tuple(Stance)
FEW = 2  # Eyes of each kind where a line of effort stands among other things.


@dataclass
class Voice:
    """One pair of eyes, with what it sees over each window and what it saw before."""

    stance: str
    label: str
    member: Member
    name: Words | None  # Of independent eyes.
    seen: dict[str, Assessment] = field(default_factory=dict)
    before: dict[str, Assessment] = field(default_factory=dict)


@dataclass(frozen=True)
class Side:
    """Our own performance, or the state of the context, of one line of effort: two things that are never one."""

    line: Subject
    aspect: str
    label: str
    voices: tuple[Voice, ...]


def side_by_side(rows: Iterable[Assessment], before: Mapping[UUID, Assessment]) -> list[Side]:
    """What stands, line by line, performance and context apart, whoever leads the line first."""
    held: dict[tuple[str, str], dict[object, Voice]] = {}
    lines: dict[str, Subject] = {}
    for row in sorted(rows, key=_place):
        lines[row.line.code] = row.line
        voices = held.setdefault((row.line.code, row.aspect), {})
        whose = (row.stance, row.owner_id, str(row.said_by_name or ""))
        if whose not in voices:
            voices[whose] = Voice(row.stance, row.get_stance_display(), row.owner, row.said_by_name)
        if row.window in voices[whose].seen:
            continue  # An older one of the same eyes; the newest comes first.
        voices[whose].seen[row.window] = row
        if earlier := before.get(row.before):  # type: ignore[attr-defined] # queries.assessments
            voices[whose].before[row.window] = earlier
    return [
        Side(lines[code], aspect, str(Aspect(aspect).label), tuple(voices.values()))
        for (code, aspect), voices in held.items()
    ]


def _place(row: Assessment) -> tuple[object, ...]:
    line = (row.line.number is None, row.line.number or 0, row.line.code)
    return (*line, row.aspect != Aspect.PERFORMANCE, ORDER.index(Stance(row.stance)), row.owner.code, _newest(row))


def _newest(row: Assessment) -> tuple[int, float]:
    return -row.as_of.toordinal(), -row.created_at.timestamp()


def few_of_each(rows: Iterable[Assessment]) -> list[Assessment]:
    """What the newest few eyes of each kind see, line by line and aspect by aspect."""
    eyes: dict[tuple[object, ...], set[object]] = {}
    found = []
    for row in sorted(rows, key=_newest):
        held = eyes.setdefault((row.line_id, row.aspect, row.stance), set())
        whose = (row.owner_id, str(row.said_by_name or ""))
        if whose in held or len(held) < FEW:
            held.add(whose)
            found.append(row)
    return found


def audiences_of(rows: Sequence[Assessment], before: Mapping[UUID, Assessment]) -> list[Audience]:
    """Who may read assessments, what they are about and what was seen before."""
    found = [one.audience for one in before.values()]
    for row in rows:
        found += [one.audience for one in (row, row.line, row.review, row.source) if one is not None]
    return found
