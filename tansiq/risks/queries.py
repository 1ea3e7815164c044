"""Reading risks: what stands, what was said of one over time, how each ended, and how each member ranks them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import ExtractYear

from tansiq.reviews.models import Review
from tansiq.risks.models import Ending, Ranked, Ranking, Renewal, Risk, Scale

# Whoever reads a row reads its parents: their audiences tell no more.
WITH = ("audience", "owner", "said_by", "review", "source", "scale", "answers")
OPEN = "open"  # Asked for where nobody has ended a risk.
CHOOSABLE = 60  # Risks to rank: the newest that stand.
ON_ONE_PAGE = 300  # What was said of the risks of one page, over all its reviews.
COLUMNS = 4  # Reviews side by side, the newest ones.


def risks() -> QuerySet[Risk]:
    """The risks as they were said, the newest first, each with whether it was said anew and how it ended."""
    ended = Ending.objects.filter(risk=OuterRef("pk"))
    rows = Risk.objects.select_related(*WITH).annotate(
        renewed=Exists(Renewal.objects.filter(earlier=OuterRef("pk"))), ended=Subquery(ended.values("way")[:1])
    )
    return rows.order_by(F("starts_on").desc(nulls_last=True), "-created_at", "key")


def standing(state: str = "") -> QuerySet[Risk]:
    """What is said now: of a risk that was said anew, the last for whoever reads it; in one state or all."""
    rows = risks().exclude(Exists(Renewal.objects.filter(earlier=OuterRef("pk"))))
    if not state:
        return rows
    ended = Ending.objects.filter(risk=OuterRef("pk"))
    return rows.filter(~Exists(ended) if state == OPEN else Exists(ended.filter(way=state)))


def found() -> tuple[set[str], list[int]]:
    """The lines of effort and the years of the risks that I may see, the newest first."""
    rows = Risk.objects.order_by().annotate(year=ExtractYear("starts_on"))
    held = list(rows.values_list("line", "year").distinct())
    return {line for line, _year in held if line}, sorted({year for _line, year in held if year}, reverse=True)


def said_of(risk: Risk) -> list[Risk]:
    """All that its author said of a risk, the first first; of what the record brought that alone."""
    same = Q(thread=risk.thread, owner_id=risk.owner_id) if risk.thread else Q(pk=risk.pk)
    rows = Risk.objects.filter(same).select_related(*WITH).order_by("turn", "key")
    return list(rows[:ON_ONE_PAGE])


def renewals_among(keys: Iterable[UUID]) -> list[Renewal]:
    """What was said anew among these, and what had changed."""
    return list(Renewal.objects.filter(later__in=[*keys]).select_related("audience"))


def endings_among(keys: Iterable[UUID]) -> list[Ending]:
    """How risks ended that were said so, with who may read that."""
    return list(Ending.objects.filter(risk__in=[*keys]).select_related("audience", "owner"))


def scale_of_today() -> Scale | None:
    """The scale on which risks are placed now."""
    return Scale.objects.select_related("audience").order_by("-created_at", "-key").first()


def reviews_of_risks() -> list[Review]:
    """The newest reviews for which somebody said something of a risk, the earliest of them first."""
    said = Risk.objects.filter(review=OuterRef("pk"), thread__isnull=False)
    rows = Review.objects.filter(Exists(said)).select_related("audience")
    return list(rows.order_by(F("starts_on").desc(nulls_last=True), "key")[:COLUMNS])[::-1]


def said_at(rows: Sequence[Risk], reviews: Iterable[Review]) -> list[Risk]:
    """What was said of these risks for these reviews, the first first."""
    threads = {row.thread for row in rows if row.thread}
    held = Risk.objects.filter(thread__in=threads, review__in=[one.pk for one in reviews])
    return list(held.select_related("audience", "scale").order_by("turn", "key")[:ON_ONE_PAGE])


def to_rank() -> list[Risk]:
    """The risks that one can rank: those that one reads, that stand and have not ended."""
    return list(standing(OPEN)[:CHOOSABLE])


def rankings(review: UUID) -> QuerySet[Ranking]:
    """How each member ranks them for a review: of each its last ranking, in the order of the members' codes."""
    later = Ranking.objects.filter(owner=OuterRef("owner"), review=OuterRef("review"), turn__gt=OuterRef("turn"))
    rows = Ranking.objects.filter(~Exists(later), review=review).select_related("audience", "owner")
    return rows.order_by("owner__code", "key")


def ranked_in(rows: Iterable[Ranking]) -> list[Ranked]:
    """Every risk in these rankings, the greatest first."""
    held = Ranked.objects.filter(ranking__in=[one.pk for one in rows]).select_related("risk", "risk__audience")
    return list(held.order_by("ranking", "place"))
