"""Reading reviews: the timeline, one review between its neighbours, who was there, and what members remark on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import Http404

from tansiq.members.models import Body, Seat
from tansiq.release.models import Member
from tansiq.release.order import in_order
from tansiq.reviews.models import (
    Concern,
    FormerRule,
    Numbering,
    Participation,
    Phase,
    Remark,
    Review,
    ReviewSource,
    Series,
    Subject,
)

Part = Participation.Part
CHAIRS = (Part.CHAIR, Part.CO_CHAIR, Part.HOST)
CHOOSABLE = 300  # Reviews in a list to choose from, the newest.
SERIES = 120  # Reviews on the drawing of a rhythm: ten years of monthly ones.
THERE = (*CHAIRS, Part.PRESENT, Part.REPRESENTED)  # Whom a review names as having been there.

RECORDED = (Part.PRESENT, Part.REPRESENTED, Part.OBSERVER, Part.ABSENT)  # One of them holds of a member at a time.


def bodies() -> list[Body]:
    """The bodies, the small group first: it takes stock most often."""
    rows = Body.objects.select_related("audience", "source").order_by("kind", "key")
    return sorted(rows, key=lambda body: body.kind != "small_group")


def reviews() -> QuerySet[Review]:
    """The reviews, the newest first, those of no known date last."""
    return Review.objects.select_related("audience", "body", "body__audience").order_by(
        F("starts_on").desc(nulls_last=True), "key"
    )


def in_rooms() -> QuerySet[Review]:
    """Reviews, each with the phase in which it is: its pages stand side by side as the phase asks for them."""
    last = Phase.objects.filter(review=OuterRef("pk")).order_by("-turn", "-created_at", "-key").values("step")[:1]
    return reviews().annotate(step=Subquery(last))


def reviews_for(line: str) -> list[Review]:
    """Those for which one may speak of a line of effort: they spoke of it, or name no line yet; else the newest."""
    named = reviews().filter(Q(lines__contains=[line]) | Q(lines=[]))[:CHOOSABLE]
    return list(named) or list(reviews()[:CHOOSABLE])


def timeline(body: Body | None = None, line: str = "", *, oldest_first: bool = False) -> QuerySet[Review]:
    """The reviews of a body, or of all, and those that spoke of a line of effort, each with those who chaired it."""
    chairs = Prefetch("participations", _participations().filter(part__in=CHAIRS), to_attr="chairs")
    rows = reviews().filter(body=body) if body else reviews()
    if line:
        rows = rows.filter(lines__contains=[line])
    if oldest_first:
        rows = rows.order_by(F("starts_on").asc(nulls_last=True), "key")
    return rows.prefetch_related(chairs)


def choosable(named: QuerySet[Any], asked_for: str, column: str = "review") -> list[Review]:
    """The reviews to choose from where these rows are listed: the newest, and an older one that is asked for."""
    rows = Review.objects.filter(Exists(named.order_by().filter(**{column: OuterRef("pk")}))).select_related("audience")
    held = list(rows.order_by(F("starts_on").desc(nulls_last=True), "key")[:CHOOSABLE])
    if len(held) < CHOOSABLE or asked_for in {str(one.pk) for one in held}:
        return held
    try:
        return [*held, *rows.filter(pk=UUID(asked_for))]
    except ValueError:
        return held


def series(body: Body) -> list[Review]:
    """The newest dated reviews of one body in their order, for the distances between them."""
    rows = reviews().filter(body=body, starts_on__isnull=False, called_off_at=None).order_by("-starts_on", "-key")
    return list(rows[:SERIES])[::-1]


@dataclass(frozen=True)
class Neighbourhood:
    """A review between the one before and the one after it of the same body."""

    here: Review
    before: Review | None
    after: Review | None


def around(key: UUID) -> QuerySet[Review]:
    """A review, the one before and the one after it of the same body."""
    asked = Review.objects.filter(pk=key)
    on = Subquery(asked.values("starts_on")[:1])
    same = Review.objects.filter(body__in=asked.values("body"))
    earlier = same.filter(Q(starts_on__lt=on) | Q(starts_on=on, pk__lt=key)).order_by("-starts_on", "-key")
    later = same.filter(Q(starts_on__gt=on) | Q(starts_on=on, pk__gt=key)).order_by("starts_on", "key")
    return reviews().filter(Q(pk=key) | Q(pk__in=earlier.values("pk")[:1]) | Q(pk__in=later.values("pk")[:1]))


def neighbourhood(key: UUID, rows: Iterable[Review]) -> Neighbourhood:
    """A review between its neighbours.

    Raises:
        Http404: there is no such review, or none that I may see.
    """
    found = {review.pk: review for review in rows}
    if key not in found:
        raise Http404
    here = found.pop(key)
    place = (here.starts_on, here.pk)
    before = next((one for one in found.values() if (one.starts_on, one.pk) < place), None)
    after = next((one for one in found.values() if (one.starts_on, one.pk) > place), None)
    return Neighbourhood(here, before, after)


def _participations() -> QuerySet[Participation]:
    rows = Participation.objects.select_related("audience", "person")
    return rows.order_by("place", "part", "key")


def participations_in(review: UUID) -> QuerySet[Participation]:
    """Who took which part in a review, in the order in which the source names them."""
    return _participations().filter(review=review)


def attendance_at(review: UUID) -> QuerySet[Participation]:
    """Each fact of who attends a review, what was said last first."""
    rows = Participation.objects.filter(review=review).select_related("audience", "person", "owner", "source")
    return rows.order_by("-place", "-created_at", "key")


def concerns_at(review: UUID) -> QuerySet[Concern]:
    """Whom which line of effort concerns most, line by line."""
    rows = Concern.objects.filter(review=review).select_related("audience", "member", "line", "line__audience")
    return rows.order_by("line__number", "line__code", "member__code", "key")


def citations_of(review: UUID) -> QuerySet[ReviewSource]:
    """The sources on which a review’s facts rest."""
    return ReviewSource.objects.filter(review=review).order_by("for_output", "source__url", "key")


def phases_of(review: UUID) -> QuerySet[Phase]:
    """The phases that a review has entered, in their order; the last one counts."""
    return Phase.objects.filter(review=review).select_related("audience", "owner").order_by("turn", "created_at", "key")


def numbers_of(review: UUID) -> QuerySet[Numbering]:
    """The number that a review bears in its series."""
    return Numbering.objects.filter(review=review).select_related("audience", "series").order_by("number", "key")


def all_series() -> QuerySet[Series]:
    """The series of reviews, body by body."""
    return Series.objects.select_related("audience", "body", "body__audience").order_by("body", "first_on", "key")


def former_rules(series: UUID) -> QuerySet[FormerRule]:
    """By which rules a series came again before the one that holds, the oldest first."""
    return FormerRule.objects.filter(series=series).select_related("audience").order_by("until_on", "created_at", "key")


def in_series(series: UUID) -> QuerySet[Review]:
    """The reviews of a series, the newest first, each with the number that it bears."""
    number = Numbering.objects.filter(review=OuterRef("pk")).values("number")[:1]
    return reviews().filter(series=series).annotate(number=Subquery(number))


def subjects() -> dict[str, Subject]:
    """Lines of effort and other subjects by their codes."""
    return {subject.code: subject for subject in Subject.objects.select_related("audience").order_by("code", "key")}


def remarks() -> QuerySet[Remark]:
    """What members remark on reviews, the newest first."""
    return Remark.objects.select_related("audience", "review", "review__body", "review__audience").order_by(
        "-created_at", "key"
    )


def circle_of(review: Review, known: Iterable[Member]) -> list[Member]:
    """The circle of a review: those whom it names as having been there, and those who hold a seat in its body then."""
    there = Participation.objects.filter(review=review, part__in=THERE, member__isnull=False)
    held = _held(review.body_id, review.starts_on, review.ends_on or review.starts_on)
    codes = set(there.values_list("member_id", flat=True).union(held.values_list("member_id", flat=True)))
    return in_order(member for member in known if member.pk in codes)


def seated_in(body: Body, on: date, known: Iterable[Member]) -> list[Member]:
    """Those who hold a seat in a body on a day."""
    keys = set(_held(body.pk, on, on).values_list("member_id", flat=True))
    return in_order(member for member in known if member.pk in keys)


def _held(body: UUID, first: date | None, last: date | None) -> QuerySet[Seat]:
    """The seats of a body that were held at some time between two days; without them, all that ever were."""
    held = Seat.objects.filter(body_id=body)
    if first is None:
        return held
    began = Q(starts_on__isnull=True) | Q(starts_on__lte=last)
    return held.filter(began, Q(ends_on__isnull=True) | Q(ends_on__gte=first))
