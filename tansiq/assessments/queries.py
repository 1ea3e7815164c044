"""Reading assessments: what stands of a line of effort or at a review, and what the same eyes saw before."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from tansiq.assessments.models import Assessment, Dissent, Ground, Revision
from tansiq.efforts.models import Figure, Measure
from tansiq.efforts.queries import figures, standing_doubts
from tansiq.release.led import led
from tansiq.reviews.models import Subject

WITH = (
    *("audience", "owner", "said_by", "line", "line__audience", "review", "review__audience", "source"),
    "source__audience",
)
NEWEST = ("-as_of", "-created_at", "-key")
EYES = ("owner_id", "stance", "said_by_name", "line_id", "aspect", "window")  # What makes one voice in one window.
ON_ONE_PAGE = 300  # Voices in all windows of all lines at one review.
CHOOSABLE = 40  # Figures on which an assessment can rest: the newest of each measure.


def assessments() -> QuerySet[Assessment]:
    """Assessments, the newest first, each with whether it was revised and what the same eyes saw before."""
    same = {name: OuterRef(name) for name in EYES if name != "said_by_name"}
    named = ~Q(stance=Assessment.Stance.INDEPENDENT) | Q(said_by_name=OuterRef("said_by_name"))
    before = Assessment.objects.filter(named, **same, as_of__lt=OuterRef("as_of"))
    before = before.exclude(review__isnull=False, review=OuterRef("review"))
    rows = Assessment.objects.select_related(*WITH).annotate(
        revised=_revised(),
        before=Subquery(before.exclude(_revised()).order_by(*NEWEST).values("pk")[:1]),
    )
    return rows.order_by(*NEWEST)


def _revised() -> Exists:
    return Exists(Revision.objects.filter(earlier=OuterRef("pk")))


def standing() -> QuerySet[Assessment]:
    """What stands: what was revised does so no more for whoever reads the revision."""
    return assessments().exclude(_revised())


def at_review(review: UUID) -> list[Assessment]:
    """What stands of all lines of effort at one review, voice by voice."""
    return list(standing().filter(review=review)[:ON_ONE_PAGE])


def newest_of(line: Subject) -> list[Assessment]:
    """What each voice said last of a line of effort, in each window."""
    rows = standing().filter(line=line).order_by(*EYES, *NEWEST).distinct(*EYES)
    return list(rows[:ON_ONE_PAGE])


def newest() -> list[Assessment]:
    """What stands of all lines of effort, the newest first."""
    rows: list[Assessment] = list(led(standing(), 0, ON_ONE_PAGE))
    return rows


def all_of(line: Subject) -> QuerySet[Assessment]:
    """All that was ever said of a line of effort, the newest first."""
    return assessments().filter(line=line)


def before(rows: Iterable[Assessment]) -> dict[UUID, Assessment]:
    """What the same eyes saw before each of these."""
    keys = {row.before for row in rows if row.before}  # type: ignore[attr-defined] # assessments
    return Assessment.objects.select_related("audience").in_bulk(keys) if keys else {}


def grounds_of(key: UUID) -> list[Figure]:
    """The figures on which an assessment rests, as released to the reader, with who may read that."""
    held = Ground.objects.filter(assessment=key).order_by("created_at", "key")
    rows = figures().filter(grounds__in=held.values("pk")).select_related("measure", "measure__audience")
    return list(rows)


def dissents_of(key: UUID) -> list[Dissent]:
    """Who sees it otherwise, in the order in which they said so."""
    rows = Dissent.objects.filter(assessment=key).select_related("audience", "owner")
    return list(rows.order_by("created_at", "key"))


def dissents_among(rows: Iterable[Assessment]) -> list[Dissent]:
    """Who sees any of these otherwise, in the order in which they said so."""
    held = Dissent.objects.filter(assessment__in=[one.pk for one in rows]).select_related("audience", "owner")
    return list(held.order_by("created_at", "key")[:ON_ONE_PAGE])


def doubts_of(assessment: Assessment) -> list[Any]:
    """By which developments an assessment is made doubtful: a later step's rows."""
    return list(standing_doubts(assessment.doubts.all()))


def revisions_around(key: UUID) -> list[Revision]:
    """What revises an assessment, and what it revises itself."""
    rows = Revision.objects.filter(Q(earlier=key) | Q(later=key)).select_related("audience")
    return list(rows.order_by("created_at", "key"))


def to_rest_on(line: str) -> list[Figure]:
    """The figures on which an assessment of a line can rest: the newest of each of its measures."""
    newest = figures().filter(measure=OuterRef("pk")).order_by("-as_of_until", "-stated_until", "key").values("pk")[:1]
    keys = Measure.objects.filter(line=line).annotate(its=Subquery(newest)).values("its")
    rows = figures().filter(pk__in=keys.order_by().values("its")).select_related("measure", "measure__audience")
    return list(rows[:CHOOSABLE])
