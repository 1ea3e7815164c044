"""Reading contributions: the lines from pledge to delivery, one with all that hangs on it, and what is doubtful."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from tansiq.contributions.giving.models import Step
from tansiq.contributions.models import Contribution, ContributionLink
from tansiq.release.chains import whole

WITH = ("audience", "giver", "review", "source")  # Whoever reads a row reads its parents: their audiences tell no more.
LATEST = (F("starts_on").desc(nulls_last=True), "key")
MOST = 400  # Contributions that hang together on one page.
FEW = 10  # Doubtful ones beside the others.
BY = {"kind": "kind", "stage": "stage", "member": "giver__code", "line": "line", "review": "review"}


def contributions() -> QuerySet[Contribution]:
    """The contributions, the newest first, those of no known date last."""
    return Contribution.objects.select_related(*WITH).order_by(*LATEST)


def contribution(key: UUID) -> QuerySet[Contribution]:
    """One contribution."""
    return contributions().select_related("owner", "said_by", "recipient_member", "measure").filter(pk=key)


def _of(given: Mapping[str, Any], before: str = "") -> Q:
    """What contributions are asked for; a stage is theirs, or was stated of them later."""
    wanted = Q(**{f"{before}{BY[name]}": value for name, value in given.items() if name != "stage"})
    if stage := given.get("stage"):
        stated = Step.objects.filter(contribution=OuterRef(f"{before}pk"), stage=stage)
        wanted &= Q(**{f"{before}stage": stage}) | Q(Exists(stated))
    return wanted


def first_of_each(given: Mapping[str, Any]) -> QuerySet[Contribution]:
    """Where lines start: none of the asked ones comes before them; the doubtful ones stand apart. Their keys alone."""
    before = ContributionLink.objects.filter(later=OuterRef("pk"), earlier__doubtful__isnull=True)
    started = before.filter(_of(given, "earlier__"))
    rows = Contribution.objects.order_by(*LATEST).only("key")
    return rows.filter(_of(given), ~Exists(started), doubtful__isnull=True)


def doubtful(given: Mapping[str, Any]) -> QuerySet[Contribution]:
    """Those that cannot be right as they were stated."""
    return contributions().filter(doubtful__isnull=False, **{BY[name]: value for name, value in given.items()})


@dataclass(frozen=True)
class Together:
    """Contributions that hang together, the earliest first, and how."""

    rows: list[Contribution]
    links: list[ContributionLink]


def together(shown: Iterable[UUID]) -> Together:
    """All that hangs together with these, themselves among it."""
    keys = whole(ContributionLink, shown)
    rows = Contribution.objects.filter(pk__in=keys).select_related(*WITH)
    links = ContributionLink.objects.filter(earlier__in=keys).select_related("audience")
    return Together(
        list(rows.order_by(F("starts_on").asc(nulls_last=True), "key")[:MOST]),
        list(links.order_by("earlier", "later", "key")[: 2 * MOST]),
    )


def found() -> tuple[set[str], set[str]]:
    """The givers' codes and the lines of effort of the contributions that I may see."""
    held = list(Contribution.objects.order_by().values_list("giver__code", "line").distinct())
    return {code for code, _line in held if code}, {line for _code, line in held if line}
