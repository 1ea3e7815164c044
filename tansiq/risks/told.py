"""Risks as pages tell them: the level's step in words, what it is beside what the same author said before, rankings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tansiq.languages.words import Words
from tansiq.release.models import Audience
from tansiq.reviews.models import Review
from tansiq.risks.models import Ending, Ranked, Ranking, Renewal, Risk


@dataclass(frozen=True)
class Step:
    """A step of a scale: its word, and how high it stands of how many, for the bars beside the word."""

    name: Words
    height: int
    of: int


def step_of(risk: Risk, column: str, scale: str) -> Step | None:
    """On which step somebody placed a risk; none where that was left open."""
    at = getattr(risk, column)
    if risk.scale is None or at is None:
        return None
    steps: list[Mapping[str, Any]] = getattr(risk.scale, scale)
    return Step(Words.from_json(steps[at]), at + 1, len(steps)) if at < len(steps) else None


def level_of(risk: Risk) -> Step | None:
    """Its level on the coalition's scale."""
    return step_of(risk, "step", "levels")


def trend(before: Risk | None, now: Risk) -> str:
    """What a level is beside the one that the same author gave before, in words; nothing where it gave none."""
    if before is None:
        return ""
    if before.step is None or now.step is None:
        return _("not to be compared: no level on the scale")
    if before.scale_id != now.scale_id:
        return _("not to be compared: placed on another scale")
    if before.step == now.step:
        return _("the same level as before")
    return _("a higher level than before") if now.step > before.step else _("a lower level than before")


@dataclass(frozen=True)
class Said:
    """What an author said of a risk one day: beside what it said before, what had changed, and how it ended."""

    risk: Risk
    level: Step | None
    likely: Step | None
    grave: Step | None
    trend: str
    changed: Renewal | None
    ending: Ending | None


def history(rows: Sequence[Risk], renewals: Iterable[Renewal], endings: Iterable[Ending]) -> list[Said]:
    """All that one author said of a risk, the first first."""
    anew, ended = {one.later_id: one for one in renewals}, {one.risk_id: one for one in endings}
    befores = [None, *rows][: len(rows)]
    return [
        Said(
            row,
            level_of(row),
            step_of(row, "likelihood", "likelihoods"),
            step_of(row, "impact", "impacts"),
            trend(before, row),
            anew.get(row.pk),
            ended.get(row.pk),
        )
        for before, row in zip(befores, rows, strict=True)
    ]


@dataclass(frozen=True)
class Over:
    """A risk over reviews: what stands, and what its author said for each review, beside the one before it."""

    risk: Risk
    level: Step | None
    cells: tuple[tuple[Review, Risk | None, Step | None, str], ...]


def over_reviews(rows: Sequence[Risk], said: Iterable[Risk], reviews: Sequence[Review]) -> list[Over]:
    """Each risk that stands, with the last that its author said for each of these reviews."""
    held = {(one.owner_id, one.thread, one.review_id): one for one in said}  # The first first: the last one stays.
    return [Over(row, level_of(row), tuple(_cells(row, held, reviews))) for row in rows]


def _cells(
    row: Risk, held: Mapping[tuple[Any, ...], Risk], reviews: Iterable[Review]
) -> Iterator[tuple[Review, Risk | None, Step | None, str]]:
    before: Risk | None = None
    for review in reviews:
        its = held.get((row.owner_id, row.thread, review.pk)) if row.thread else None
        yield review, its, level_of(its) if its else None, trend(before, its) if its else ""
        before = its or before


def side_by_side(rows: Iterable[Ranking], ranked: Iterable[Ranked]) -> list[tuple[Ranking, list[Risk]]]:
    """Each member's ranking, the greatest risk first."""
    held: dict[Any, list[Risk]] = {}
    for one in ranked:
        held.setdefault(one.ranking_id, []).append(one.risk)
    return [(row, held.get(row.pk, [])) for row in rows]


def audiences_of(rows: Iterable[Risk]) -> list[Audience]:
    """Who may read risks, and so the review, the source and the scale that stand beside them."""
    return [row.audience for row in rows]
